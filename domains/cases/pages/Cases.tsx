import { Link, useLoaderData, useSearchParams } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf, readListed } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { type ListedCase, listCases } from '../case-api.ts';
import { caseStates, caseStateWords } from '../case-model.ts';
import { StateBadge } from './shown/StateBadge.tsx';

export async function loader(args: PageArgs) {
  const { list, misread } = await readListed(queryOf(args) as InputOf<typeof listCases>, (asked) =>
    call(listCases, asked, { signal: args.request.signal }),
  );
  return { ...list, misread };
}

/** Households one works with, by the last contact. */
export function Component() {
  const { cases, next, misread } = useLoaderData<typeof loader>();
  const { current } = useMe();
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader
        title={m.cases_title()}
        lead={m.cases_lead()}
        actions={<ButtonLink to="/cases/new">{m.cases_open_summary()}</ButtonLink>}
      />
      {misread && <Notice tone="warning">{m.ui_page_misread()}</Notice>}
      <SearchForm label={m.cases_search()}>
        <TextField name="text" type="search" label={m.cases_search_text()} maxLength={100} />
        <SelectField
          name="state"
          label={m.cases_case_label_state()}
          emptyLabel={m.cases_state_any_open()}
          choices={[
            { value: 'ended', label: m.cases_state_any_ended() },
            ...caseStates.map((value) => ({ value, label: caseStateWords[value]() })),
          ]}
        />
        {current && (
          <SelectField
            name="worker"
            label={m.cases_label_workers()}
            emptyLabel={m.cases_worker_any()}
            width="short"
            choices={[{ value: current.id, label: m.cases_worker_own() }]}
          />
        )}
      </SearchForm>
      <DataTable
        caption={m.cases_title()}
        rows={cases}
        rowKey={({ id }) => id}
        columns={columns}
        empty={
          search.size > 0
            ? { says: m.cases_list_nothing_found() }
            : {
                says: m.cases_list_empty(),
                action: <ButtonLink to="/cases/new">{m.cases_open_summary()}</ButtonLink>,
              }
        }
      />
      <Pagination next={next} />
    </>
  );
}

const columns: Column<ListedCase>[] = [
  {
    key: 'number',
    heading: m.cases_label_number(),
    value: ({ number }) => number,
    cell: ({ id, number, called }) => (
      <>
        <Link to={`/cases/${id}`}>{number}</Link>
        {called && <span className="block">{called}</span>}
      </>
    ),
  },
  {
    key: 'members',
    heading: m.cases_label_members(),
    value: ({ members }) => members.map(({ name }) => name ?? m.cases_name_hidden()).join(m.cases_join()),
  },
  {
    key: 'state',
    heading: m.cases_case_label_state(),
    value: ({ state }) => caseStateWords[state](),
    cell: ({ state }) => <StateBadge state={state} />,
  },
  {
    key: 'last',
    heading: m.cases_label_last_note(),
    value: ({ last_note_on }) => last_note_on && formatDay(last_note_on),
    order: ({ last_note_on }) => last_note_on,
  },
  {
    key: 'leads',
    heading: m.cases_label_leads(),
    value: ({ leads, own, holder }) => (own ? (leads ?? '') : holder.name),
  },
];
