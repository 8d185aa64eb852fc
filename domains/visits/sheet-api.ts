import * as z from 'zod';
import { month, sources } from '#domains/encounters/model.ts';
import { answers, typedAnswers } from '#domains/items/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { scanTypes, sheetCounts } from './sheet-model.ts';

const gatherers = ['gatherer', 'council_officer'] as const;
const readers = ['planner', 'operator', ...gatherers] as const;

const text = (sentence: () => string, longest: number) =>
  z.string({ error: sentence }).trim().min(1, { error: sentence }).max(longest, { error: sentence });

export const handInTallySheet = operation({
  route: 'POST /tally-sheets',
  summary: m.visits_sheet_hand_in_summary,
  may: gatherers,
  audit: 'tally_sheet.handed_in',
  input: z.object({
    id: z.uuid(),
    district_id: z.uuid(),
    group_id: z.uuid(),
    month,
    /** The version that was on the screen: 0 when none stood there. */
    follows: z.int().min(0).default(0),
    counts: sheetCounts,
    /** 誰から: who counted. */
    counted_by: text(m.visits_field_counted_by, 100),
    note: text(m.visits_field_sheet_note, 500).nullable().default(null),
    /** Why a sheet is corrected, or why it comes after its year was fixed. */
    reason: text(m.visits_field_reason, 500).nullable().default(null),
    /** To the town's own items of the month. Left out: those of the version before. */
    answers: typedAnswers,
    /** The scanned paper: jpeg, png or pdf, at most 4 MB. */
    scan: z
      .object({
        name: text(m.visits_field_scan, 200),
        base64: z.base64({ error: () => m.visits_field_scan() }),
      })
      .nullable()
      .default(null),
  }),
  output: z.object({ id: z.uuid() }),
});

export const sheetScan = z.object({ name: z.string(), type: z.enum(scanTypes) });

const sheet = z.object({
  id: z.uuid(),
  version: z.int(),
  /** Took the version before back: the month is missing since, and this one counts nothing. */
  withdrawn: z.boolean(),
  counts: sheetCounts,
  total: z.int(),
  counted_by: z.string(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  entered_by_name: z.string().nullable(),
  entered_on: z.string(),
  scan: sheetScan.nullable(),
  answers,
});

export const readTallySheet = operation({
  route: 'GET /tally-sheets',
  summary: m.visits_sheet_read_summary,
  may: readers,
  audit: 'tally_sheet.read',
  input: z.object({ district: z.uuid(), group: z.uuid(), month }),
  output: z.object({
    district_name: z.string(),
    group_name: z.string(),
    /** How this month counts. On 'single', sheets are refused. */
    mode: z.enum(sources),
    fixed: z.boolean(),
    /** The newest first; the first one counts, unless it is a withdrawal. Empty while nobody has handed one in. */
    sheets: z.array(sheet),
    /** What was recorded one by one in this month, by channel. */
    singles: sheetCounts,
  }),
});

export const readTallyMonth = operation({
  route: 'GET /tally-months/:month',
  summary: m.visits_sheet_month_summary,
  may: readers,
  audit: 'tally_month.read',
  input: z.object({ month }),
  output: z.object({
    fixed: z.boolean(),
    groups: z.array(
      z.object({
        district_id: z.uuid(),
        district_name: z.string(),
        group_id: z.uuid(),
        group_name: z.string(),
        mode: z.enum(sources),
        /** Null: on sheets and missing, or on single records. */
        sheet: z
          .object({
            version: z.int(),
            total: z.int(),
            counted_by: z.string(),
            /** Null where the reader does not know the name. */
            entered_by_name: z.string().nullable(),
            entered_on: z.string(),
            answers,
          })
          .nullable(),
        /** What was recorded one by one; it counts only when the mode says so. */
        singles: z.int(),
      }),
    ),
  }),
});

export const readTallyScan = operation({
  route: 'GET /tally-sheets/:id/scan',
  summary: m.visits_sheet_scan_summary,
  may: gatherers,
  audit: 'tally_scan.read',
  file: true,
  input: z.object({ id: z.uuid() }),
  output: z.object({ sheet_id: z.uuid() }),
});
