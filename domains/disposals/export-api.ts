import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { approvers, author, reason } from './model.ts';

const askers = [
  'visitor',
  'commissioner',
  'gatherer',
  'council_officer',
  'administrator',
  'planner',
  'auditor',
  'records_officer',
] as const;

const [least, most] = [10, 100_000] as const;
const persons = () => m.disposals_field_limit({ least, most });

export const readExportLimit = operation({
  route: 'GET /export-limit',
  summary: m.disposals_limit_summary,
  may: 'signed_in',
  audit: null,
  input: z.object({}),
  output: z.object({
    /** From so many persons on, today. */
    persons: z.int(),
    settings: z.array(
      z.object({
        id: z.uuid(),
        persons: z.int(),
        starts_on: z.string(),
        reason: z.string(),
        author,
        on: z.string(),
      }),
    ),
  }),
});

export const setExportLimit = operation({
  route: 'POST /export-limit',
  summary: m.disposals_set_limit_summary,
  may: ['administrator'],
  audit: 'export.limit_set',
  input: z.object({
    id: z.uuid(),
    persons: z.int({ error: persons }).min(least, { error: persons }).max(most, { error: persons }),
    /** From this day on; today or later. */
    starts_on: z.iso.date({ error: () => m.disposals_field_starts_on() }),
    reason,
  }),
  output: z.object({ id: z.uuid() }),
});

/** Asks for a file that was refused as too large; `asked` is what the refusal named. */
export const requestExport = operation({
  route: 'POST /export-requests',
  summary: m.disposals_request_summary,
  may: askers,
  audit: 'export.requested',
  input: z.object({
    id: z.uuid(),
    asked: z.string({ error: () => m.disposals_field_asked() }).regex(/^\w+:\d+:[0-9a-f]{64}$/, {
      error: () => m.disposals_field_asked(),
    }),
    purpose: reason,
  }),
  output: z.object({ id: z.uuid() }),
});

export const listExportRequests = operation({
  route: 'GET /export-requests',
  summary: m.disposals_requests_summary,
  may: [...askers, 'auditor'],
  audit: null,
  input: z.object({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    requests: z.array(
      z.object({
        id: z.uuid(),
        operation: z.string(),
        persons: z.int(),
        purpose: z.string(),
        author,
        on: z.string(),
        mine: z.boolean(),
        state: z.enum(['waiting', 'approved', 'declined', 'fetched', 'expired']),
        /** A yes or no, by whom and why. */
        decision: z
          .object({ approved: z.boolean(), reason: z.string().nullable(), author, on: z.string() })
          .nullable(),
        until: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const decideExport = operation({
  route: 'POST /export-requests/:id/decision',
  summary: m.disposals_decide_summary,
  may: approvers,
  audit: 'export.decided',
  input: z.object({
    id: z.uuid(),
    approved: z.boolean({ error: () => m.disposals_field_decision() }),
    /** Why not; a yes needs no reason. */
    reason: reason.nullable().default(null),
  }),
  output: z.object({ id: z.uuid() }),
});
