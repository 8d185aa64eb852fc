import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { listVacancies, type Vacancy } from '../api.ts';
import { roleWords } from '../model.ts';

/** 欠員: posts that nobody follows, and who stands in. */
export async function loader(args: PageArgs) {
  return (await call(listVacancies, queryOf(args), { signal: args.request.signal })).vacancies;
}

export function Component() {
  const vacancies = useLoaderData<typeof loader>();
  const isAdministrator = useMe().current?.role === 'administrator';
  return (
    <>
      <PageHeader
        title={m.posts_vacancies_title()}
        lead={isAdministrator ? m.posts_vacancies_lead() : m.posts_vacancies_lead_district()}
      />
      <DataTable
        caption={m.posts_vacancies_title()}
        columns={columnsFor(isAdministrator)}
        rows={vacancies}
        rowKey={(row) => row.id}
        empty={{ says: m.posts_vacancies_empty() }}
      />
    </>
  );
}

function columnsFor(isAdministrator: boolean): Column<Vacancy>[] {
  return [
    {
      key: 'place',
      heading: m.posts_label_district(),
      value: (row) => row.district?.name ?? m.posts_whole_town(),
      cell: (row) => {
        const place = row.district?.name ?? m.posts_whole_town();
        return isAdministrator ? <Link to={`/admin/vacancies/${row.id}`}>{place}</Link> : place;
      },
    },
    { key: 'role', heading: m.posts_label_role(), value: (row) => roleWords[row.role]() },
    { key: 'body', heading: m.posts_label_body(), value: (row) => row.body.name },
    { key: 'last', heading: m.posts_vacancy_last(), value: (row) => row.last_holder },
    {
      key: 'since',
      heading: m.posts_vacancy_since(),
      value: (row) => formatDay(row.since),
      order: (row) => row.since,
    },
    {
      key: 'acting',
      heading: m.posts_vacancy_acting(),
      value: (row) => row.acting.map(({ name }) => name).join(m.posts_comma()) || m.posts_vacancy_nobody(),
    },
  ];
}
