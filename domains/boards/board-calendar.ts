import type { CalendarEntry } from '#platform/icalendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import type { readShownBoard } from './calendar-api.ts';

/** The meetings of a table as entries of a calendar: its name, when and where. */
export function writeBoardEntries({ name, days }: OutputOf<typeof readShownBoard>): CalendarEntry[] {
  return days.map(({ id, held_on, from, until, place, cancelled }) => ({
    uid: id,
    ...{ day: held_on, from, until, summary: name, location: place, cancelled },
  }));
}
