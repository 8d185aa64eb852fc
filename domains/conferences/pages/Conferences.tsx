import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { listConferences } from '../api.ts';
import { mayCall } from './shown/may-call.ts';

type Listed = OutputOf<typeof listConferences>['conferences'][number];

export function loader(args: PageArgs) {
  return call(listConferences, queryOf(args) as InputOf<typeof listConferences>, {
    signal: args.request.signal,
  });
}

/** The sittings one knows of: a day and a place, and how much of them is for oneself. */
export function Component() {
  const { conferences, next } = useLoaderData<typeof loader>();
  const calls = mayCall(useMe().current?.role);
  return (
    <>
      <PageHeader
        title={m.conferences_title()}
        lead={m.conferences_lead()}
        actions={
          <>
            {calls && (
              <ButtonLink look="solid" to="/conferences/new">
                {m.conferences_call_summary()}
              </ButtonLink>
            )}
            <ButtonLink to="/role-lines">{m.conferences_roles_title()}</ButtonLink>
            <ButtonLink to="/crossing-facts">{m.conferences_facts_title()}</ButtonLink>
            <ButtonLink look="text" to="/conference-kinds">
              {m.conferences_kinds_title()}
            </ButtonLink>
          </>
        }
      />
      <DataTable
        caption={m.conferences_title()}
        rows={conferences}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: calls ? m.conferences_empty_caller() : m.conferences_empty() }}
      />
      <Pagination next={next} />
    </>
  );
}

const columns: Column<Listed>[] = [
  {
    key: 'day',
    heading: m.conferences_when(),
    value: ({ held_on, starts_at }) => m.conferences_day_time({ day: formatDay(held_on), time: starts_at }),
    order: ({ held_on, starts_at }) => `${held_on} ${starts_at}`,
    cell: ({ id, held_on, starts_at }) => (
      <Link to={`/conferences/${id}`}>
        {m.conferences_day_time({ day: formatDay(held_on), time: starts_at })}
      </Link>
    ),
  },
  { key: 'place', heading: m.conferences_place(), value: ({ place }) => place },
  { key: 'body', heading: m.conferences_caller(), value: ({ body_name }) => body_name },
  { key: 'items', heading: m.conferences_items_seen(), numeric: true, value: ({ items }) => items },
  { key: 'waiting', heading: m.conferences_waiting(), numeric: true, value: ({ waiting }) => waiting },
];
