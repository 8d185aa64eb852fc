import type { ReactNode } from 'react';
import type { readPlan } from '#domains/plan/api.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Section } from '#ui/Section.tsx';
import {
  endProject,
  endProjectLink,
  linkProject,
  type listOtherPlans,
  moveProject,
  type readProject,
  rewordProject,
} from '../../api.ts';
import { ownersAmong, sayMeasure } from './wording.ts';

interface ChangeProjectProps {
  project: OutputOf<typeof readProject>;
  trees: OutputOf<typeof readPlan>[];
  bodies: { id: string; name: string; kind: string }[];
  other_plans: OutputOf<typeof listOtherPlans>['other_plans'];
}

/** What a planner changes of a project; nothing that was is lost. */
export function ChangeProject({ project, trees, bodies, other_plans }: ChangeProjectProps) {
  const { id: project_id, wordings, links } = project;
  const [wording] = wordings;
  const running = links.filter(({ ending }) => ending === null);
  return (
    <Section heading={m.projects_change_title()}>
      <Folded label={m.projects_reword_summary()}>
        <Form
          op={rewordProject}
          also={{ project_id, after_version: wording?.version ?? 1 }}
          initial={{ name: wording?.name ?? '', summary: wording?.summary ?? '' }}
          submit={m.projects_reword()}
          doneSays={m.projects_changed()}
        >
          <TextField name="name" label={m.projects_label_name()} required width="full" maxLength={100} />
          <TextArea name="summary" label={m.projects_label_summary()} required maxLength={1_000} />
        </Form>
      </Folded>
      <Folded label={m.projects_move_summary()}>
        <Form
          op={moveProject}
          mints="id"
          also={{ project_id }}
          submit={m.projects_move()}
          doneSays={m.projects_changed()}
        >
          <SelectField
            name="body_id"
            label={m.projects_label_body()}
            required
            width="full"
            choices={ownersAmong(bodies)}
          />
          <DateField name="starts_on" label={m.projects_label_starts_on()} required />
        </Form>
      </Folded>
      <Folded label={m.projects_link_summary()}>
        <Form
          op={linkProject}
          mints="id"
          also={{ project_id }}
          submit={m.projects_link()}
          doneSays={m.projects_changed()}
        >
          <SelectField
            name="to"
            label={m.projects_label_link_to()}
            required
            width="full"
            choices={[
              ...trees.flatMap(({ name, measures }) =>
                measures.map((one) => ({
                  value: `measure:${one.id}`,
                  label: m.projects_measure_of_plan({ plan: name, measure: m.projects_measure(one) }),
                })),
              ),
              ...other_plans.map(({ id, name }) => ({ value: `plan:${id}`, label: name })),
            ]}
          />
          <DateField name="starts_on" label={m.projects_label_starts_on()} required />
        </Form>
      </Folded>
      {running.length > 0 && (
        <Folded label={m.projects_unlink_summary()}>
          <Form op={endProjectLink} submit={m.projects_unlink()} doneSays={m.projects_changed()}>
            <SelectField
              name="link_id"
              label={m.projects_label_link()}
              required
              width="full"
              choices={running.map(({ id, measure, other_plan }) => ({
                value: id,
                label: measure ? sayMeasure(measure) : (other_plan?.name ?? ''),
              }))}
            />
            <DateField name="ends_on" label={m.projects_label_ends_on()} required />
            <TextArea name="reason" label={m.projects_label_reason()} required rows={2} maxLength={500} />
          </Form>
        </Folded>
      )}
      {project.ending === null && (
        <Folded label={m.projects_end_summary()}>
          <Form
            op={endProject}
            also={{ project_id }}
            submit={m.projects_end()}
            doneSays={m.projects_changed()}
          >
            <DateField name="ends_on" label={m.projects_label_ends_on()} required />
            <TextArea name="reason" label={m.projects_label_reason()} required rows={2} maxLength={500} />
          </Form>
        </Folded>
      )}
    </Section>
  );
}

function Folded({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="border-b border-solid-gray-300 pb-3">
      <summary className="min-h-11 cursor-pointer py-2">{label}</summary>
      <div className="pt-3">{children}</div>
    </details>
  );
}
