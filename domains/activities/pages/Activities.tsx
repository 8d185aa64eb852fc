import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatEraMonth } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listActivityMonths } from '../api.ts';
import { findDueMonth, monthsBack, stateWords } from '../model.ts';

/** The months of whoever keeps a record; everybody else opens the sums of a month. */
export async function loader({ request: { signal } }: PageArgs) {
  return call(listActivityMonths, {}, { signal }).catch((refused: { code?: string }) => {
    if (refused.code === 'not_allowed') return null;
    throw refused;
  });
}

export function Component() {
  const read = useLoaderData<typeof loader>();
  const { today, current } = useMe();
  const months = monthsBack(today, 13);
  const planner = current?.role === 'planner';
  // The running month, the one that is due, the one before, and whatever was written: older months wait for nobody.
  const shown = read?.months.filter(({ state }, i) => i < 3 || state !== 'open') ?? [];
  const due = findDueMonth(shown, today);
  return (
    <>
      <PageHeader
        title={m.activities_title()}
        lead={read ? m.activities_lead() : m.activities_lead_sums()}
        actions={planner && <ButtonLink to="/activity-rules">{m.activities_rules_summary()}</ButtonLink>}
      />
      {read ? (
        <>
          {read.chairs && (
            <Section heading={m.activities_chair_heading({ district: read.chairs.district_name })}>
              <MonthLinks
                months={months.slice(0, 3)}
                to={(month) => `/activities/districts/${read.chairs?.district_id}/${month}`}
                label={(month) => m.activities_chair_link({ month: formatEraMonth(month) })}
              />
            </Section>
          )}
          <Section heading={m.activities_own_heading()}>
            {due && (
              <p>
                <ButtonLink look="solid" to={`/activities/posts/${read.post_id}/${due.month}`}>
                  {m.activities_own_due({ month: formatEraMonth(due.month) })}
                </ButtonLink>
              </p>
            )}
            {shown.length === 0 ? (
              <EmptyState says={m.activities_own_none()} />
            ) : (
              <ul className="grid gap-1">
                {shown.map(({ month, state }) => (
                  <li key={month} className="flex min-h-11 flex-wrap items-center gap-x-4">
                    <Link to={`/activities/posts/${read.post_id}/${month}`}>{formatEraMonth(month)}</Link>
                    <span>{stateWords[state]()}</span>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </>
      ) : (
        <DataTable
          caption={m.activities_sums_caption()}
          rows={months}
          rowKey={(month) => month}
          empty={{ says: m.activities_own_none() }}
          columns={[
            { key: 'month', heading: m.activities_label_month(), value: formatEraMonth },
            {
              key: 'visits',
              heading: m.activities_label_visits(),
              value: () => m.activities_open_visits(),
              cell: (month: string) => (
                <Link to={`/visit-months/${month}`}>
                  {m.activities_visits_title({ month: formatEraMonth(month) })}
                </Link>
              ),
            },
            ...(planner
              ? [
                  {
                    key: 'town',
                    heading: m.activities_label_town(),
                    value: () => m.activities_open_town(),
                    cell: (month: string) => (
                      <Link to={`/activities/town/${month}`}>
                        {m.activities_town_title({ month: formatEraMonth(month) })}
                      </Link>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </>
  );
}

interface MonthLinksProps {
  months: readonly string[];
  to: (month: string) => string;
  label: (month: string) => string;
}

function MonthLinks({ months, to, label }: MonthLinksProps) {
  return (
    <ul className="grid gap-1">
      {months.map((month) => (
        <li key={month} className="flex min-h-11 items-center">
          <Link to={to(month)}>{label(month)}</Link>
        </li>
      ))}
    </ul>
  );
}
