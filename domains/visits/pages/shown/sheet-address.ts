import type { Month } from '#platform/calendar.ts';

/** Whose sheet of which month: ids of district and group. */
export interface SheetPlace {
  district: string;
  group: string;
  month: Month;
}

/** Where a group's month stands; `part` for a page below it. */
export function addressOfSheet({ district, group, month }: SheetPlace, part = ''): string {
  return `/tally/${district}/${month}${part}?${new URLSearchParams({ group })}`;
}
