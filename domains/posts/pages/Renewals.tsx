import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { type ListedRenewal, listRenewals } from '../api.ts';
import { roleWords } from '../model.ts';
import { countColumns } from './shown/renewal.ts';

/** 改選: the days on which terms end, with how far each has been decided. */
export async function loader({ request }: PageArgs) {
  return (await call(listRenewals, {}, { signal: request.signal })).renewals;
}

const columns: Column<ListedRenewal>[] = [
  {
    key: 'role',
    heading: m.posts_label_role(),
    value: sayRenewal,
    order: (row) => row.ends_on,
    cell: (row) => <Link to={`/admin/renewals/${row.role}/${row.ends_on}`}>{sayRenewal(row)}</Link>,
  },
  ...countColumns(),
];

export function Component() {
  const renewals = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.posts_renewals_title()}
        lead={m.posts_renewals_lead()}
        actions={<ButtonLink to="/admin/vacancies">{m.posts_vacancies_title()}</ButtonLink>}
      />
      <DataTable
        caption={m.posts_renewals_title()}
        columns={columns}
        rows={renewals}
        rowKey={(row) => `${row.role} ${row.ends_on}`}
        empty={{ says: m.posts_renewals_empty() }}
      />
    </>
  );
}

function sayRenewal({ role, ends_on }: ListedRenewal): string {
  return m.posts_renewal_link({ role: roleWords[role](), day: formatDay(ends_on) });
}
