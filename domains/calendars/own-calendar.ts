import { writeOpenings } from '#domains/open-data/place-calendar.ts';
import * as m from '#messages';
import type { Day } from '#platform/calendar.ts';
import type { Calendar, CalendarEntry } from '#platform/icalendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import type { OwnDay, readOwnCalendar } from './api.ts';

/** 予定表: the days of one post as a calendar. */
export function writeOwnCalendar(
  { meetings, events, places }: OutputOf<typeof readOwnCalendar>,
  written: Day,
): Calendar {
  return {
    name: m.calendars_title(),
    written,
    entries: [...places.flatMap(writeOpenings), ...meetings.map(writeDay), ...events.map(writeDay)],
  };
}

function writeDay({ id, held_on, from, until, name, place, cancelled }: OwnDay): CalendarEntry {
  return { uid: id, day: held_on, from, until, summary: name, location: place, cancelled };
}
