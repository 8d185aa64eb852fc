import type { listCalendarEvents } from '#domains/guide/api.ts';
import { currentSite } from '#platform/credentials/site.ts';
import type { CalendarEntry } from '#platform/icalendar.ts';
import type { OutputOf } from '#platform/operation.ts';

/** What of an event anybody may know, whether it takes place or was called off. */
export type CalendarEvent = OutputOf<typeof listCalendarEvents>['events'][number];

/** 催し as an entry of a calendar: the same entry in the calendar of its place and of its district. */
export function writeEvent({ id, place, called_off, ...event }: CalendarEvent): CalendarEntry {
  return {
    uid: id,
    ...{ day: event.held_on, from: event.from, until: event.until },
    summary: event.title,
    description: [event.what, event.cost].filter(Boolean).join('\n'),
    location: [place.name, place.address].filter(Boolean).join(' '),
    cancelled: called_off,
    // Of what is called off there is no page any more.
    ...(!called_off && { url: `${currentSite().origin}/town/events/${id}` }),
  };
}
