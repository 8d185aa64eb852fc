import { useLoaderData, useNavigate } from 'react-router';
import { listBodies } from '#domains/parties/api.ts';
import { listPlans, readPlan } from '#domains/plan/api.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { addProject, listOtherPlans, listProjects } from '../api.ts';
import { ownersAmong } from './shown/wording.ts';

export async function loader({ request }: PageArgs) {
  const options = { signal: request.signal };
  const [{ plans }, { bodies }, { other_plans }, { projects }] = await Promise.all([
    call(listPlans, {}, options),
    call(listBodies, {}, options),
    call(listOtherPlans, {}, options),
    call(listProjects, { ended: 'with', limit: 200 }, options),
  ]);
  const trees = await Promise.all(plans.map(({ code }) => call(readPlan, { plan: code }, options)));
  const next = Math.max(0, ...projects.map(({ number }) => number)) + 1;
  return { trees, bodies: ownersAmong(bodies), other_plans, next };
}

/** A project with its owner and everything it belongs to. */
export function Component() {
  const { trees, bodies, other_plans, next } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={m.projects_add_summary()} trail={[{ label: m.projects_title(), to: '/projects' }]} />
      <Form
        op={addProject}
        mints="id"
        initial={{ number: next, starts_on: today }}
        submit={m.projects_add()}
        beside={
          <ButtonLink look="text" to="/projects">
            {m.projects_leave()}
          </ButtonLink>
        }
        done={({ id }) => navigate(`/projects/${id}`, saying(m.projects_added()))}
      >
        <NumberField name="number" label={m.projects_sheet_number()} required />
        <TextField name="name" label={m.projects_label_name()} required width="full" maxLength={100} />
        <TextArea name="summary" label={m.projects_label_summary()} required maxLength={1_000} />
        <SelectField name="body_id" label={m.projects_label_body()} required width="full" choices={bodies} />
        <DateField name="starts_on" label={m.projects_label_starts_on()} required />
        <CheckboxGroup
          name="measure_ids"
          label={m.projects_label_measures()}
          required
          choices={trees.flatMap(({ name, measures }) =>
            measures.map((one) => ({
              value: one.id,
              label: m.projects_measure_of_plan({ plan: name, measure: m.projects_measure(one) }),
            })),
          )}
        />
        {other_plans.length > 0 && (
          <CheckboxGroup
            name="other_plan_ids"
            label={m.projects_label_other_plans()}
            choices={other_plans.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Form>
    </>
  );
}
