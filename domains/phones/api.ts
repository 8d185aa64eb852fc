import * as z from 'zod';
import { storedContent, visitingRoles } from '#domains/visits/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { courierRole, decisions, endReasons, lateReasons, standings } from './model.ts';

const gatheringRoles = ['gatherer', 'council_officer'] as const;

export const readDeliveryKeys = operation({
  route: 'GET /delivery-keys',
  summary: m.phones_keys_summary,
  may: visitingRoles,
  // Public halves of two keys of the house.
  audit: null,
  input: z.object({}),
  output: z.object({
    /** What phones seal to, and what they check receipts with: P-256 points. */
    opening: z.string(),
    receipts: z.string(),
  }),
});

export const registerPhone = operation({
  route: 'POST /phones',
  summary: m.phones_register_summary,
  may: visitingRoles,
  audit: 'phone.registered',
  input: z.object({
    id: z.uuid(),
    name: z
      .string({ error: () => m.phones_field_name() })
      .trim()
      .min(1, { error: () => m.phones_field_name() })
      .max(40, { error: () => m.phones_field_name() }),
    /** The public half of the phone's own key: a P-256 point. */
    signing_key: z.string().regex(/^[\w-]{87}$/, { error: () => m.phones_field_key() }),
  }),
  output: z.object({ id: z.uuid() }),
});

const phone = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Whose it is; null where the reader may not know the name. */
  owner_name: z.string().nullable(),
  own: z.boolean(),
  registered_at: z.string(),
  heard_at: z.string().nullable(),
  end: z.object({ reason: z.enum(endReasons), ended_at: z.string() }).nullable(),
});

export const listPhones = operation({
  route: 'GET /phones',
  summary: m.phones_list_summary,
  may: visitingRoles,
  audit: 'phones.listed',
  input: z.object({
    /** The last phone of the page before. */
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ phones: z.array(phone), next: z.uuid().nullable() }),
});

export const endPhone = operation({
  route: 'POST /phones/:id/end',
  summary: m.phones_end_summary,
  may: visitingRoles,
  audit: 'phone.ended',
  input: z.object({
    id: z.uuid(),
    reason: z.enum(endReasons, { error: () => m.phones_field_end_reason() }),
  }),
  output: z.object({ id: z.uuid() }),
});

/** Asked by the courier of a phone that brings something. */
export const meetPhone = operation({
  route: 'POST /phones/:id/meeting',
  summary: m.phones_meet_summary,
  may: [courierRole],
  audit: 'phone.met',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    standing: z.enum(standings),
    signing_key: z.string().nullable(),
    account_id: z.uuid().nullable(),
  }),
});

/** Which of a delivery's calls meet a visit of the same household and day by somebody else, or wait for a decision already. */
export const weighCalls = operation({
  route: 'POST /phones/:id/weighing',
  summary: m.phones_weigh_summary,
  may: [courierRole],
  audit: 'phone.calls_weighed',
  secrets: ['calls'],
  input: z.object({
    id: z.uuid(),
    calls: z
      .array(
        z.object({
          call: z.uuid(),
          visit: z.uuid(),
          household: z.uuid(),
          day: z.iso.date(),
          condition: z.string().nullable(),
        }),
      )
      .max(200),
  }),
  output: z.object({
    calls: z.array(z.uuid()),
    /** Households named that are entries of one with another: by that other's id. */
    doors: z.array(z.object({ household: z.uuid(), door: z.uuid() })),
  }),
});

/** Keeps what came late for whoever gathers in the district. The call's id is the row's: it stands once. */
export const keepLateCall = operation({
  route: 'POST /late-calls',
  summary: m.phones_keep_summary,
  may: [courierRole],
  audit: 'phone.call_kept',
  subjects: ({ household_id }) => (household_id ? [household_id] : []),
  secrets: ['input'],
  input: z.object({
    id: z.uuid(),
    phone_id: z.uuid(),
    operation: z.string().max(100),
    input: z.record(z.string(), z.unknown()),
    household_id: z.uuid().nullable(),
    why: z.enum(lateReasons),
    made_at: z.iso.datetime(),
  }),
  output: z.object({ id: z.uuid() }),
});

