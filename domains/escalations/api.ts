import * as z from 'zod';
import { conditions, contacts, visitingRoles } from '#domains/visits/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { levels, states, steps } from './model.ts';

export * from './duty-api.ts';
export * from './rule-api.ts';

/** Who takes it, acts on it and closes it. */
const acting = ['gatherer', 'council_officer'];

const step = z.object({
  n: z.int(),
  step: z.enum(steps),
  by_name: z.string(),
  /** As an instant. */
  stepped_at: z.string(),
  /** For whoever raised it. */
  told: z.string().nullable(),
  /** Among those who act; null also for whoever may not read them. */
  words: z.string().nullable(),
});

const shown = z.object({
  id: z.uuid(),
  level: z.enum(levels),
  household_id: z.uuid(),
  household_name: z.string().nullable(),
  district_name: z.string(),
  visit_id: z.uuid().nullable(),
  visitor_name: z.string().nullable(),
  /** Raised under the reader's own post. */
  own: z.boolean(),
  raised_at: z.string(),
  due_at: z.string(),
  /** Nobody has taken it, and its time is over. */
  late: z.boolean(),
  in_hours: z.boolean(),
  meant_for: z.string().nullable(),
  state: z.enum(states),
  /** Who has it in hand; null while nobody has taken it. */
  taken_by: z.string().nullable(),
  taken_at: z.string().nullable(),
  /** What whoever raised it was told last. */
  told: z.string().nullable(),
  /** The visit it came with was taken back. */
  visit_withdrawn: z.boolean(),
});

export const listEscalations = operation({
  route: 'GET /escalations',
  summary: m.escalations_list_summary,
  may: visitingRoles,
  audit: 'escalations.listed',
  offline: true,
  subjects: (_, { escalations }) => [...new Set(escalations.map(({ household_id }) => household_id))],
  finishing: true,
  input: z.object({
    state: z.enum(['open', 'closed']).default('open'),
    level: z.enum(levels).optional(),
    household: z.uuid().optional(),
    visit: z.uuid().optional(),
    /** Only what the own post raised. */
    whose: z.enum(['all', 'own']).default('all'),
    /** The moment and the id of the last row of the page before. */
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T[\d:.+Z-]+ [0-9a-f-]{36}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ escalations: z.array(shown), next: z.string().nullable() }),
});

/** How what a visit raised stands, for whoever waits to hear that somebody took it. */
export const readEscalationOfVisit = operation({
  route: 'GET /visits/:visit/escalation',
  summary: m.escalations_of_visit_summary,
  may: visitingRoles,
  audit: 'escalation.followed',
  subjects: (_, { escalation }) => (escalation ? [escalation.household_id] : []),
  finishing: true,
  input: z.object({ visit: z.uuid() }),
  output: z.object({ escalation: shown.nullable() }),
});

export const readEscalation = operation({
  route: 'GET /escalations/:id',
  summary: m.escalations_read_summary,
  may: visitingRoles,
  audit: 'escalation.read',
  subjects: (_, { household_id }) => [household_id],
  finishing: true,
  input: z.object({ id: z.uuid() }),
  output: shown.extend({
    /** What the visit says, as far as the reader sees it. */
    visit: z
      .object({
        visited_on: z.string(),
        contact: z.enum(contacts),
        condition: z.enum(conditions).nullable(),
        note: z.string().nullable(),
      })
      .nullable(),
    steps: z.array(step),
    /** Whether such 知らせ are switched off for this household. */
    quiet: z.boolean(),
    /** Whether the reader may take it, act and close. */
    may_act: z.boolean(),
  }),
});

/** How many steps the screen showed: whoever was quicker is not overwritten. */
const seen = z.int().min(0);
const words = z
  .string({ error: () => m.escalations_field_words() })
  .trim()
  .min(1, { error: () => m.escalations_field_words() })
  .max(1000, { error: () => m.escalations_field_words() });
const told = z
  .string()
  .trim()
  .max(300, { error: () => m.escalations_field_told() })
  .transform((text) => text || null)
  .nullable()
  .default(null);
const done = z.object({ id: z.uuid(), household_id: z.uuid() });

export const takeEscalation = operation({
  route: 'POST /escalations/:id/taking',
  summary: m.escalations_take_summary,
  may: acting,
  audit: 'escalation.taken',
  subjects: (_, { household_id }) => [household_id],
  input: z.object({ id: z.uuid(), seen, told }),
  output: done,
});

export const actOnEscalation = operation({
  route: 'POST /escalations/:id/acts',
  summary: m.escalations_act_summary,
  may: acting,
  audit: 'escalation.acted_on',
  subjects: (_, { household_id }) => [household_id],
  input: z.object({ id: z.uuid(), seen, words, told }),
  output: done,
});

export const closeEscalation = operation({
  route: 'POST /escalations/:id/closing',
  summary: m.escalations_close_summary,
  may: acting,
  audit: 'escalation.closed',
  subjects: (_, { household_id }) => [household_id],
  input: z.object({ id: z.uuid(), seen, words, told }),
  output: done,
});
