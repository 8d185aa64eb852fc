import { Link, useLoaderData } from 'react-router';
import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { type ListedHandover, listHandovers } from '../handover-api.ts';

/** 引き継ぎ: posts that end, and whether what hangs on them has been handed over and received. */
export async function loader({ request }: PageArgs) {
  return (await call(listHandovers, {}, { signal: request.signal })).handovers;
}

export function Component() {
  const handovers = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.visits_handovers_title()} lead={m.visits_handovers_lead()} />
      <DataTable
        caption={m.visits_handovers_title()}
        columns={columns}
        rows={handovers}
        rowKey={(row) => row.post_id}
        empty={{ says: m.visits_handovers_empty() }}
      />
    </>
  );
}

const columns: Column<ListedHandover>[] = [
  {
    key: 'person',
    heading: m.visits_handover_from(),
    value: (row) => row.person ?? '',
    cell: (row) => (
      <Link to={row.handover ? `/handovers/${row.handover}` : `/handovers/new/${row.post_id}`}>
        {row.person ?? m.visits_handover_someone()}
      </Link>
    ),
  },
  {
    key: 'role',
    heading: m.visits_handover_role(),
    value: (row) =>
      [roleWords[row.role as Role](), row.district].filter(Boolean).join(m.visits_handover_dot()),
  },
  {
    key: 'ends_on',
    heading: m.visits_handover_ends_on(),
    value: (row) => (row.ends_on ? formatDay(row.ends_on) : ''),
    order: (row) => row.ends_on,
  },
  {
    key: 'to',
    heading: m.visits_handover_to(),
    value: (row) => row.successor?.name ?? m.visits_handover_nobody(),
  },
  {
    key: 'state',
    heading: m.visits_handover_state(),
    value: sayState,
    cell: (row) => (
      <Badge tone={row.received_on ? 'green' : row.handover ? 'blue' : 'yellow'}>{sayState(row)}</Badge>
    ),
  },
];

function sayState({ received_on, handover }: ListedHandover): string {
  if (received_on) return m.visits_handover_received();
  return handover ? m.visits_handover_written() : m.visits_handover_open();
}
