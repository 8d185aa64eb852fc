import { Link, useLoaderData } from 'react-router';
import { listPlans, readPlan } from '#domains/plan/api.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { listOtherPlans, listProjects } from '../api.ts';
import { sayMeasure } from './shown/wording.ts';

type Project = OutputOf<typeof listProjects>['projects'][number];

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [list, { plans }, { other_plans }] = await Promise.all([
    call(listProjects, queryOf(args), options),
    call(listPlans, {}, options),
    call(listOtherPlans, {}, options),
  ]);
  const trees = await Promise.all(plans.map(({ code }) => call(readPlan, { plan: code }, options)));
  return { list, trees, other_plans };
}

/** Every project, by measure or by another plan it belongs to. */
export function Component() {
  const { list, trees, other_plans } = useLoaderData<typeof loader>();
  const planner = useMe().current?.role === 'planner';
  const add = <ButtonLink to="/projects/new">{m.projects_add_summary()}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={m.projects_title()}
        lead={m.projects_lead()}
        actions={
          <>
            {planner && add}
            <ButtonLink look="text" to="/other-plans">
              {m.projects_other_plans_title()}
            </ButtonLink>
          </>
        }
      />
      <SearchForm label={m.projects_filter()}>
        <SelectField
          name="measure"
          label={m.projects_label_measure()}
          emptyLabel={m.projects_all()}
          choices={trees.flatMap(({ name, measures }) =>
            measures.map((one) => ({
              value: one.id,
              label: m.projects_measure_of_plan({ plan: name, measure: m.projects_measure(one) }),
            })),
          )}
        />
        <SelectField
          name="other_plan"
          label={m.projects_label_other_plans()}
          emptyLabel={m.projects_all()}
          choices={other_plans.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="ended"
          label={m.projects_label_ended()}
          emptyLabel={m.projects_ended_without()}
          choices={[{ value: 'with', label: m.projects_ended_with() }]}
        />
      </SearchForm>
      <DataTable
        caption={m.projects_title()}
        rows={list.projects}
        rowKey={({ id }) => id}
        empty={{ says: m.projects_empty(), action: planner && add }}
        fileName={m.projects_title()}
        columns={columnsOf()}
      />
      <Pagination next={list.next === null ? null : String(list.next)} size={100} />
    </>
  );
}

function columnsOf(): readonly Column<Project>[] {
  return [
    {
      key: 'name',
      heading: m.projects_label_project(),
      value: ({ number, name }) => m.projects_numbered({ number, name }),
      order: ({ number }) => number,
      cell: ({ id, number, name }) => (
        <Link to={`/projects/${id}`}>{m.projects_numbered({ number, name })}</Link>
      ),
    },
    { key: 'body', heading: m.projects_label_body(), value: ({ body }) => body?.name ?? m.projects_none() },
    {
      key: 'measures',
      heading: m.projects_label_measures(),
      value: ({ measures }) => measures.map(sayMeasure).join('、'),
    },
    {
      key: 'plans',
      heading: m.projects_label_other_plans(),
      value: ({ other_plans }) => other_plans.map(({ name }) => name).join('、'),
    },
  ];
}
