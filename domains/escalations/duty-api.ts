import * as z from 'zod';
import { visitingRoles } from '#domains/visits/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { hours } from './model.ts';

const keepers = ['council_officer', 'administrator'];

const time = z.iso.time({ precision: -1, error: () => m.escalations_field_time() });
const day = (error: () => string) => z.iso.date({ error });
const text = (max: number, error: () => string) =>
  z.string({ error }).trim().min(1, { error }).max(max, { error });

const officeHours = z.object({
  weekdays: z
    .array(z.coerce.number().int().min(1).max(7))
    .min(1, { error: () => m.escalations_field_weekdays() }),
  opens: time,
  closes: time,
  alarm_minutes: z
    .int({ error: () => m.escalations_field_minutes() })
    .min(5, { error: () => m.escalations_field_minutes() })
    .max(240, { error: () => m.escalations_field_minutes() }),
});

const contact = z.object({ id: z.uuid(), name: z.string(), phone: z.string(), words: z.string().nullable() });

/** Whether somebody watches now, and whom to call. */
export const readDutyNow = operation({
  route: 'GET /duties/now',
  summary: m.escalations_duty_now_summary,
  may: visitingRoles,
  audit: null,
  finishing: true,
  input: z.object({ district: z.uuid().optional() }),
  output: z.object({
    open: z.boolean(),
    /** When somebody watches again. */
    next_opening: z.object({ day: z.string(), time: z.string() }),
    /** Within so many minutes an 異変 should have been taken. */
    alarm_minutes: z.int(),
    /** Whom to call at this hour, the district's own first. */
    contacts: z.array(contact),
  }),
});

/** When somebody watches and whom to call at any hour, for whoever will have no signal by then. */
export const readWatch = operation({
  route: 'GET /duties/watch',
  summary: m.escalations_watch_summary,
  may: visitingRoles,
  audit: null,
  offline: true,
  finishing: true,
  input: z.object({}),
  output: z.object({
    calendar: officeHours.extend({ closed: z.array(z.string()) }),
    contacts: z.array(contact.extend({ hours: z.enum(hours) })),
  }),
});

export const readOfficeHours = operation({
  route: 'GET /office-hours',
  summary: m.escalations_hours_summary,
  may: [...visitingRoles, 'administrator'],
  audit: null,
  input: z.object({}),
  output: officeHours.extend({
    /** From the day of the last decision on; null: nobody has decided yet. */
    since: z.string().nullable(),
    /** A decision that begins later. */
    next: officeHours.extend({ starts_on: z.string() }).nullable(),
    /** Days off from today on. */
    closed: z.array(z.object({ day: z.string(), name: z.string() })),
    /** The last day for which days off are entered; null: none are. */
    closed_until: z.string().nullable(),
  }),
});

export const setOfficeHours = operation({
  route: 'POST /office-hours',
  summary: m.escalations_set_hours_summary,
  may: ['administrator'],
  audit: 'office_hours.set',
  input: officeHours.extend({
    id: z.uuid(),
    starts_on: day(() => m.escalations_field_from()),
  }),
  output: z.object({ id: z.uuid() }),
});

export const closeDays = operation({
  route: 'POST /closed-days',
  summary: m.escalations_close_days_summary,
  may: ['administrator'],
  audit: 'closed_days.set',
  input: z.object({
    /** One day a line: the day, a comma, its name. The government's own list can be put in as it is. */
    lines: text(20_000, () => m.escalations_field_lines()),
  }),
  output: z.object({ days: z.int() }),
});

export const openDay = operation({
  route: 'POST /closed-days/opening',
  summary: m.escalations_open_day_summary,
  may: ['administrator'],
  audit: 'closed_day.opened',
  input: z.object({ day: day(() => m.escalations_field_day()) }),
  output: z.object({ day: z.string() }),
});

export const listDuties = operation({
  route: 'GET /duties',
  summary: m.escalations_duties_summary,
  may: [...visitingRoles, 'administrator'],
  audit: null,
  finishing: true,
  input: z.object({}),
  output: z.object({
    duties: z.array(
      z.object({
        id: z.uuid(),
        district_id: z.uuid().nullable(),
        district_name: z.string().nullable(),
        hours: z.enum(hours),
        name: z.string(),
        phone: z.string(),
        words: z.string().nullable(),
        /** Whose 今日 it is meant for. */
        officer: z.string().nullable(),
        starts_on: z.string(),
        ends_on: z.string().nullable(),
      }),
    ),
    /** Who can be put on it; empty for whoever does not keep the roster. */
    officers: z.array(
      z.object({ post_id: z.uuid(), name: z.string(), district_name: z.string().nullable() }),
    ),
  }),
});

export const addDuty = operation({
  route: 'POST /duties',
  summary: m.escalations_add_duty_summary,
  may: keepers,
  audit: 'duty.added',
  input: z.object({
    id: z.uuid(),
    district_id: z.uuid().nullable().default(null),
    hours: z.enum(hours, { error: () => m.escalations_field_hours() }),
    name: text(60, () => m.escalations_field_name()),
    phone: z
      .string({ error: () => m.escalations_field_phone() })
      .trim()
      .regex(/^[0-9+][0-9-]{2,19}$/, { error: () => m.escalations_field_phone() }),
    words: z
      .string()
      .trim()
      .max(200, { error: () => m.escalations_field_duty_words() })
      .transform((said) => said || null)
      .nullable()
      .default(null),
    post_id: z.uuid().nullable().default(null),
    starts_on: day(() => m.escalations_field_from()),
    ends_on: day(() => m.escalations_field_until())
      .nullable()
      .default(null),
  }),
  output: z.object({ id: z.uuid() }),
});

export const endDuty = operation({
  route: 'POST /duties/:id/end',
  summary: m.escalations_end_duty_summary,
  may: keepers,
  audit: 'duty.ended',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});
