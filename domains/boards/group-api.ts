import * as z from 'zod';
import { words, wordsOrNone } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { boardKeepers, charges, day, incomeKinds, level, levels, stages } from './model.ts';

const id = z.object({ id: z.uuid() });
const line = (most: number) => wordsOrNone(most, m.boards_field_too_long);
const helpers = { error: () => m.boards_field_helpers() };

const said = {
  name: words(100, m.boards_field_group),
  /** Codes of the list helping_work. */
  works: z
    .array(z.string().max(40), { error: () => m.boards_field_works() })
    .min(1, { error: () => m.boards_field_works() })
    .max(20),
  what: words(1000, m.boards_field_group_what),
  days: line(200),
  helpers: z.coerce.number(helpers).int(helpers).min(0, helpers).max(500, helpers).optional(),
  insurance: line(200),
  charge: z.enum(charges, { error: () => m.boards_field_charge() }),
  charge_words: line(200),
  contact: line(200),
  public_contact: line(200),
  /** As the people of the group chose. */
  shown: level.default('board'),
};

/** A group that grows out of a table, at the stage at which it is. */
export const writeHelpingGroup = operation({
  route: 'POST /helping-groups',
  summary: m.boards_group_write_summary,
  may: boardKeepers,
  audit: 'helping_group.written',
  input: z.object({
    id: z.uuid(),
    district_id: z.uuid({ error: () => m.boards_field_district() }),
    promise_id: z.uuid().optional(),
    stage: z.enum(stages, { error: () => m.boards_field_stage() }),
    stage_since: day,
    ...said,
  }),
  output: id,
});

export const correctHelpingGroup = operation({
  route: 'PUT /helping-groups/:id',
  summary: m.boards_group_correct_summary,
  may: boardKeepers,
  audit: 'helping_group.corrected',
  input: z.object({ id: z.uuid(), version: z.coerce.number().int().min(1), ...said }),
  output: id,
});

/** 段階: a step, with its day. */
export const stepHelpingGroup = operation({
  route: 'POST /helping-groups/:group_id/stages',
  summary: m.boards_step_summary,
  may: boardKeepers,
  audit: 'helping_group.stepped',
  input: z.object({
    id: z.uuid(),
    group_id: z.uuid(),
    stage: z.enum(stages, { error: () => m.boards_field_stage() }),
    since_on: day,
    words: line(300),
  }),
  output: id,
});

/** What the group took in a month, in yen. Nobody's balance is kept. */
export const writeIncome = operation({
  route: 'POST /helping-groups/:group_id/income',
  summary: m.boards_income_summary,
  may: boardKeepers,
  audit: 'helping_group.income_written',
  input: z.object({
    id: z.uuid(),
    group_id: z.uuid(),
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: () => m.boards_field_month() }),
    kind: z.enum(incomeKinds, { error: () => m.boards_field_income() }),
    amount: z.coerce
      .number({ error: () => m.boards_field_amount() })
      .int({ error: () => m.boards_field_amount() })
      .min(0, { error: () => m.boards_field_amount() })
      .max(100_000_000, { error: () => m.boards_field_amount() }),
    words: line(200),
  }),
  output: id,
});

export const withdrawIncome = operation({
  route: 'POST /helping-group-income/:id/withdrawal',
  summary: m.boards_income_withdraw_summary,
  may: boardKeepers,
  audit: 'helping_group.income_withdrawn',
  input: id,
  output: id,
});

const listed = z.object({
  id: z.uuid(),
  name: z.string(),
  district_id: z.uuid(),
  district_name: z.string(),
  works: z.array(z.string()),
  what: z.string(),
  days: z.string().nullable(),
  helpers: z.int().nullable(),
  stage: z.enum(stages),
  stage_since: z.string(),
  shown: z.enum(levels),
  /** Whether it is of a district whose table the actor goes to. */
  kept: z.boolean(),
});
export type ListedGroup = z.output<typeof listed>;

/** Groups of the own districts, and those of others that may be read there. */
export const listHelpingGroups = operation({
  route: 'GET /helping-groups',
  summary: m.boards_groups_summary,
  may: 'signed_in',
  audit: null,
  input: z.object({
    district: z.uuid().optional(),
    work: z.string().max(40).optional(),
    stage: z.enum(stages).optional(),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({ groups: z.array(listed), next: z.uuid().nullable() }),
});

export const readHelpingGroup = operation({
  route: 'GET /helping-groups/:id',
  summary: m.boards_group_read_summary,
  may: 'signed_in',
  audit: 'helping_group.read',
  input: id,
  output: listed.extend({
    insurance: z.string().nullable(),
    charge: z.enum(charges),
    charge_words: z.string().nullable(),
    public_contact: z.string().nullable(),
    version: z.int(),
    steps: z.array(
      z.object({
        id: z.uuid(),
        stage: z.enum(stages),
        since_on: z.string(),
        words: z.string().nullable(),
      }),
    ),
    /** For who goes to the table of its district; null for others. */
    inside: z
      .object({
        contact: z.string().nullable(),
        promise: z.object({ id: z.uuid(), what: z.string(), meeting_id: z.uuid() }).nullable(),
        income: z.array(
          z.object({
            id: z.uuid(),
            month: z.string(),
            kind: z.enum(incomeKinds),
            amount: z.int(),
            words: z.string().nullable(),
          }),
        ),
        links: z.array(
          z.object({
            id: z.uuid(),
            measure_id: z.uuid(),
            number: z.int(),
            measure: z.string(),
            words: z.string().nullable(),
          }),
        ),
      })
      .nullable(),
  }),
});
export type ShownGroup = z.output<typeof readHelpingGroup.output>;
