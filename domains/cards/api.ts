import * as z from 'zod';
import { kanaField } from '#domains/parties/model.ts';
import { coordinators, sorts, words, wordsOrNone } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { pageKey } from '#platform/page-key.ts';
import { languages } from '#ui/public/languages.ts';
import { holdingReasons } from '../letters/model.ts';
import { boxes, noteStates, shownSide } from './model.ts';

export * from './card-api.ts';
export * from './public-api.ts';
export * from './told-api.ts';

const note = z.object({
  id: z.uuid(),
  received_at: z.string(),
  name: z.string().nullable(),
  sort: z.enum(sorts).nullable(),
  district_name: z.string().nullable(),
  sides: z.array(shownSide),
  held_back: z.enum(holdingReasons).nullable(),
  state: z.enum(noteStates),
  /** Changed or taken back since a coordinator looked at it. */
  anew: z.boolean(),
  answered_at: z.string().nullable(),
  participant_id: z.uuid().nullable(),
});
export type ListedNote = z.output<typeof note>;

export const listWishNotes = operation({
  route: 'GET /wish-notes',
  summary: m.cards_notes_summary,
  may: coordinators,
  audit: 'wish_notes.listed',
  subjects: (_, { notes }) => notes.map(({ id }) => id),
  input: z.object({
    box: z.enum(boxes).default('waiting'),
    after: pageKey('moment').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    notes: z.array(note),
    next: z.string().nullable(),
    waiting: z.int(),
    held_back: z.int(),
  }),
});

export const readWishNote = operation({
  route: 'GET /wish-notes/:id',
  summary: m.cards_note_summary,
  may: coordinators,
  audit: 'wish_note.read',
  subjects: ({ id }) => [id],
  input: z.object({ id: z.uuid() }),
  output: note.extend({
    language: z.enum(languages),
    reaching: z.string().nullable(),
    district_id: z.uuid().nullable(),
    /** Where the card it was written with hangs, or to whom it was handed. */
    card_place: z.string().nullable(),
    /** Whose card it was written with, or for whom it was taken in. */
    participant_name: z.string().nullable(),
    wish_id: z.uuid().nullable(),
    offer_id: z.uuid().nullable(),
    reason: z.string().nullable(),
    forget_after: z.string(),
  }),
});

/** Takes a note in, for somebody who takes part already (`known`) or whom it registers (`new`). */
export const takeWishNoteIn = operation({
  route: 'POST /wish-notes/:id/taking-in',
  summary: m.cards_take_in_summary,
  may: coordinators,
  audit: 'wish_note.taken_in',
  subjects: ({ id, participant_id }) => [id, participant_id],
  input: z.object({
    id: z.uuid(),
    participant_id: z.uuid({ error: () => m.wishes_field_participant() }),
    whose: z.enum(['known', 'new'], { error: () => m.cards_field_whose() }),
    wish_id: z.uuid(),
    offer_id: z.uuid(),
    name: words(60, m.wishes_field_name).optional(),
    kana: kanaField(m.parties_field_person_kana).optional(),
    sort: z.enum(sorts).default('resident'),
    district_id: z.uuid().optional(),
    reached: wordsOrNone(200, m.wishes_field_reached),
  }),
  output: z.object({ id: z.uuid(), participant_id: z.uuid() }),
});

/** Brings what was changed into the wish and the offer that were made of it, or says that a taking back was seen. */
export const takeWishNoteChangesIn = operation({
  route: 'POST /wish-notes/:id/changes',
  summary: m.cards_changes_summary,
  may: coordinators,
  audit: 'wish_note.changes_taken_in',
  subjects: ({ id }) => [id],
  input: z.object({ id: z.uuid(), wish_id: z.uuid(), offer_id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

export const setWishNoteAside = operation({
  route: 'POST /wish-notes/:id/aside',
  summary: m.cards_set_aside_summary,
  may: coordinators,
  audit: 'wish_note.set_aside',
  subjects: ({ id }) => [id],
  input: z.object({ id: z.uuid(), reason: words(500, m.cards_field_reason) }),
  output: z.object({ id: z.uuid() }),
});

export const answerWishNote = operation({
  route: 'POST /wish-notes/:id/answer',
  summary: m.cards_answer_summary,
  may: coordinators,
  audit: 'wish_note.answered',
  subjects: ({ id }) => [id],
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});
