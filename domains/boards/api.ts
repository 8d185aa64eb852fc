import * as z from 'zod';
import { words, wordsOrNone } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { boardCoordinators, boardKeepers, boardReaders, day, parts } from './model.ts';

export * from './area-api.ts';
export * from './calendar-api.ts';
export * from './group-api.ts';
export * from './meeting-api.ts';
export * from './promise-api.ts';
export * from './support-api.ts';

const id = z.object({ id: z.uuid() });
const line = (most: number) => wordsOrNone(most, m.boards_field_too_long);

const listed = z.object({
  id: z.uuid(),
  district_id: z.uuid(),
  district_name: z.string(),
  name: z.string(),
  started_on: z.string(),
  /** How often it met this fiscal year. */
  met: z.int(),
  last_on: z.string().nullable(),
  next_on: z.string().nullable(),
  /** Whether the actor goes there. */
  kept: z.boolean(),
});
export type ListedBoard = z.output<typeof listed>;

/** Every table the actor goes to; for planners all of the town, and how often they met. */
export const listBoards = operation({
  route: 'GET /boards',
  summary: m.boards_list_summary,
  may: boardReaders,
  audit: null,
  input: z.object({}),
  output: z.object({
    boards: z.array(listed),
    /** Districts in the actor's scope that have no table yet; for coordinators. */
    without: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});

const said = {
  name: words(100, m.boards_field_name),
  started_on: day,
  usual: line(200),
};

export const openBoard = operation({
  route: 'POST /boards',
  summary: m.boards_open_summary,
  may: boardCoordinators,
  audit: 'board.opened',
  input: z.object({
    id: z.uuid(),
    district_id: z.uuid({ error: () => m.boards_field_district() }),
    ...said,
  }),
  output: id,
});

export const correctBoard = operation({
  route: 'PUT /boards/:id',
  summary: m.boards_correct_summary,
  may: boardKeepers,
  audit: 'board.corrected',
  input: z.object({ id: z.uuid(), version: z.coerce.number().int().min(1), ...said }),
  output: id,
});

/** 委員, for a term. A re-appointment (再任) is another term. */
export const seatMember = operation({
  route: 'POST /boards/:board_id/members',
  summary: m.boards_seat_summary,
  may: boardKeepers,
  audit: 'board_member.seated',
  input: z.object({
    id: z.uuid(),
    board_id: z.uuid(),
    name: words(60, m.boards_field_member),
    belongs: words(60, m.boards_field_belongs),
    part: z.enum(parts, { error: () => m.boards_field_part() }),
    starts_on: day,
    ends_on: day.optional(),
  }),
  output: id,
});

export const endSeat = operation({
  route: 'POST /board-members/:id/end',
  summary: m.boards_seat_end_summary,
  may: boardKeepers,
  audit: 'board_member.ended',
  input: z.object({ id: z.uuid(), ends_on: day }),
  output: id,
});
