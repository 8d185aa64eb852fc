import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { kinds, month, sources } from './model.ts';

const reason = z
  .string({ error: () => m.encounters_field_reason() })
  .trim()
  .min(1, { error: () => m.encounters_field_reason() })
  .max(500, { error: () => m.encounters_field_reason() });

export const listEncounters = operation({
  route: 'GET /encounters',
  summary: m.encounters_list_summary,
  may: ['planner', 'operator', 'council_officer', 'gatherer'],
  // Rows without a name: nothing about a person is shown.
  audit: null,
  input: z.object({
    kind: z.enum(kinds).default('visit'),
    from: month,
    until: month,
    district: z.uuid().optional(),
    channel: z.string().max(40).optional(),
    contact: z.string().max(40).optional(),
    /** Roles separated by commas; every role when left out. */
    roles: z.string().max(200).optional(),
    /** The key of the last row of the page before. */
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    encounters: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(kinds),
        occurred_on: z.string(),
        district_id: z.uuid().nullable(),
        district_name: z.string().nullable(),
        channel: z.string().nullable(),
        contact: z.string().nullable(),
        role: z.string(),
        late_reason: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const takeOverIntakes = operation({
  route: 'POST /intakes/taken-over',
  summary: m.encounters_intake_take_over_summary,
  may: ['intake_worker', 'case_coordinator'],
  audit: 'intakes.taken_over',
  input: z.object({
    rows: z
      .array(
        z.object({
          id: z.uuid(),
          occurred_on: z.iso.date({ error: () => m.encounters_field_day() }),
          /** A code of the list `intake_channel`. */
          channel: z
            .string({ error: () => m.encounters_field_channel() })
            .min(1, { error: () => m.encounters_field_channel() })
            .max(40, { error: () => m.encounters_field_channel() }),
          district_id: z.uuid().nullable().default(null),
        }),
      )
      .min(1)
      .max(1000),
    late_reason: reason.nullable().default(null),
  }),
  output: z.object({ taken: z.int() }),
});

export const changeCountingMode = operation({
  route: 'POST /counting-modes',
  summary: m.encounters_mode_change_summary,
  may: ['gatherer', 'council_officer'],
  audit: 'counting_mode.changed',
  input: z.object({
    id: z.uuid(),
    district_id: z.uuid(),
    group_id: z.uuid(),
    from_month: month,
    mode: z.enum(sources, { error: () => m.encounters_field_mode() }),
    reason,
  }),
  output: z.object({ id: z.uuid() }),
});

export const readCountingModes = operation({
  route: 'GET /counting-modes',
  summary: m.encounters_mode_read_summary,
  may: ['planner', 'operator', 'council_officer', 'gatherer', 'visitor', 'commissioner'],
  audit: null,
  input: z.object({ district: z.uuid().optional(), group: z.uuid().optional() }),
  output: z.object({
    /** Every decision, the newest first. The newest one that reaches a month is in force there. */
    decisions: z.array(
      z.object({
        id: z.uuid(),
        district_id: z.uuid(),
        group_id: z.uuid(),
        group_name: z.string().nullable(),
        from_month: month,
        mode: z.enum(sources),
        reason: z.string(),
        decided_at: z.string(),
      }),
    ),
  }),
});