const comparedVisit = storedContent.extend({ has_photo: z.boolean() });
export type ComparedVisit = z.output<typeof comparedVisit>;

const lateCall = z.object({
  id: z.uuid(),
  why: z.enum(lateReasons),
  made_at: z.string(),
  received_at: z.string(),
  visitor_name: z.string().nullable(),
  household_id: z.uuid().nullable(),
  household_name: z.string().nullable(),
  /** What was written; null for what was taken in, which reads where it went. */
  visit: comparedVisit.nullable(),
  /** What the book says now, as far as the reader may see it; null once it is decided. */
  book: z
    .object({
      /** Null where the household is not the reader's to see. */
      household: z
        .object({
          closed_on: z.string().nullable(),
          why: z.enum(['moved', 'died', 'facility', 'declined', 'mistake']).nullable(),
          /** The entry it is one with now. */
          merged_into: z.string().nullable(),
          /** The visitor looks in there today. */
          on_round: z.boolean(),
          /** Who looks in there today. */
          visitors: z.array(z.string()),
        })
        .nullable(),
      /** Visits of that household and day that stand. */
      visits: z.array(
        comparedVisit.extend({
          id: z.uuid(),
          version: z.int(),
          visitor_name: z.string().nullable(),
          written_by_name: z.string().nullable(),
          same_visitor: z.boolean(),
        }),
      ),
      /** Entries it may be now: the one it was merged into, and others of the same reading. */
      places: z.array(z.object({ id: z.uuid(), name: z.string(), address: z.string(), number: z.string() })),
    })
    .nullable(),
  /** Of the reader's own post: it is told, and does not decide. */
  own: z.boolean(),
  decision: z.object({ outcome: z.enum(decisions), reason: z.string().nullable() }).nullable(),
});
export type LateCall = z.output<typeof lateCall>;

export const listLateCalls = operation({
  route: 'GET /late-calls',
  summary: m.phones_late_summary,
  may: visitingRoles,
  audit: 'late_calls.listed',
  offline: true,
  subjects: (_, { calls }) => calls.flatMap(({ household_id }) => household_id ?? []),
  input: z.object({
    box: z.enum(['waiting', 'decided']).default('waiting'),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ calls: z.array(lateCall), next: z.uuid().nullable() }),
});

export const takeInLateCall = operation({
  route: 'POST /late-calls/:id/taking-in',
  summary: m.phones_take_in_summary,
  may: gatheringRoles,
  audit: 'late_call.taken_in',
  subjects: (_, { household_id }) => [household_id],
  input: z.object({
    id: z.uuid(),
    /** Where the household is now; left out: as it says. */
    household_id: z.uuid().nullable().default(null),
  }),
  output: z.object({ id: z.uuid(), household_id: z.uuid(), visit_id: z.uuid() }),
});

/** It is a visit that stands in the book already: one of the two stays. */
export const joinLateCall = operation({
  route: 'POST /late-calls/:id/same-visit',
  summary: m.phones_join_summary,
  may: gatheringRoles,
  audit: 'late_call.joined',
  subjects: (_, { household_id }) => [household_id],
  input: z.object({
    id: z.uuid(),
    visit_id: z.uuid(),
    /** The version whose words were compared. */
    version: z.int().min(1),
    keep: z.enum(['book', 'phone']),
  }),
  output: z.object({ id: z.uuid(), household_id: z.uuid(), visit_id: z.uuid() }),
});

export const setLateCallAside = operation({
  route: 'POST /late-calls/:id/setting-aside',
  summary: m.phones_set_aside_summary,
  may: gatheringRoles,
  audit: 'late_call.set_aside',
  input: z.object({
    id: z.uuid(),
    reason: z
      .string({ error: () => m.phones_field_reason() })
      .trim()
      .min(1, { error: () => m.phones_field_reason() })
      .max(500, { error: () => m.phones_field_reason() }),
  }),
  output: z.object({ id: z.uuid() }),
});
