import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { listPeriods } from '../api.ts';
import { yearStates, yearStateWords } from '../model.ts';
import { writeYear } from './shown/wording.ts';

export function loader({ request }: PageArgs) {
  return call(listPeriods, {}, { signal: request.signal });
}

/** Every fiscal year and how far it is: open, fixed, published. */
export function Component() {
  const { periods } = useLoaderData<typeof loader>();
  const day = (on: string | null) => on && formatDay(on);
  return (
    <>
      <PageHeader title={m.plan_periods_title()} lead={m.plan_periods_lead()} />
      <DataTable
        caption={m.plan_periods_title()}
        rows={periods}
        rowKey={({ fiscal_year }) => String(fiscal_year)}
        empty={{ says: m.plan_periods_empty() }}
        columns={[
          {
            key: 'year',
            heading: m.plan_fiscal_year(),
            value: ({ fiscal_year }) => writeYear(fiscal_year),
            order: ({ fiscal_year }) => fiscal_year,
            cell: ({ fiscal_year }) => <Link to={`/periods/${fiscal_year}`}>{writeYear(fiscal_year)}</Link>,
          },
          {
            key: 'state',
            heading: m.plan_state(),
            value: ({ state }) => yearStateWords[state](),
            order: ({ state }) => yearStates.indexOf(state),
            cell: ({ state }) => <Badge tone={toneOf(state)}>{yearStateWords[state]()}</Badge>,
          },
          {
            key: 'fixed',
            heading: m.plan_fixed_on(),
            value: ({ fixed_on }) => day(fixed_on),
            order: (row) => row.fixed_on,
          },
          {
            key: 'published',
            heading: m.plan_published_on(),
            value: ({ published_on }) => day(published_on),
            order: (row) => row.published_on,
          },
          {
            key: 'additions',
            heading: m.plan_additions_head(),
            value: ({ additions }) => additions ?? m.plan_none(),
            numeric: true,
          },
        ]}
      />
    </>
  );
}

function toneOf(state: (typeof yearStates)[number]) {
  if (state === 'published') return 'blue';
  return state === 'over' ? 'yellow' : 'neutral';
}
