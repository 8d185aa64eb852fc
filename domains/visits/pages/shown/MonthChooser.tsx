import { Link } from 'react-router';
import * as m from '#messages';
import {
  fiscalYearOf,
  formatFiscalYear,
  formatMonth,
  type Month,
  monthsOfFiscalYear,
} from '#platform/calendar.ts';
import { useMe } from '#ui/me.ts';
import { monthBefore } from './months.ts';

/** The months of a fiscal year, each one press away, and the ways to the years beside it. */
export function MonthChooser({ month }: { month: Month }) {
  const now = useMe().today.slice(0, 7);
  const year = fiscalYearOf(`${month}-01`);
  const months = monthsOfFiscalYear(year);
  const later = monthsOfFiscalYear(year + 1)[0] ?? now;
  return (
    <nav aria-label={m.visits_choose_month()} className="mb-8 print:hidden">
      <ul className="flex flex-wrap items-center gap-2">
        <li>
          <Link to={`?month=${monthBefore(months[0] ?? month)}`} className={look(false)}>
            {m.visits_year_before({ year: formatFiscalYear(year - 1) })}
          </Link>
        </li>
        {months
          .filter((one) => one <= now)
          .map((one) => (
            <li key={one}>
              <Link
                to={`?month=${one}`}
                aria-current={one === month ? 'page' : undefined}
                className={look(one === month)}
              >
                {formatMonth(one)}
              </Link>
            </li>
          ))}
        {later <= now && (
          <li>
            <Link to={`?month=${later}`} className={look(false)}>
              {m.visits_year_after({ year: formatFiscalYear(year + 1) })}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

function look(isHere: boolean): string {
  return `inline-flex min-h-11 items-center rounded-8 border px-3 no-underline hover:underline ${
    isHere ? 'border-key-900 bg-key-900 text-white hover:text-white' : 'border-solid-gray-536 text-blue-1000'
  }`;
}
