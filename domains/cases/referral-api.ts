import * as z from 'zod';
import { kanaField } from '#domains/parties/model.ts';
import { closings, coordinators, sides, words, wordsOrNone } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { windows } from './client-model.ts';

/**
 * 願いの橋渡し: one wish of a person, with the name the person agreed to, goes to the coordinators. Nothing of a case goes with
 * it, and no consent, no passing on.
 */
export const passWishOn = operation({
  route: 'POST /clients/:client_id/wish-referrals',
  summary: m.cases_referral_pass_summary,
  may: windows,
  audit: 'wish_referral.passed',
  subjects: ({ client_id }) => [client_id],
  input: z.object({
    client_id: z.uuid(),
    id: z.uuid(),
    consent_id: z.uuid({ error: () => m.cases_field_referral_consent() }),
    receiver_id: z.uuid({ error: () => m.cases_field_referral_receiver() }),
    name: words(60, m.wishes_field_name),
    kana: kanaField(m.parties_field_person_kana),
    reached: wordsOrNone(200, m.wishes_field_reached),
    district_id: z.uuid().optional(),
    side: z.enum(sides, { error: () => m.wishes_field_side() }),
    words: words(500, m.wishes_field_words),
  }),
  output: z.object({ id: z.uuid() }),
});

const passedWish = z.object({
  id: z.uuid(),
  receiver_name: z.string(),
  side: z.enum(sides),
  words: z.string(),
  passed_on: z.string(),
  /** The consent stands: the coordinators can read it, and the window hears what becomes of it. */
  open: z.boolean(),
  /** What became of it; null: it waits, or the consent stands no more. Never with whom. */
  heard: z
    .object({
      taken_on: z.string(),
      /** The days on which it came true. */
      came_true: z.array(z.string()),
      closed_on: z.string().nullable(),
      closed_why: z.enum(closings).nullable(),
    })
    .nullable(),
});
export type PassedWish = z.output<typeof passedWish>;

/** What was passed on of one person, at the window that did. */
export const listPassedWishes = operation({
  route: 'GET /clients/:client_id/wish-referrals',
  summary: m.cases_referral_passed_summary,
  may: windows,
  audit: 'wish_referrals.read',
  subjects: ({ client_id }) => [client_id],
  input: z.object({ client_id: z.uuid() }),
  output: z.object({
    referrals: z.array(passedWish),
    /** To whom it can go: bodies with coordinators. */
    receivers: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});

/** What was passed on of the people of one case, with what became of it. */
export const listPassedWishesOfCase = operation({
  route: 'GET /cases/:case_id/wish-referrals',
  summary: m.cases_referral_passed_summary,
  may: windows,
  audit: 'wish_referrals.read',
  subjects: (_, { referrals }) => [...new Set(referrals.map(({ client_id }) => client_id))],
  input: z.object({ case_id: z.uuid() }),
  output: z.object({
    referrals: z.array(passedWish.extend({ client_id: z.uuid(), client_name: z.string().nullable() })),
  }),
});

/** Wishes that were taken up and whose consent was withdrawn since, until they are closed. */
export const listWithdrawnWishes = operation({
  route: 'GET /withdrawn-wishes',
  summary: m.cases_referral_withdrawn_summary,
  may: coordinators,
  audit: 'withdrawn_wishes.listed',
  input: z.object({}),
  output: z.object({
    wishes: z.array(
      z.object({ id: z.uuid(), participant_name: z.string(), words: z.string(), withdrawn_on: z.string() }),
    ),
  }),
});

/** What waits for the coordinators: passed on, and not yet a wish of their own. */
export const listWishReferrals = operation({
  route: 'GET /wish-referrals',
  summary: m.cases_referrals_summary,
  may: coordinators,
  audit: 'wish_referrals.listed',
  subjects: (_, { referrals }) => referrals.map(({ id }) => id),
  input: z.object({}),
  output: z.object({
    referrals: z.array(
      z.object({
        id: z.uuid(),
        from_name: z.string(),
        name: z.string(),
        reached: z.string().nullable(),
        side: z.enum(sides),
        words: z.string(),
        passed_on: z.string(),
        /** Who takes part already under the same name or the same kana: whether it is the same person, the coordinator knows. */
        alike: z.array(
          z.object({ participant_id: z.uuid(), name: z.string(), district_name: z.string().nullable() }),
        ),
      }),
    ),
  }),
});

/** Makes it a wish of somebody who takes part from now on, or of somebody who does already. */
export const takeWishReferral = operation({
  route: 'POST /wish-referrals/:id/taking',
  summary: m.cases_referral_take_summary,
  may: coordinators,
  audit: 'wish_referral.taken',
  subjects: ({ id }) => [id],
  input: z.object({
    id: z.uuid(),
    wish_id: z.uuid(),
    participant_id: z.uuid(),
    /** Somebody who takes part already: the wish becomes theirs, and nothing else of the record changes. */
    known_id: z.uuid({ error: () => m.wishes_field_participant() }).optional(),
  }),
  output: z.object({ id: z.uuid(), wish_id: z.uuid() }),
});

/**
 * 心配ごと: somebody whose wish the window passed on may not be safe. The coordinators get it with an owner and a clock, and nobody is
 * newly brought together with that person from then on. No subject is kept with it: the person never reads who gave word.
 */
export const raiseConcernAtWindow = operation({
  route: 'POST /wish-referrals/:referral_id/concerns',
  summary: m.cases_referral_concern_summary,
  may: windows,
  audit: 'wish_referral.concern_raised',
  input: z.object({
    referral_id: z.uuid(),
    id: z.uuid(),
    words: words(1000, m.wishes_field_concern),
    /** Hours until somebody has to have taken it up. */
    hours: z.coerce.number().int().min(1).max(72).default(24),
  }),
  output: z.object({ id: z.uuid() }),
});
