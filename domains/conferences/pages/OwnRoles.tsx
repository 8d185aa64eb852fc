import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { listOwnRoles } from '../api.ts';

type Line = OutputOf<typeof listOwnRoles>['roles'][number];

export function loader({ request }: PageArgs) {
  return call(listOwnRoles, {}, { signal: request.signal });
}

/** 役割票: what one has taken on, for as long as it stands. */
export function Component() {
  const { roles } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.conferences_roles_title()}
        lead={m.conferences_roles_lead()}
        trail={[{ label: m.conferences_title(), to: '/conferences' }]}
      />
      <DataTable
        caption={m.conferences_roles_title()}
        rows={roles}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: m.conferences_roles_empty() }}
      />
    </>
  );
}

const columns: Column<Line>[] = [
  { key: 'watches', heading: m.conferences_role_watches(), value: ({ watches }) => watches },
  { key: 'tells', heading: m.conferences_role_tells(), value: ({ tells }) => tells },
  {
    key: 'until',
    heading: m.conferences_role_until(),
    value: ({ until }) => (until ? formatDay(until) : m.conferences_role_open()),
    order: ({ until }) => until,
  },
  {
    key: 'written',
    heading: m.conferences_role_written(),
    value: ({ written_on }) => formatDay(written_on),
    order: ({ written_on }) => written_on,
  },
  { key: 'body', heading: m.conferences_caller(), value: ({ body_name }) => body_name },
];
