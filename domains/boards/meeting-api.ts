import * as z from 'zod';
import { words, wordsOrNone } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { boardKeepers, clockTime, day, itemKinds, level, levels, outcomes, parts, states } from './model.ts';

const id = z.object({ id: z.uuid() });
const line = (most: number) => wordsOrNone(most, m.boards_field_too_long);
const may = boardKeepers;
const version = z.coerce.number().int().min(1);
/** One line for each thing to talk about. */
const agenda = z
  .string()
  .max(3000, { error: () => m.boards_field_too_long() })
  .default('')
  .transform((text) =>
    text
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean),
  );

const when = {
  held_on: day,
  from: clockTime,
  until: clockTime.optional(),
  place: line(200),
};

export const callMeeting = operation({
  route: 'POST /boards/:board_id/meetings',
  summary: m.boards_meeting_call_summary,
  may,
  audit: 'board_meeting.called',
  input: z.object({ id: z.uuid(), board_id: z.uuid(), ...when, agenda }),
  output: id,
});

export const changeMeeting = operation({
  route: 'PUT /board-meetings/:id',
  summary: m.boards_meeting_change_summary,
  may,
  audit: 'board_meeting.changed',
  input: z.object({ id: z.uuid(), version, ...when }),
  output: id,
});

export const cancelMeeting = operation({
  route: 'POST /board-meetings/:id/cancellation',
  summary: m.boards_meeting_cancel_summary,
  may,
  audit: 'board_meeting.cancelled',
  input: id,
  output: id,
});

/** 実施: it took place. Who was there is counted by where they come from, without names. */
export const holdMeeting = operation({
  route: 'POST /board-meetings/:id/holding',
  summary: m.boards_meeting_hold_summary,
  may,
  audit: 'board_meeting.held',
  input: z.object({
    id: z.uuid(),
    attendance: z
      .array(
        z.object({
          belongs: line(60),
          n: z.coerce
            .number({ error: () => m.boards_field_n() })
            .int({ error: () => m.boards_field_n() })
            .min(1, { error: () => m.boards_field_n() })
            .max(500, { error: () => m.boards_field_n() })
            .optional(),
        }),
      )
      .max(20)
      .default([]),
    photos_ok: z.boolean().default(false),
    late_reason: line(500),
  }),
  output: id,
});

/** 困りごと・宝もの・議題・決まったこと. A voice needs no name, and no meeting. */
export const writeBoardItem = operation({
  route: 'POST /boards/:board_id/items',
  summary: m.boards_item_write_summary,
  may,
  audit: 'board_item.written',
  input: z.object({
    id: z.uuid(),
    board_id: z.uuid(),
    meeting_id: z.uuid().optional(),
    kind: z.enum(itemKinds, { error: () => m.boards_field_kind() }),
    /** Of a theme: as it was released; nothing is typed. */
    words: line(1000),
    said_by: line(60),
    theme_id: z.uuid().optional(),
  }),
  output: id,
});

export const correctBoardItem = operation({
  route: 'PUT /board-items/:id',
  summary: m.boards_item_correct_summary,
  may,
  audit: 'board_item.corrected',
  input: z.object({
    id: z.uuid(),
    version,
    words: words(1000, m.boards_field_words),
    said_by: line(60),
  }),
  output: id,
});

/** A voice that was heard between two meetings is brought to one. */
export const bringToMeeting = operation({
  route: 'POST /board-items/:id/meeting',
  summary: m.boards_item_bring_summary,
  may,
  audit: 'board_item.brought',
  input: z.object({ id: z.uuid(), meeting_id: z.uuid() }),
  output: id,
});

export const withdrawBoardItem = operation({
  route: 'POST /board-items/:id/withdrawal',
  summary: m.boards_item_withdraw_summary,
  may,
  audit: 'board_item.withdrawn',
  input: id,
  output: id,
});

/** 記録案: written as far as it goes, to be read by those who were there. */
export const draftMinutes = operation({
  route: 'POST /board-meetings/:id/draft',
  summary: m.boards_minutes_draft_summary,
  may,
  audit: 'board_minutes.drafted',
  input: z.object({ id: z.uuid(), next_on: day.optional() }),
  output: id,
});

