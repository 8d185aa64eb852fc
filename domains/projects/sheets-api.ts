import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { answerers, answerFields, author, body, inquiryHead, needed, planners, written } from './parts.ts';

/** 2 MB: a sheet of 200 projects with long texts is a tenth of it. */
export const largestSheet = 2_000_000;

export const makeAnswerSheet = operation({
  route: 'GET /inquiries/:inquiry_id/sheet',
  summary: m.projects_make_sheet_summary,
  may: answerers,
  audit: 'inquiry.sheet_made',
  file: true,
  input: z.object({
    inquiry_id: z.uuid(),
    /** The owner it is for; a section's own when left out. */
    body: z.uuid().optional(),
  }),
  output: z.unknown(),
});

export const bringAnswerSheet = operation({
  route: 'POST /inquiries/:inquiry_id/sheets',
  summary: m.projects_bring_sheet_summary,
  may: planners,
  audit: 'inquiry.sheet_brought',
  input: z.object({
    id: z.uuid(),
    inquiry_id: z.uuid(),
    file: z.object(
      {
        name: needed(m.projects_field_file, 200),
        base64: z.base64({ error: () => m.projects_field_file() }),
      },
      { error: () => m.projects_field_file() },
    ),
    answered_by: needed(m.projects_field_answered_by, 100),
  }),
  output: written,
});

/** Something in a sheet that cannot be taken in: where, and what to do. */
export const sheetProblem = z.object({ cell: z.string().nullable(), sentence: z.string() });
export type SheetProblem = z.output<typeof sheetProblem>;

export const readAnswerSheet = operation({
  route: 'GET /answer-sheets/:id',
  summary: m.projects_read_sheet_summary,
  may: planners,
  audit: 'inquiry.sheet_read',
  atOneMoment: true,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    name: z.string(),
    answered_by: z.string(),
    author,
    on: z.string(),
    inquiry: inquiryHead,
    /** Null where the sheet does not say it, or of another inquiry. */
    body: body.nullable(),
    taken_on: z.string().nullable(),
    problems: z.array(sheetProblem),
    /** What would be written, side by side with what stands; empty while there is a problem. */
    changes: z.array(
      z.object({
        item_id: z.uuid(),
        number: z.int(),
        name: z.string(),
        after_version: z.int(),
        fields: z.array(
          z.object({
            /** One of the usual fields, or the id of one of the town's own items. */
            field: z.union([z.enum(answerFields), z.uuid()]),
            before: z.union([z.string(), z.number()]).nullable(),
            after: z.union([z.string(), z.number()]).nullable(),
          }),
        ),
      }),
    ),
    /** Projects of the sheet in which nothing is new. */
    unchanged: z.int(),
  }),
});

export const takeInAnswerSheet = operation({
  route: 'POST /answer-sheets/:sheet_id/taking',
  summary: m.projects_take_in_sheet_summary,
  may: planners,
  audit: 'inquiry.sheet_taken_in',
  input: z.object({ sheet_id: z.uuid() }),
  output: z.object({}),
});
