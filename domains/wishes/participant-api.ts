import * as z from 'zod';
import { kanaField } from '#domains/parties/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { pageKey } from '#platform/page-key.ts';
import {
  coordinators,
  personalNeeds,
  shownParticipant,
  shownWish,
  sorts,
  ways,
  words,
  wordsOrNone,
} from './model.ts';

const said = z.object({
  name: words(60, m.wishes_field_name),
  kana: kanaField(m.parties_field_person_kana),
  sort: z.enum(sorts, { error: () => m.wishes_field_sort() }),
  district_id: z.uuid().optional(),
  reached: wordsOrNone(200, m.wishes_field_reached),
  most_a_month: z.coerce
    .number({ error: () => m.wishes_field_most() })
    .int({ error: () => m.wishes_field_most() })
    .min(1, { error: () => m.wishes_field_most() })
    .max(60, { error: () => m.wishes_field_most() })
    .optional(),
});

export const registerParticipant = operation({
  route: 'POST /participants',
  summary: m.wishes_participant_register_summary,
  may: coordinators,
  audit: 'participant.registered',
  subjects: ({ id }) => [id],
  input: said.extend({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

export const correctParticipant = operation({
  route: 'PUT /participants/:id',
  summary: m.wishes_participant_correct_summary,
  may: coordinators,
  audit: 'participant.corrected',
  subjects: ({ id }) => [id],
  input: said.extend({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  output: z.object({ id: z.uuid() }),
});

export const listParticipants = operation({
  route: 'GET /participants',
  summary: m.wishes_participants_summary,
  may: coordinators,
  audit: 'participants.listed',
  subjects: (_, { participants }) => participants.map(({ id }) => id),
  input: z.object({
    /** A name, its kana, or how one reaches the participant. */
    q: z.string().trim().max(100).optional(),
    /** The key of the last row of the page before. */
    after: pageKey('text').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    participants: z.array(shownParticipant.extend({ wishes: z.int(), offers: z.int() })),
    next: z.string().nullable(),
  }),
});

export const readParticipant = operation({
  route: 'GET /participants/:id',
  summary: m.wishes_participant_read_summary,
  may: coordinators,
  audit: 'participant.read',
  subjects: ({ id }) => [id],
  input: z.object({ id: z.uuid() }),
  output: shownParticipant.extend({
    reached: z.string().nullable(),
    most_a_month: z.int().nullable(),
    /** What burdens this month: what was given in it, and what is promised. */
    this_month: z.int(),
    version: z.int(),
    wishes: z.array(shownWish),
    matches: z.array(z.object({ id: z.uuid(), proposed_on: z.string(), with: z.array(z.string()) })),
    readiness: z.array(
      z.object({
        id: z.uuid(),
        need: z.enum(personalNeeds),
        /** The roles it holds for, by their tags. */
        tags: z.array(z.string()),
        /** Null: written before this was kept. */
        vouched_by: z.string().nullable(),
        met_on: z.string(),
        until: z.string().nullable(),
        words: z.string().nullable(),
      }),
    ),
    /** 休み that goes on or is to come. */
    pauses: z.array(z.object({ id: z.uuid(), starts_on: z.string(), until: z.string(), way: z.enum(ways) })),
    conflicts: z.array(
      z.object({ id: z.uuid(), other_id: z.uuid(), other_name: z.string(), why: z.string() }),
    ),
  }),
});

/** 組み合わせない: two who must never be brought together. The reason stays with the coordinators. */
export const declareConflict = operation({
  route: 'POST /wish-conflicts',
  summary: m.wishes_conflict_declare_summary,
  may: coordinators,
  audit: 'wish_conflict.declared',
  subjects: ({ participant_id, other_id }) => [participant_id, other_id],
  input: z.object({
    id: z.uuid(),
    participant_id: z.uuid(),
    other_id: z.uuid({ error: () => m.wishes_field_other() }),
    why: words(500, m.wishes_field_why),
  }),
  output: z.object({ id: z.uuid() }),
});

export const endConflict = operation({
  route: 'POST /wish-conflicts/:id/end',
  summary: m.wishes_conflict_end_summary,
  may: coordinators,
  audit: 'wish_conflict.ended',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

/** お休み: from a day until a day, without a reason. Whoever pauses says it at the window, by telephone, or through a supporter. */
export const pauseParticipant = operation({
  route: 'POST /participants/:participant_id/pauses',
  summary: m.wishes_pause_summary,
  may: coordinators,
  audit: 'participant.paused',
  subjects: ({ participant_id }) => [participant_id],
  input: z.object({
    participant_id: z.uuid(),
    id: z.uuid(),
    starts_on: z.iso.date({ error: () => m.wishes_field_pause_from() }),
    until: z.iso.date({ error: () => m.wishes_field_pause_until() }),
    way: z.enum(ways, { error: () => m.wishes_field_way() }),
  }),
  output: z.object({ id: z.uuid() }),
});

/** Back before the last day, or not pausing after all. */
export const endPause = operation({
  route: 'POST /participant-pauses/:id/end',
  summary: m.wishes_pause_end_summary,
  may: coordinators,
  audit: 'participant.pause_ended',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});
