import * as z from 'zod';
import { words, wordsOrNone } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { boardCoordinators, day, supportKinds, supportSorts } from './model.ts';

const id = z.object({ id: z.uuid() });
const line = (most: number) => wordsOrNone(most, m.boards_field_too_long);
const minutes = { error: () => m.boards_field_minutes() };

/** 支援の記録: what was done for a board, 校区コミュニティ組織, 自治会 or a group. No single person's matter. */
export const recordSupport = operation({
  route: 'POST /board-supports',
  summary: m.boards_support_summary,
  may: boardCoordinators,
  audit: 'board_support.recorded',
  input: z.object({
    id: z.uuid(),
    district_id: z.uuid({ error: () => m.boards_field_district() }),
    sort: z.enum(supportSorts, { error: () => m.boards_field_sort() }),
    name: words(100, m.boards_field_support_name),
    kind: z.enum(supportKinds, { error: () => m.boards_field_support_kind() }),
    supported_on: day,
    minutes: z.coerce.number(minutes).int(minutes).min(1, minutes).max(1440, minutes).optional(),
    words: words(2000, m.boards_field_words),
    noticed: line(1000),
    next_on: day.optional(),
  }),
  output: id,
});

export const withdrawSupport = operation({
  route: 'POST /board-supports/:id/withdrawal',
  summary: m.boards_support_withdraw_summary,
  may: boardCoordinators,
  audit: 'board_support.withdrawn',
  input: id,
  output: id,
});

const listed = z.object({
  id: z.uuid(),
  district_id: z.uuid(),
  district_name: z.string(),
  sort: z.enum(supportSorts),
  name: z.string(),
  kind: z.enum(supportKinds),
  supported_on: z.string(),
  minutes: z.int().nullable(),
  words: z.string(),
  noticed: z.string().nullable(),
  next_on: z.string().nullable(),
  /** Whether the post in use wrote it. */
  own: z.boolean(),
});
export type ListedSupport = z.output<typeof listed>;

/** The own body's work in the own districts, the newest first. */
export const listSupports = operation({
  route: 'GET /board-supports',
  summary: m.boards_supports_summary,
  may: boardCoordinators,
  audit: null,
  input: z.object({
    district: z.uuid().optional(),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: () => m.boards_field_month() })
      .optional(),
    kind: z.enum(supportKinds).optional(),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({ supports: z.array(listed), next: z.uuid().nullable() }),
});
