import * as z from 'zod';
import { publishedPlace } from '#domains/places/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { pageKey } from '#platform/page-key.ts';
import { calendarEvent, guideEntry, townEvent } from './model.ts';

/** What one can be found by, as the town says it today. */
export const readGuide = operation({
  route: 'GET /guide',
  summary: m.guide_read_summary,
  may: 'anyone',
  // Lists of words.
  audit: null,
  input: z.object({}),
  output: z.object({
    likings: z.array(guideEntry),
    access: z.array(guideEntry),
    languages: z.array(guideEntry),
  }),
});

/** Places and events by what one would like, district, day of the week and language. */
export const findInTown = operation({
  route: 'GET /guide/finds',
  summary: m.guide_find_summary,
  may: 'anyone',
  // Published words.
  audit: null,
  input: z.object({
    like: z.string().max(40).optional(),
    district: z.uuid().optional(),
    day: z.coerce.number().int().min(1).max(7).optional(),
    language: z.string().max(40).optional(),
    after: pageKey('text').optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.object({
    /** Offices that listen answer it too. */
    windows: z.boolean(),
    places: z.array(publishedPlace),
    next: z.string().nullable(),
    /** The next ones, in their order; with the first places only. */
    events: z.array(townEvent),
  }),
});

export const readTownEvent = operation({
  route: 'GET /guide/events/:id',
  summary: m.guide_event_summary,
  may: 'anyone',
  // Published words.
  audit: null,
  input: z.object({ id: z.uuid() }),
  output: townEvent,
});

/** The events of one place that anybody may know of. */
export const listTownEvents = operation({
  route: 'GET /guide/events',
  summary: m.guide_events_summary,
  may: 'anyone',
  // Published words.
  audit: null,
  input: z.object({ place: z.uuid().optional() }),
  output: z.object({ events: z.array(townEvent) }),
});

/** 催し for a calendar: those still to come, and those that were called off, of a place, a district, a liking or a language. */
export const listCalendarEvents = operation({
  route: 'GET /guide/calendar-events',
  summary: m.guide_calendar_events_summary,
  may: 'anyone',
  // Published words.
  audit: null,
  atOneMoment: true,
  input: z.object({
    place: z.uuid().optional(),
    district: z.uuid().optional(),
    like: z.string().max(40).optional(),
    language: z.string().max(40).optional(),
  }),
  output: z.object({ events: z.array(calendarEvent) }),
});
