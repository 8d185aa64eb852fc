import { addDays, fiscalYearOf, type Month, monthsOfFiscalYear } from '#platform/calendar.ts';

export function monthBefore(month: Month): Month {
  return addDays(`${month}-01`, -1).slice(0, 7);
}

export function monthAfter(month: Month): Month {
  return addDays(`${month}-28`, 5).slice(0, 7);
}

/** The months of this fiscal year so far and of the two before it, the newest first. */
export function monthsUntil(now: Month): Month[] {
  const year = fiscalYearOf(`${now}-01`);
  return [year, year - 1, year - 2]
    .flatMap((one) => monthsOfFiscalYear(one).toReversed())
    .filter((month) => month <= now);
}
