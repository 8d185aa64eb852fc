import * as z from 'zod';
import { sides, sorts } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { languages } from '#ui/public/languages.ts';
import { holdingReasons, letterboxRole } from '../letters/model.ts';
import { lineOrNone, longest, saidSide, shownSide } from './model.ts';

/** What the public form of wishes offers; with a card's code also whether it is good. */
export const readWishForm = operation({
  route: 'GET /wish-form',
  summary: m.cards_form_summary,
  may: [letterboxRole],
  // Nothing of it is about anybody.
  audit: null,
  input: z.object({ card: z.string().max(60).optional() }),
  output: z.object({
    /** Somebody reads what comes. */
    open: z.boolean(),
    card: z.enum(['none', 'good', 'over']),
    districts: z.array(z.object({ id: z.uuid(), name: z.string() })),
    reviewed: z.array(z.enum(languages)),
  }),
});

const said = z.object({
  sort: z.enum(sorts).nullable().default(null),
  name: lineOrNone(longest.name),
  reaching: lineOrNone(longest.reaching),
  district_id: z.uuid().nullable().default(null),
  sides: z.array(saidSide).max(sides.length).default([]),
});

export const sendWishNote = operation({
  route: 'POST /wish-notes',
  summary: m.cards_send_summary,
  may: [letterboxRole],
  audit: 'wish_note.sent',
  // What somebody confides leaves no trace in the trail, not even as a hash.
  secrets: ['sides', 'name', 'reaching', 'card'],
  input: said.extend({
    id: z.uuid(),
    card: z.string().max(60).nullable().default(null),
    language: z.enum(languages),
    held_back: z.enum(holdingReasons).nullable().default(null),
    handed_out_at: z.iso.datetime().nullable().default(null),
  }),
  /** The same for what was kept, held back and not kept. */
  output: z.object({ secret_receipt: z.string() }),
});

export const followWishNote = operation({
  route: 'GET /wish-note-state',
  summary: m.cards_follow_summary,
  may: [letterboxRole],
  audit: 'wish_note.followed',
  subjects: (_, { id }) => (id ? [id] : []),
  secrets: ['receipt'],
  input: z.object({ receipt: z.string().max(60) }),
  output: z.object({
    state: z.enum(['waiting', 'taken_in', 'answered', 'withdrawn', 'unknown', 'over']),
    id: z.uuid().nullable(),
    /** What was written, as it was said last; nothing where nothing was kept or it was taken back. */
    note: said.extend({ sides: z.array(shownSide) }).nullable(),
  }),
});

export const changeWishNote = operation({
  route: 'POST /wish-notes/changed',
  summary: m.cards_change_summary,
  may: [letterboxRole],
  audit: 'wish_note.changed',
  secrets: ['receipt', 'sides', 'name', 'reaching'],
  input: said.extend({ receipt: z.string().max(60) }),
  output: z.object({}),
});

export const withdrawWishNote = operation({
  route: 'POST /wish-notes/withdrawn',
  summary: m.cards_withdraw_summary,
  may: [letterboxRole],
  audit: 'wish_note.withdrawn',
  secrets: ['receipt'],
  input: z.object({ receipt: z.string().max(60) }),
  output: z.object({}),
});
