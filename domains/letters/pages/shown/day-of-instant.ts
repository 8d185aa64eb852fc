import { dayOf } from '#platform/act.ts';
import type { Day } from '#platform/calendar.ts';

/** The day in the town of an instant as it is answered. */
export function dayOfInstant(instant: string): Day {
  return dayOf(new Date(instant));
}
