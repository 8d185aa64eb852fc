import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { callers, dayOr, sitters, textOf } from './model.ts';

export * from './fact-api.ts';
export * from './item-api.ts';
export * from './member-api.ts';
export * from './print-api.ts';
export * from './role-api.ts';
export * from './seat-api.ts';

const kind = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  law: z.string(),
  called_by: z.array(z.enum(callers)),
  needs_consent: z.boolean(),
  sealed: z.boolean(),
  secrecy: z.boolean(),
  weighs_plans: z.boolean(),
  days_open: z.int(),
  starts_on: z.string(),
});
export type ConferenceKind = z.output<typeof kind>;

export const listConferenceKinds = operation({
  route: 'GET /conference-kinds',
  summary: m.conferences_kinds_summary,
  may: sitters,
  audit: null,
  input: z.object({}),
  output: z.object({
    /** Of every code the one that is in force today, and those that will be. */
    kinds: z.array(kind),
  }),
});

/** Sets a kind anew from a day on; the items held under the one before keep it. */
export const setConferenceKind = operation({
  route: 'POST /conference-kinds',
  summary: m.conferences_set_kind_summary,
  may: ['convener'],
  audit: 'conference_kind.set',
  input: z.object({
    id: z.uuid(),
    code: z.string().regex(/^[a-z_]{2,40}$/, { error: () => m.conferences_field_code() }),
    name: textOf(m.conferences_field_name, 60),
    law: textOf(m.conferences_field_law, 200),
    called_by: z.array(z.enum(callers)).min(1, { error: () => m.conferences_field_called_by() }),
    needs_consent: z.boolean({ error: () => m.conferences_field_needs_consent() }),
    secrecy: z.boolean({ error: () => m.conferences_field_secrecy() }),
    weighs_plans: z.boolean({ error: () => m.conferences_field_weighs_plans() }).default(false),
    days_open: z
      .int({ error: () => m.conferences_field_days_open() })
      .min(0, { error: () => m.conferences_field_days_open() })
      .max(366, { error: () => m.conferences_field_days_open() }),
    starts_on: dayOr(m.conferences_field_starts_on),
  }),
  output: z.object({ id: z.uuid() }),
});

const sitting = {
  held_on: dayOr(m.conferences_field_held_on),
  starts_at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => m.conferences_field_starts_at() }),
  place: textOf(m.conferences_field_place, 100),
};

export const callConference = operation({
  route: 'POST /conferences',
  summary: m.conferences_call_summary,
  may: callers,
  audit: 'conference.called',
  input: z.object({ id: z.uuid(), ...sitting }),
  output: z.object({ id: z.uuid() }),
});

export const moveConference = operation({
  route: 'PUT /conferences/:id',
  summary: m.conferences_move_summary,
  may: callers,
  audit: 'conference.moved',
  input: z.object({ id: z.uuid(), version: z.int(), ...sitting }),
  output: z.object({ id: z.uuid() }),
});

/** No more items are added. Each item is closed by who called it. */
export const closeConference = operation({
  route: 'POST /conferences/:id/closing',
  summary: m.conferences_close_sitting_summary,
  may: callers,
  audit: 'conference.closed',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

const listed = z.object({
  id: z.uuid(),
  held_on: z.string(),
  starts_at: z.string(),
  place: z.string(),
  body_name: z.string(),
  own: z.boolean(),
  closed: z.boolean(),
  version: z.int(),
});
export type Sitting = z.output<typeof listed>;

export const listConferences = operation({
  route: 'GET /conferences',
  summary: m.conferences_list_summary,
  may: sitters,
  audit: 'conferences.listed',
  input: z.object({
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    conferences: z.array(listed.extend({ items: z.int(), waiting: z.int() })),
    next: z.string().nullable(),
  }),
});

const agendaItem = z.object({
  id: z.uuid(),
  kind_name: z.string(),
  sealed: z.boolean(),
  body_name: z.string(),
  /** The actor's role in its body has called it. */
  called: z.boolean(),
  state: z.enum(['called', 'held', 'closed', 'ended']),
  /** Null where the words are no longer open. */
  title: z.string().nullable(),
  clients: z.array(z.object({ id: z.uuid(), name: z.string().nullable() })),
});
export type AgendaItem = z.output<typeof agendaItem>;

const invitation = z.object({
  seat_id: z.uuid(),
  item_id: z.uuid(),
  kind_name: z.string(),
  law: z.string(),
});

export const readConference = operation({
  route: 'GET /conferences/:id',
  summary: m.conferences_read_summary,
  may: sitters,
  audit: 'conference.read',
  subjects: (_, { items }) => items.flatMap(({ clients }) => clients.map(({ id }) => id)),
  input: z.object({ id: z.uuid() }),
  output: listed.extend({
    /** What the actor may see, in the order of the agenda: whatever else there is leaves no gap. */
    items: z.array(agendaItem),
    /** Seats of the actor's own post that wait for the duty of secrecy to be confirmed. */
    invitations: z.array(invitation),
    /** Those who are on an item the actor called: for each of them papers can be printed. */
    attendees: z.array(z.object({ key: z.uuid(), name: z.string(), office: z.string(), guest: z.boolean() })),
  }),
});
