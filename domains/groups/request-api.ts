import * as z from 'zod';
import { month } from '#domains/encounters/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { requestWays } from './model.ts';

/** お願い: asks groups for a month that is not in yet. */
export const requestSheets = operation({
  route: 'POST /sheet-requests',
  summary: m.groups_request_summary,
  may: ['council_officer'],
  audit: 'sheets.requested',
  input: z.object({
    month,
    way: z.enum(requestWays, { error: () => m.groups_field_way() }),
    words: z
      .string()
      .trim()
      .max(500, { error: () => m.groups_field_words() })
      .nullable()
      .default(null),
    requests: z
      .array(z.object({ id: z.uuid(), group_id: z.uuid(), district_id: z.uuid() }))
      .min(1, { error: () => m.groups_field_requests() })
      .max(200, { error: () => m.groups_field_requests() }),
  }),
  output: z.object({ ids: z.array(z.uuid()) }),
});

const asked = z.object({
  id: z.uuid(),
  group_id: z.uuid(),
  group_name: z.string(),
  district_id: z.uuid(),
  district_name: z.string(),
  month: z.string(),
  way: z.enum(requestWays),
  words: z.string().nullable(),
  asked_on: z.string(),
  asked_by_name: z.string().nullable(),
});
export type AskedSheet = z.output<typeof asked>;

export const listSheetRequests = operation({
  route: 'GET /sheet-requests',
  summary: m.groups_requests_summary,
  may: ['gatherer', 'council_officer'],
  audit: 'sheet_requests.listed',
  input: z.object({
    /** Left out: every month. */
    month: month.optional(),
    /** `waiting`: the group's sheet is still missing. */
    state: z.enum(['waiting', 'all']).default('waiting'),
  }),
  output: z.object({
    /** The newest request of every group and month. */
    requests: z.array(asked),
  }),
});

/** One letter a page to every group that was asked by letter and whose sheet is still missing. */
export const printRequestLetters = operation({
  route: 'GET /sheet-requests/:month/letters',
  summary: m.groups_letters_summary,
  may: ['council_officer'],
  audit: 'request_letters.printed',
  file: true,
  input: z.object({ month, group: z.uuid().optional() }),
  output: z.unknown(),
});
