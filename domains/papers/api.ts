import * as z from 'zod';
import { channels, conditions, contacts, visitContent, visitingRoles } from '#domains/visits/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';

/** Puts a visitor's round, as it is today, on a sheet of paper of its own. */
export const makeRoundSheet = operation({
  route: 'POST /round-sheets',
  summary: m.papers_make_summary,
  may: visitingRoles,
  audit: 'round_sheet.made',
  input: z.object({
    id: z.uuid(),
    /** Whose round; the actor's own post when left out. */
    post_id: z
      .uuid({ error: () => m.papers_field_post() })
      .nullable()
      .default(null),
  }),
  output: z.object({ id: z.uuid() }),
});

const sheet = z.object({
  id: z.uuid(),
  /** Ten signs, printed on the sheet: they name it and nobody on it. */
  code: z.string(),
  visitor_name: z.string().nullable(),
  own: z.boolean(),
  made_on: z.string(),
  /** Lines that are the reader's to see, and how many of them were written off. */
  lines: z.int(),
  entered: z.int(),
});
export type ListedSheet = z.output<typeof sheet>;

export const listRoundSheets = operation({
  route: 'GET /round-sheets',
  summary: m.papers_list_summary,
  may: visitingRoles,
  audit: 'round_sheets.listed',
  input: z.object({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ sheets: z.array(sheet), next: z.uuid().nullable() }),
});

const said = z.object({
  id: z.uuid(),
  visited_on: z.string(),
  channel: z.enum(channels),
  contact: z.enum(contacts),
  condition: z.enum(conditions).nullable(),
  note: z.string().nullable(),
  /** Written down by the visitor, on a phone or a screen; otherwise by somebody for the visitor. */
  by_visitor: z.boolean(),
});

const line = z.object({
  n: z.int(),
  household_id: z.uuid(),
  household_name: z.string().nullable(),
  /** The same visitor's visits there since a month before the sheet was made, the newest first. */
  visits: z.array(said),
  entry: z
    .object({
      visit_id: z.uuid(),
      /** The visit had come before: nothing was added. */
      was_there: z.boolean(),
      entered_by_name: z.string().nullable(),
      entered_on: z.string(),
    })
    .nullable(),
});
export type SheetLine = z.output<typeof line>;

export const readRoundSheet = operation({
  route: 'GET /round-sheets/:code',
  summary: m.papers_read_summary,
  may: visitingRoles,
  audit: 'round_sheet.read',
  subjects: (_, { lines }) => lines.map(({ household_id }) => household_id),
  input: z.object({ code: z.string().max(40) }),
  output: z.object({
    id: z.uuid(),
    code: z.string(),
    visitor_name: z.string().nullable(),
    own: z.boolean(),
    made_on: z.string(),
    lines: z.array(line),
  }),
});

export const printRoundSheet = operation({
  route: 'GET /round-sheets/:id/paper',
  summary: m.papers_print_summary,
  may: visitingRoles,
  audit: 'round_sheet.printed',
  subjects: (_, { households }) => households,
  file: true,
  bulk: true,
  input: z.object({
    id: z.uuid(),
    /** The house cannot know at whose home an address must not be found: it is left out unless it is asked for. */
    addresses: z.enum(['without', 'with']).default('without'),
  }),
  output: z.object({ households: z.array(z.uuid()) }),
});

/** Writes one line off the sheet. A line is written off once; what had come before is not doubled. */
export const enterRoundSheetLine = operation({
  route: 'POST /round-sheets/:id/lines/:n',
  summary: m.papers_enter_summary,
  may: visitingRoles,
  audit: 'round_sheet.entered',
  subjects: (_, { household_id }) => [household_id],
  input: visitContent.extend({
    id: z.uuid(),
    n: z.coerce.number().int().min(1).max(999),
    /** The visit it becomes, if it becomes one. */
    visit_id: z.uuid(),
    /** It was another visit than the one that has come already. */
    another: z.boolean().default(false),
    late_reason: z.string().trim().min(1).max(500).nullable().default(null),
  }),
  output: z.object({ id: z.uuid(), household_id: z.uuid(), visit_id: z.uuid() }),
});
