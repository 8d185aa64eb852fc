import * as z from 'zod';
import { openingRule, shownDay } from '#domains/places/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';

const nothing = z.object({});

const day = z.object({
  id: z.uuid(),
  held_on: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  /** Of a table its name, of an event its title. */
  name: z.string(),
  place: z.string().nullable(),
  cancelled: z.boolean(),
});
export type OwnDay = z.output<typeof day>;

/** The days of the post in use: meetings of the tables it goes to, and what takes place at the places it looks after. Nobody's name. */
export const readOwnCalendar = operation({
  route: 'GET /me/calendar',
  summary: m.calendars_read_summary,
  may: 'signed_in',
  // Days of one's own work; nothing of another person.
  audit: null,
  atOneMoment: true,
  input: nothing,
  output: z.object({
    /** Since a month ago, in their order. */
    meetings: z.array(day),
    events: z.array(day),
    /** Places that one looks after, and when they are open. */
    places: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        what: z.string(),
        address: z.string().nullable(),
        latitude: z.number().nullable(),
        longitude: z.number().nullable(),
        times: z.array(openingRule),
        times_words: z.string().nullable(),
        confirmed_on: z.string(),
        days: z.array(shownDay),
      }),
    ),
  }),
});

/** Whether the post in use has an address for its days, and since when. */
export const readCalendarAddress = operation({
  route: 'GET /me/calendar-address',
  summary: m.calendars_address_summary,
  may: 'signed_in',
  audit: null,
  input: nothing,
  output: z.object({ address: z.object({ id: z.uuid(), made_at: z.string() }).nullable() }),
});

/** A new secret address for the days of the post in use, shown once; the one before opens nothing any more. */
export const makeCalendarAddress = operation({
  route: 'POST /me/calendar-address',
  summary: m.calendars_make,
  may: 'signed_in',
  audit: 'calendar_address.made',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), secret_token: z.string().nullable() }),
});

/** The address opens nothing any more, at once. */
export const endCalendarAddress = operation({
  route: 'DELETE /me/calendar-address/:id',
  summary: m.calendars_end,
  may: 'signed_in',
  audit: 'calendar_address.ended',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});
