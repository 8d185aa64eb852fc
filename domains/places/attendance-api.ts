import * as z from 'zod';
import { wordsOrNone } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { attendanceWays, placeKeepers } from './model.ts';

const id = z.object({ id: z.uuid() });
const day = z.iso.date({ error: () => m.places_field_day() });
const heads = {
  error: () => m.places_field_heads(),
};

/** One day at a place: who is expected and who came, by name where the actor sees names, and how many heads there were. */
export const readPlaceDay = operation({
  route: 'GET /places/:id/on/:day',
  summary: m.places_day_read_summary,
  may: placeKeepers,
  audit: 'place_day.read',
  subjects: (_, { people }) => people.map(({ guest_id }) => guest_id),
  input: z.object({ id: z.uuid(), day }),
  output: z.object({
    id: z.uuid(),
    name: z.string(),
    named: z.boolean(),
    events: z.array(z.object({ id: z.uuid(), title: z.string() })),
    /** Whoever came, is registered or showed a card first; then whom the place knows. */
    people: z.array(
      z.object({
        guest_id: z.uuid(),
        name: z.string(),
        came: z.enum(attendanceWays).nullable(),
        registered: z.boolean(),
        /** How many the registration is for, who is named among them; null without one. */
        heads: z.int().nullable(),
        card: z.boolean(),
      }),
    ),
    /** How many came, with names and without. */
    heads: z.int(),
  }),
});

/**
 * Who came on a day, as it was seen or read off the paper. Whoever is ticked counts once, however often it is said, and with them as many
 * heads as they registered for; whoever is not ticked and was before is taken back. A head count is the whole of a day: those with names are among the heads.
 */
export const recordAttendance = operation({
  route: 'POST /places/:place_id/attendance',
  summary: m.places_attend_summary,
  may: placeKeepers,
  audit: 'place_day.recorded',
  subjects: ({ came }) => came,
  input: z.object({
    place_id: z.uuid(),
    held_on: day,
    event_id: z.uuid().optional(),
    came: z.array(z.uuid()).max(500).default([]),
    /** Whom the form showed: only they can be taken back. */
    seen: z.array(z.uuid()).max(500).default([]),
    /** Names that stood on the paper besides, one on a line. */
    others: wordsOrNone(2000, m.places_field_too_long),
    heads: z.coerce.number(heads).int(heads).min(0, heads).max(2000, heads).optional(),
    late_reason: wordsOrNone(500, m.places_field_too_long),
  }),
  output: z.object({ place_id: z.uuid() }),
});

/** Whom a place knows, when each came last, and who agreed to be asked after. */
export const listGuests = operation({
  route: 'GET /places/:id/guests',
  summary: m.places_guests_summary,
  may: placeKeepers,
  audit: 'place_guests.listed',
  subjects: (_, { guests }) => guests.map((one) => one.id),
  input: z.object({
    id: z.uuid(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({
    name: z.string(),
    guests: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        kana: z.string().nullable(),
        phone: z.string().nullable(),
        last_came_on: z.string().nullable(),
        /** May be asked after when not seen for long. */
        agreed: z.boolean(),
        /** Agreed, and not seen for as long as the rule says. */
        missed: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
    /** Weeks after which somebody who agreed is named here; null: nobody is. */
    weeks: z.int().nullable(),
  }),
});

/** Whether somebody may be asked after who has not come for long; the newest word holds. */
export const recordGuestConsent = operation({
  route: 'POST /place-guests/:guest_id/consents',
  summary: m.places_consent_summary,
  may: placeKeepers,
  audit: 'place_guest.consent_recorded',
  subjects: ({ guest_id }) => [guest_id],
  input: z.object({ id: z.uuid(), guest_id: z.uuid(), decision: z.enum(['given', 'withdrawn']) }),
  output: id,
});

/** Strikes a name out of the place's list at once; what was counted stays a count. */
export const strikeGuest = operation({
  route: 'POST /place-guests/:id/striking',
  summary: m.places_strike_summary,
  may: placeKeepers,
  audit: 'place_guest.struck_out',
  subjects: (input) => [input.id],
  input: id,
  output: id,
});

export const setAbsenceRule = operation({
  route: 'POST /places/:place_id/absence-rules',
  summary: m.places_absence_summary,
  may: placeKeepers,
  audit: 'place.absence_rule_set',
  input: z.object({
    id: z.uuid(),
    place_id: z.uuid(),
    /** Left out: nobody is named. */
    weeks: z.coerce
      .number({ error: () => m.places_field_weeks() })
      .int({ error: () => m.places_field_weeks() })
      .min(1, { error: () => m.places_field_weeks() })
      .max(52, { error: () => m.places_field_weeks() })
      .optional(),
  }),
  output: id,
});

/** 来た人の数: how often and how many, by place, of a fiscal year or a month of it. Nobody is named. */
export const readAttendanceFigures = operation({
  route: 'GET /attendance-figures',
  summary: m.places_figures_summary,
  may: [...placeKeepers, 'planner'],
  audit: null,
  input: z.object({
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
    district: z.uuid().optional(),
  }),
  output: z.object({
    from: z.string(),
    until: z.string(),
    /** Which wording of how it is counted (model of figures). */
    definition: z.object({ version: z.int(), words: z.string() }),
    rows: z.array(
      z.object({
        place_id: z.uuid(),
        name: z.string(),
        district_name: z.string().nullable(),
        days: z.int(),
        heads: z.int(),
        people: z.int(),
        nameless: z.int(),
      }),
    ),
    /** 延べ over the places, from the one count everything is counted with where the actor counts the whole town. */
    heads: z.int(),
  }),
});
