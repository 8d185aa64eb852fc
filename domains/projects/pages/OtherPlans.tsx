import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatFiscalYear } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { addOtherPlan, listOtherPlans } from '../api.ts';

type OtherPlan = OutputOf<typeof listOtherPlans>['other_plans'][number];

export function loader({ request }: PageArgs) {
  return call(listOtherPlans, {}, { signal: request.signal });
}

/** Other plans of the town that the same projects belong to. */
export function Component() {
  const { other_plans } = useLoaderData<typeof loader>();
  const planner = useMe().current?.role === 'planner';
  return (
    <>
      <PageHeader
        title={m.projects_other_plans_title()}
        trail={[{ label: m.projects_title(), to: '/projects' }]}
        lead={m.projects_other_plans_lead()}
      />
      <Section heading={m.projects_other_plans_title()}>
        <DataTable
          caption={m.projects_other_plans_caption()}
          rows={other_plans}
          rowKey={({ id }) => id}
          empty={{ says: m.projects_other_plans_empty() }}
          columns={[
            { key: 'name', heading: m.projects_label_name(), value: ({ name }) => name },
            {
              key: 'basis',
              heading: m.projects_label_legal_basis(),
              value: ({ legal_basis }) => legal_basis,
            },
            { key: 'years', heading: m.projects_label_years(), value: sayYears },
            {
              key: 'projects',
              heading: m.projects_label_projects(),
              value: ({ projects }) => projects,
              numeric: true,
              cell: ({ id, name, projects }) => (
                <Link to={`/projects?other_plan=${id}`}>
                  {m.projects_of_plan({ plan: name, n: projects })}
                </Link>
              ),
            },
          ]}
        />
      </Section>
      {planner && (
        <Section heading={m.projects_add_other_plan_summary()}>
          <Form
            op={addOtherPlan}
            mints="id"
            submit={m.projects_add()}
            doneSays={m.projects_other_plan_added()}
          >
            <TextField name="name" label={m.projects_label_name()} required width="full" maxLength={200} />
            <TextField
              name="legal_basis"
              label={m.projects_label_legal_basis()}
              hint={m.projects_legal_basis_hint()}
              required
              width="full"
              maxLength={200}
            />
            <NumberField
              name="first_year"
              label={m.projects_label_first_year()}
              hint={m.projects_year_hint()}
            />
            <NumberField name="last_year" label={m.projects_label_last_year()} />
          </Form>
        </Section>
      )}
    </>
  );
}

function sayYears({ first_year, last_year }: OtherPlan): string {
  if (first_year === null) return m.projects_none();
  return m.projects_years_said({
    first: formatFiscalYear(first_year),
    last: last_year === null ? '' : formatFiscalYear(last_year),
  });
}
