import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
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
import { listPlansOfPeople } from '../plan-api.ts';
import { planKindWords, planStates, planStateWords, sayNumber } from '../plan-model.ts';
import type { ListedPlan } from '../plan-parts.ts';
import { PlanBadge } from './shown/PlanBadge.tsx';

export function loader(args: PageArgs) {
  const asked = queryOf(args) as InputOf<typeof listPlansOfPeople>;
  return call(listPlansOfPeople, asked, { signal: args.request.signal });
}

/** The plans one works on or is given; what waits for a decision first of all for whoever decides. */
export function Component() {
  const { plans, next } = useLoaderData<typeof loader>();
  const role = useMe().current?.role;
  return (
    <>
      <PageHeader
        title={m.cases_plans_title()}
        lead={role === 'convener' ? m.cases_plans_lead_city() : m.cases_plans_lead()}
        actions={
          (role === 'intake_worker' || role === 'case_coordinator') && (
            <ButtonLink to="/case-forms">{m.cases_forms_blank_title()}</ButtonLink>
          )
        }
      />
      <SearchForm label={m.cases_plans_filter()}>
        <SelectField
          name="state"
          label={m.cases_plan_label_state()}
          emptyLabel={m.cases_plans_open()}
          choices={[
            { value: 'waiting', label: m.cases_plans_waiting() },
            { value: 'all', label: m.cases_plans_all() },
            ...planStates.map((value) => ({ value, label: planStateWords[value]() })),
          ]}
        />
      </SearchForm>
      <DataTable
        caption={m.cases_plan_list_summary()}
        rows={plans}
        rowKey={({ id }) => id}
        empty={{ says: m.cases_plans_empty() }}
        columns={columns}
      />
      <Pagination next={next} />
    </>
  );
}

const columns: Column<ListedPlan>[] = [
  {
    key: 'name',
    heading: m.cases_form_name(),
    value: ({ client_name }) => client_name ?? m.cases_form_name_not_given(),
    cell: ({ id, client_name }) => (
      <Link to={`/support-plans/${id}`}>{client_name ?? m.cases_form_name_not_given()}</Link>
    ),
  },
  {
    key: 'kind',
    heading: m.cases_form_kind(),
    value: ({ kind, number }) =>
      m.cases_plan_kind_and_number({ kind: planKindWords[kind](), number: sayNumber(number) }),
  },
  {
    key: 'state',
    heading: m.cases_plan_label_state(),
    value: ({ state }) => planStateWords[state](),
    order: ({ state }) => planStates.indexOf(state),
    cell: ({ state }) => <PlanBadge state={state} />,
  },
  {
    key: 'review',
    heading: m.cases_form_next_review(),
    value: ({ next_review_on }) => next_review_on && formatDay(next_review_on),
    order: ({ next_review_on }) => next_review_on,
  },
  {
    key: 'written',
    heading: m.cases_plan_label_written_on(),
    value: ({ written_on }) => formatDay(written_on),
    order: ({ written_on }) => written_on,
  },
  { key: 'holder', heading: m.cases_form_body(), value: ({ holder }) => holder.name },
];
