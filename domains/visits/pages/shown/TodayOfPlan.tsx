import { Link } from 'react-router';
import { TodayOfInquiries } from '#domains/projects/pages/shown/TodayOfInquiries.tsx';
import * as m from '#messages';
import { formatFiscalYear } from '#platform/calendar.ts';
import { formatNumber } from '#platform/figure.ts';
import type { OutputOf } from '#platform/operation.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Section } from '#ui/Section.tsx';
import type { readToday } from '../../today-api.ts';

type PlanView = Extract<OutputOf<typeof readToday>['view'], { for: 'plan' }>;

/** A planner's day: the figures of the open year so far, and what came after a year was fixed. */
export function TodayOfPlan({ view: { fiscal_year, inquiries, figures, additions } }: { view: PlanView }) {
  const year = formatFiscalYear(fiscal_year);
  return (
    <>
      <TodayOfInquiries inquiries={inquiries} />
      <Section heading={m.visits_today_figures({ year })}>
        {figures.length === 0 && <EmptyState says={m.visits_today_no_figures()} />}
        <ul className="grid gap-3">
          {figures.map(({ plan, indicator, wording, unit, so_far, target }) => (
            <li key={`${plan} ${indicator}`} className="border-b border-solid-gray-300 pb-3">
              <Link
                to={`/plans/${plan}/indicators/${indicator}?year=${fiscal_year}`}
                className="inline-block py-2 text-std-18B-160"
              >
                {wording}
              </Link>
              <p>
                {m.visits_so_far({ figure: write(so_far, unit) })}
                {target !== null && m.visits_of_target({ target: write(target, unit) })}
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={m.visits_today_additions()}>
        {additions.length === 0 && <p>{m.visits_today_no_additions()}</p>}
        <ul className="grid gap-3">
          {additions.map((one) => (
            <li key={`${one.plan} ${one.indicator} ${one.fiscal_year}`}>
              <Link to={`/periods/${one.fiscal_year}`} className="inline-block py-2">
                {m.visits_addition({
                  year: formatFiscalYear(one.fiscal_year),
                  wording: one.wording,
                  n: one.n,
                })}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function write(figure: number | null, unit: string): string {
  return figure === null ? m.visits_not_given() : m.visits_figure({ figure: formatNumber(figure, 0), unit });
}
