import { useLoaderData } from 'react-router';
import { CountTables } from '#domains/returns/pages/shown/CountTables.tsx';
import * as m from '#messages';
import { formatEraMonth } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { printMonthEnd, readVisitMonth } from '../api.ts';
import { sayVisitDefinition } from '../wording.ts';

export async function loader(args: PageArgs): Promise<OutputOf<typeof readVisitMonth> & { month: string }> {
  const month = partOf(args, 'month');
  return { ...(await call(readVisitMonth, { month }, { signal: args.request.signal })), month };
}

/** ふれあいの会: the month by district and way, as the plan counts it. */
export function Component() {
  const { month, definition, table } = useLoaderData<typeof loader>();
  const planner = useMe().current?.role === 'planner';
  const file = { of: 'visits', month } as const;
  return (
    <>
      <PageHeader
        title={m.activities_visits_title({ month: formatEraMonth(month) })}
        lead={sayVisitDefinition(definition)}
        trail={[{ label: m.activities_title(), to: '/activities' }]}
        actions={
          <>
            <DownloadLink href={hrefOf(printMonthEnd, { ...file, format: 'pdf' })}>
              {m.returns_take_pdf()}
            </DownloadLink>
            <DownloadLink href={hrefOf(printMonthEnd, { ...file, format: 'xlsx' })}>
              {m.activities_take_xlsx()}
            </DownloadLink>
            {planner && (
              <DownloadLink href={hrefOf(printMonthEnd, { ...file, format: 'pdf', copy: 'public' })}>
                {m.returns_take_public()}
              </DownloadLink>
            )}
          </>
        }
      />
      <Section heading={m.activities_label_visits()}>
        <CountTables tables={[table]} />
      </Section>
    </>
  );
}
