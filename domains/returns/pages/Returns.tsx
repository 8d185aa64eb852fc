import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay, formatFiscalYear } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { listReturns } from '../api.ts';
import { returnCodes, returnWords } from '../model.ts';

export function loader({ request }: PageArgs) {
  return call(listReturns, {}, { signal: request.signal });
}

/** The returns of the last years, and which of them have been sent. */
export function Component() {
  const { returns } = useLoaderData<typeof loader>();
  const planner = useMe().current?.role === 'planner';
  return (
    <>
      <PageHeader
        title={m.returns_title()}
        lead={planner ? m.returns_lead_town() : m.returns_lead_window()}
      />
      <DataTable
        caption={m.returns_list_summary()}
        rows={returns}
        rowKey={({ code, fiscal_year }) => `${code} ${fiscal_year}`}
        empty={{ says: m.returns_empty() }}
        columns={[
          {
            key: 'year',
            heading: m.returns_label_year(),
            value: ({ fiscal_year }) => formatFiscalYear(fiscal_year),
            order: ({ fiscal_year }) => fiscal_year,
          },
          {
            key: 'code',
            heading: m.returns_label_return(),
            value: ({ code }) => returnWords[code](),
            order: ({ code }) => returnCodes.indexOf(code),
            cell: ({ code, fiscal_year }) => (
              <Link to={`/returns/${code}/${fiscal_year}`}>
                {m.returns_link({ title: returnWords[code](), year: formatFiscalYear(fiscal_year) })}
              </Link>
            ),
          },
          {
            key: 'sent',
            heading: m.returns_fact_state(),
            value: ({ sent_on }) =>
              sent_on === null ? m.returns_not_sent() : m.returns_sent_on({ day: formatDay(sent_on) }),
          },
        ]}
      />
    </>
  );
}
