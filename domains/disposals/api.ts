import * as z from 'zod';
import * as m from '#messages';
import { type OutputOf, operation } from '#platform/operation.ts';
import { approvers, author, kinds, listReaders, makers, reason, states } from './model.ts';

export * from './export-api.ts';
export * from './hold-api.ts';
export * from './retention-api.ts';

const done = z.object({ id: z.uuid() });

export const listedDisposal = z.object({
  id: z.uuid(),
  kind: z.enum(kinds),
  class: z.string(),
  years: z.int(),
  until_day: z.string(),
  holder: z.string(),
  listed: z.int(),
  state: z.enum(states),
  author,
  on: z.string(),
});
export type ListedDisposal = z.output<typeof listedDisposal>;

/** What is due today of what the actor keeps, by kind and holder. Counted, nobody named. */
export const countDue = operation({
  route: 'GET /disposals-due',
  summary: m.disposals_due_summary,
  may: listReaders,
  audit: null,
  input: z.object({}),
  output: z.object({
    /** Null for who lists nothing, and only approves or checks. */
    due: z
      .array(
        z.object({
          kind: z.enum(kinds),
          holder_id: z.uuid(),
          holder: z.string(),
          years: z.int(),
          until_day: z.string(),
          n: z.int(),
          held: z.int(),
        }),
      )
      .nullable(),
  }),
});

export const makeDisposal = operation({
  route: 'POST /disposals',
  summary: m.disposals_make_summary,
  may: makers,
  audit: 'disposal.listed',
  input: z.object({
    id: z.uuid(),
    kind: z.enum(kinds, { error: () => m.disposals_field_kind() }),
    /** Whose records; the actor's own body when left out. */
    holder_id: z.uuid().nullable().default(null),
  }),
  output: done,
});

export const listDisposals = operation({
  route: 'GET /disposals',
  summary: m.disposals_list_summary,
  may: listReaders,
  audit: null,
  input: z.object({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ disposals: z.array(listedDisposal), next: z.string().nullable() }),
});

export const readDisposal = operation({
  route: 'GET /disposals/:id',
  summary: m.disposals_read_summary,
  may: listReaders,
  audit: null,
  input: z.object({ id: z.uuid() }),
  output: listedDisposal.extend({
    /** Whether the actor sees what stands on it. */
    rows_shown: z.boolean(),
    /** Whether the actor made it, or has approved it. */
    mine: z.boolean(),
    approved_by_me: z.boolean(),
    submission: z
      .object({
        rows: z.int(),
        excluded: z.int(),
        first_day: z.string().nullable(),
        last_day: z.string().nullable(),
        author,
        on: z.string(),
      })
      .nullable(),
    approvals: z.array(z.object({ author, on: z.string() })),
    rejection: z.object({ reason: z.string(), author, on: z.string() }).nullable(),
    record: z
      .object({
        done: z.int(),
        kept: z.int().nullable(),
        /** Rows by table. */
        counts: z.record(z.string(), z.int()),
        finished_on: z.string().nullable(),
      })
      .nullable(),
  }),
});

export type OpenedDisposal = OutputOf<typeof readDisposal>;

/** What stands on a list, with names, for whoever sees the things themselves. */
export const listDisposalRows = operation({
  route: 'GET /disposals/:id/rows',
  summary: m.disposals_rows_summary,
  may: makers,
  audit: 'disposal.rows_read',
  subjects: (_, { rows }) => rows.map(({ subject_id }) => subject_id),
  input: z.object({
    id: z.uuid(),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        subject_id: z.uuid(),
        event_on: z.string(),
        says: z.string().nullable(),
        excluded: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const excludeFromDisposal = operation({
  route: 'POST /disposals/:id/exclusions',
  summary: m.disposals_exclude_summary,
  may: makers,
  audit: 'disposal.row_excluded',
  subjects: ({ subject_id }) => [subject_id],
  input: z.object({ id: z.uuid(), subject_id: z.uuid(), reason }),
  output: done,
});

export const submitDisposal = operation({
  route: 'POST /disposals/:id/submission',
  summary: m.disposals_submit_summary,
  may: makers,
  audit: 'disposal.submitted',
  input: z.object({ id: z.uuid() }),
  output: done,
});

export const approveDisposal = operation({
  route: 'POST /disposals/:id/approvals',
  summary: m.disposals_approve_summary,
  may: approvers,
  audit: 'disposal.approved',
  input: z.object({ id: z.uuid() }),
  output: done,
});

export const giveUpDisposal = operation({
  route: 'POST /disposals/:id/rejection',
  summary: m.disposals_give_up_summary,
  may: makers,
  audit: 'disposal.given_up',
  input: z.object({ id: z.uuid(), reason }),
  output: done,
});
