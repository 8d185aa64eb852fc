import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay, formatEraMonth } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { printMonthEnd, readActivityTown } from '../api.ts';
import { sayRule } from '../wording.ts';
import { RecordTables } from './shown/RecordTables.tsx';

export async function loader(args: PageArgs): Promise<OutputOf<typeof readActivityTown> & { month: string }> {
  const month = partOf(args, 'month');
  return { ...(await call(readActivityTown, { month }, { signal: args.request.signal })), month };
}

/** The town's month: which districts are in, which are missing, and what it comes to. */
export function Component() {
  const { month, districts, tables, rule } = useLoaderData<typeof loader>();
  const missing = districts.filter(({ sent_on }) => sent_on === null).length;
  const file = { of: 'town', month } as const;
  return (
    <>
      <PageHeader
        title={m.activities_town_title({ month: formatEraMonth(month) })}
        lead={m.activities_town_lead({ all: districts.length, missing })}
        trail={[{ label: m.activities_title(), to: '/activities' }]}
        actions={
          <>
            <DownloadLink href={hrefOf(printMonthEnd, { ...file, format: 'pdf' })}>
              {m.returns_take_pdf()}
            </DownloadLink>
            <DownloadLink href={hrefOf(printMonthEnd, { ...file, format: 'xlsx' })}>
              {m.activities_take_xlsx()}
            </DownloadLink>
            <DownloadLink href={hrefOf(printMonthEnd, { ...file, format: 'pdf', copy: 'public' })}>
              {m.returns_take_public()}
            </DownloadLink>
          </>
        }
      />
      <Section heading={m.activities_districts()}>
        <DataTable
          caption={m.activities_districts_caption()}
          rows={districts}
          rowKey={({ district_id }) => district_id}
          empty={{ says: m.activities_districts_none() }}
          columns={[
            {
              key: 'district',
              heading: m.activities_label_district(),
              value: ({ district_name }) => district_name,
              cell: ({ district_id, district_name, sent_on }) =>
                sent_on ? (
                  <Link to={`/activities/districts/${district_id}/${month}`}>{district_name}</Link>
                ) : (
                  district_name
                ),
            },
            {
              key: 'state',
              heading: m.activities_fact_state(),
              value: ({ sent_on }) =>
                sent_on ? m.activities_sent_on({ day: formatDay(sent_on) }) : m.activities_not_in(),
            },
            {
              key: 'n',
              heading: m.activities_label_people(),
              value: ({ n, sheets }) => m.activities_people({ n: sheets ?? n }),
            },
          ]}
        />
      </Section>
      <Section heading={m.activities_town_sum()}>
        <p>{sayRule(rule)}</p>
        <RecordTables caption={m.activities_town_sum()} tables={tables} />
      </Section>
    </>
  );
}
