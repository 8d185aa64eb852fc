import * as z from 'zod';
import { words, wordsOrNone } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { pageKey } from '#platform/page-key.ts';
import { boardCoordinators, boardKeepers, boardReaders, day, outcomes, stages, triedKinds } from './model.ts';

const id = z.object({ id: z.uuid() });
const line = (most: number) => wordsOrNone(most, m.boards_field_too_long);

/** 次回までに: who does what until when. */
export const makePromise = operation({
  route: 'POST /board-meetings/:meeting_id/promises',
  summary: m.boards_promise_make_summary,
  may: boardKeepers,
  audit: 'board_promise.made',
  input: z.object({
    id: z.uuid(),
    meeting_id: z.uuid(),
    what: words(500, m.boards_field_what),
    who: line(100),
    until_on: day.optional(),
  }),
  output: id,
});

/** その後: told at a meeting, or in between. */
export const tellOutcome = operation({
  route: 'POST /board-promises/:promise_id/outcomes',
  summary: m.boards_outcome_summary,
  may: boardKeepers,
  audit: 'board_promise.told',
  input: z.object({
    id: z.uuid(),
    promise_id: z.uuid(),
    meeting_id: z.uuid().optional(),
    outcome: z.enum(outcomes, { error: () => m.boards_field_outcome() }),
    words: line(1000),
    until_on: day.optional(),
  }),
  output: id,
});

export const withdrawPromise = operation({
  route: 'POST /board-promises/:id/withdrawal',
  summary: m.boards_promise_withdraw_summary,
  may: boardKeepers,
  audit: 'board_promise.withdrawn',
  input: id,
  output: id,
});

/** 次回までに on one sheet (A4): what was promised and what became of it, for the next meeting. */
export const printNextTime = operation({
  route: 'GET /boards/:id/next-time',
  summary: m.boards_next_time_summary,
  may: boardKeepers,
  audit: 'board_next_time.printed',
  atOneMoment: true,
  file: true,
  input: id,
  output: z.unknown(),
});

/** 計画とのつながり: the coordinator's click. Only what the table lets the city read can be linked. */
export const linkToMeasure = operation({
  route: 'POST /board-links',
  summary: m.boards_link_summary,
  may: boardCoordinators,
  audit: 'board_link.made',
  input: z.object({
    id: z.uuid(),
    promise_id: z.uuid().optional(),
    group_id: z.uuid().optional(),
    measure_id: z.uuid({ error: () => m.boards_field_measure() }),
    words: line(300),
  }),
  output: id,
});

export const endLink = operation({
  route: 'POST /board-links/:id/end',
  summary: m.boards_link_end_summary,
  may: boardCoordinators,
  audit: 'board_link.ended',
  input: id,
  output: id,
});

const found = z.object({
  id: z.uuid(),
  what: z.enum(triedKinds),
  district_name: z.string(),
  words: z.string(),
  /** Of a group what it does, of a promise what was told of it. */
  more: z.string().nullable(),
  stage: z.enum(stages).nullable(),
  outcome: z.enum(outcomes).nullable(),
  happened_on: z.string(),
});
export type Tried = z.output<typeof found>;

/** What tables have tried and let others read; nobody's name is in it. */
export const listTried = operation({
  route: 'GET /tried',
  summary: m.boards_tried_summary,
  may: 'anyone',
  audit: null,
  input: z.object({
    q: z.string().trim().max(100).optional(),
    what: z.enum(triedKinds).optional(),
    work: z.string().max(40).optional(),
    district: z.uuid().optional(),
    after: pageKey('day').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ tried: z.array(found), next: z.string().nullable() }),
});

/** By measure, what a coordinator has linked to it and the table lets the city read. */
export const listEvidence = operation({
  route: 'GET /board-evidence',
  summary: m.boards_evidence_summary,
  may: boardReaders,
  audit: null,
  input: z.object({ measure: z.uuid().optional() }),
  output: z.object({
    evidence: z.array(
      found.extend({
        link_id: z.uuid(),
        measure_id: z.uuid(),
        plan: z.string(),
        plan_code: z.string(),
        number: z.int(),
        measure: z.string(),
        because: z.string().nullable(),
        linked_on: z.string(),
      }),
    ),
  }),
});