/** 確認済: those who were there have read it. */
export const confirmMinutes = operation({
  route: 'POST /board-meetings/:id/confirmation',
  summary: m.boards_minutes_confirm_summary,
  may,
  audit: 'board_minutes.confirmed',
  input: id,
  output: id,
});

/** 共有: what others may read, line by line, as the people of the table chose. Nothing goes further by itself. */
export const shareMinutes = operation({
  route: 'POST /board-meetings/:id/sharing',
  summary: m.boards_minutes_share_summary,
  may,
  audit: 'board_minutes.shared',
  input: z.object({
    id: z.uuid(),
    version,
    meeting: level,
    /** By item or promise; what is left out stays at the table. */
    lines: z.record(z.uuid(), level).default({}),
  }),
  output: id,
});

const shownItem = z.object({
  id: z.uuid(),
  kind: z.enum(itemKinds),
  words: z.string(),
  said_by: z.string().nullable(),
  shown: z.enum(levels),
  version: z.int(),
  meeting_id: z.uuid().nullable(),
  on: z.string(),
});
export type BoardItem = z.output<typeof shownItem>;

/** A promise with what became of it last. */
const shownPromise = z.object({
  id: z.uuid(),
  meeting_id: z.uuid(),
  /** The meeting at which it was made. */
  number: z.int(),
  made_on: z.string(),
  what: z.string(),
  who: z.string().nullable(),
  until_on: z.string().nullable(),
  shown: z.enum(levels),
  outcome: z.enum(outcomes).nullable(),
  outcome_words: z.string().nullable(),
  outcome_on: z.string().nullable(),
  /** At which meeting that was told. */
  outcome_meeting_id: z.uuid().nullable(),
  group_id: z.uuid().nullable(),
  linked: z.boolean(),
});
export type BoardPromise = z.output<typeof shownPromise>;

const shownMeeting = z.object({
  id: z.uuid(),
  number: z.int(),
  held_on: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  place: z.string().nullable(),
  state: z.enum(states),
  shown: z.enum(levels),
  /** The day that was agreed on for the next one. */
  next_on: z.string().nullable(),
});
export type ListedMeeting = z.output<typeof shownMeeting>;

export const readMeeting = operation({
  route: 'GET /board-meetings/:id',
  summary: m.boards_meeting_read_summary,
  may,
  audit: 'board_meeting.read',
  atOneMoment: true,
  input: id,
  output: shownMeeting.extend({
    board_id: z.uuid(),
    board_name: z.string(),
    district_id: z.uuid(),
    district_name: z.string(),
    version: z.int(),
    attendance: z.array(z.object({ belongs: z.string(), n: z.int() })),
    photos_ok: z.boolean(),
    items: z.array(shownItem),
    /** Made here. */
    promises: z.array(shownPromise),
    /** Made before and open when this meeting began, or told here: what it has to be told of. */
    carried: z.array(shownPromise),
    /** Heard between two meetings and not brought to one yet. */
    waiting: z.array(shownItem),
  }),
});

export const readBoard = operation({
  route: 'GET /boards/:id',
  summary: m.boards_read_summary,
  may,
  audit: 'board.read',
  atOneMoment: true,
  input: id,
  output: z.object({
    id: z.uuid(),
    district_id: z.uuid(),
    district_name: z.string(),
    name: z.string(),
    started_on: z.string(),
    usual: z.string().nullable(),
    version: z.int(),
    /** Since when anybody may know its days; null: nobody does. */
    days_shown_at: z.string().nullable(),
    members: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        belongs: z.string(),
        part: z.enum(parts),
        starts_on: z.string(),
        ends_on: z.string().nullable(),
        /** Whether the term runs today. */
        sits: z.boolean(),
      }),
    ),
    /** The newest first. */
    meetings: z.array(shownMeeting),
    /** Open ones, the oldest first. */
    promises: z.array(shownPromise),
    /** Of the last year, the newest first. */
    closed: z.array(shownPromise),
    waiting: z.array(shownItem),
  }),
});
