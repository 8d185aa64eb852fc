import { useLoaderData, useNavigate } from 'react-router';
import { listBodies } from '#domains/parties/api.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { nestFields } from '#ui/Form/nest.ts';
import type { Typed } from '#ui/Form/read-typed.ts';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { createPlan } from '../api.ts';

export function loader({ request }: PageArgs) {
  return call(listBodies, {}, { signal: request.signal });
}

/** A new plan; its challenges, measures and indicators are added on the pages that follow. */
export function Component() {
  const { bodies } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const choices = bodies.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageHeader
        title={m.plan_create_summary()}
        trail={[{ label: m.plan_plans_title(), to: '/plans' }]}
        lead={m.plan_create_lead()}
      />
      <Form
        op={createPlan}
        mints="id"
        submit={m.plan_create_submit()}
        reshape={withOwners}
        beside={
          <ButtonLink look="text" to="/plans">
            {m.plan_leave()}
          </ButtonLink>
        }
        done={() => navigate('/plans', saying(m.plan_created()))}
      >
        <TextField name="name" label={m.plan_name()} required width="full" maxLength={300} />
        <TextField name="code" label={m.plan_code()} hint={m.plan_code_hint()} required maxLength={40} />
        <TextField name="vision" label={m.plan_vision_head()} required width="full" maxLength={300} />
        <NumberField name="first_year" label={m.plan_first_year()} hint={m.plan_year_hint()} required />
        <NumberField name="last_year" label={m.plan_last_year()} hint={m.plan_year_hint()} required />
        {[0, 1].map((i) => (
          <fieldset key={i} className="grid gap-4">
            <legend className="mb-2 text-std-16B-170">{m.plan_owner_numbered({ n: i + 1 })}</legend>
            <SelectField
              name={`owners.${i}.body_id`}
              label={m.plan_owner_body()}
              required={i === 0}
              choices={choices}
              width="full"
            />
            <TextField
              name={`owners.${i}.plan_name`}
              label={m.plan_owner_plan_name()}
              required={i === 0}
              width="full"
              maxLength={300}
            />
          </fieldset>
        ))}
      </Form>
    </>
  );
}

/** An owner of whom nothing was typed is none. */
function withOwners(typed: Typed) {
  const { owners, ...rest } = nestFields(typed);
  const named = (Array.isArray(owners) ? owners : []).filter(
    ({ body_id, plan_name }) => body_id || plan_name,
  );
  return { ...rest, owners: named };
}
