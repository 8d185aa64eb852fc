import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { keptHindrances } from './hindrance.ts';
import {
  coordinators,
  needs,
  personalNeeds,
  reasons,
  shownGiving,
  shownWish,
  words,
  wordsOrNone,
} from './model.ts';
import { workPhases } from './proposal/work-phases.ts';

/**
 * The set of matches with the most points for one district or the town, under the hard limits: of each pair why it fits, and
 * points for each that both gives and receives. Computed once, kept as it was; what an earlier one kept or left out stays so
 * until it is taken back.
 */
export const makeMatchProposal = operation({
  route: 'POST /match-proposals',
  summary: m.wishes_proposal_make_summary,
  may: coordinators,
  audit: 'match_proposal.made',
  input: z.object({ id: z.uuid(), district_id: z.uuid().optional(), based_on: z.uuid().optional() }),
  output: z.object({ id: z.uuid() }),
});

/** The proposal of the own office that is being worked out, and how far it has come; a reload of the page finds it again. */
export const readProposalUnderWay = operation({
  route: 'GET /match-proposal-under-way',
  summary: m.wishes_proposal_under_way_summary,
  may: coordinators,
  // Asked for twice a second while one is made; nobody is in it.
  audit: null,
  input: z.object({}),
  output: z.object({
    under_way: z
      .object({
        id: z.uuid(),
        district_name: z.string().nullable(),
        phase: z.enum(workPhases),
        /** Hundredths of the phase. */
        percent: z.int(),
      })
      .nullable(),
  }),
});

/** Ends a proposal that is being worked out, wherever it stands; nothing of it is kept. */
export const cancelMatchProposal = operation({
  route: 'POST /match-proposals/:id/cancel',
  summary: m.wishes_proposal_cancel_summary,
  may: coordinators,
  audit: 'match_proposal.cancelled',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

const proposal = z.object({
  id: z.uuid(),
  district_name: z.string().nullable(),
  made_on: z.string(),
  /** Wishes it answers, of how many, from how many offers and possible pairs. */
  fulfilled: z.int(),
  wishes: z.int(),
  offers: z.int(),
  candidates: z.int(),
  gives_and_receives: z.int(),
  points: z.int(),
  /** No set of matches under the same limits has more points, of the pairs that were weighed. */
  bound: z.int(),
  without_rules: z.int(),
  steps: z.int(),
});
export type MatchProposal = z.output<typeof proposal>;

export const listMatchProposals = operation({
  route: 'GET /match-proposals',
  summary: m.wishes_proposals_summary,
  may: coordinators,
  audit: 'match_proposals.listed',
  input: z.object({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ proposals: z.array(proposal), next: z.uuid().nullable() }),
});

export const legDecisions = ['kept', 'left_out'] as const;

/** Found by the computing; added by the coordinator; or decided in an earlier proposal and not among what was found. */
const origins = ['found', 'added', 'carried'] as const;

export const readMatchProposal = operation({
  route: 'GET /match-proposals/:id',
  summary: m.wishes_proposal_read_summary,
  may: coordinators,
  audit: 'match_proposal.read',
  subjects: (_, { legs }) => [
    ...new Set(legs.flatMap(({ giver_id, receiver_id }) => [giver_id, receiver_id])),
  ],
  input: z.object({ id: z.uuid() }),
  output: proposal.extend({
    district_id: z.uuid().nullable(),
    /** What the points are made of, in the order of the reasons: the sum over all pairs. Empty for what was made before this was kept. */
    parts: z.array(z.object({ reason: z.enum(reasons), points: z.int() })),
    /** Points for each that both gives and receives. */
    bonus_each: z.int().nullable(),
    legs: z.array(
      z.object({
        position: z.int(),
        giver_id: z.uuid(),
        receiver_id: z.uuid(),
        offer: shownWish,
        wish: shownWish,
        reasons: z.array(z.enum(reasons)),
        giving: shownGiving.nullable(),
        /** What the roles in it ask for today. */
        needs: z.array(z.enum(needs)),
        ring: z.int().nullable(),
        chain: z.int().nullable(),
        place: z.int().nullable(),
        came_by: z.enum(origins),
        decision: z.enum([...legDecisions, 'asked']).nullable(),
        /** Why what was kept before is not in this one. */
        hindrance: z.enum(keptHindrances).nullable(),
      }),
    ),
  }),
});

/** Keeps a pair, leaves it out, or takes that back; the next proposal heeds it. A ring is decided as one. */
export const decideMatchLeg = operation({
  route: 'PUT /match-proposals/:id/legs/:position',
  summary: m.wishes_proposal_decide_summary,
  may: coordinators,
  audit: 'match_proposal.decided',
  input: z.object({
    id: z.uuid(),
    position: z.coerce.number().int().min(1),
    decision: z.enum([...legDecisions, 'open']),
  }),
  output: z.object({ id: z.uuid() }),
});

/**
 * Adds a pair that the computing did not choose. The hard limits are looked at first; it then holds like a pair that was kept, in
 * every later proposal, until it is taken back.
 */
export const addMatchLeg = operation({
  route: 'POST /match-proposals/:id/legs',
  summary: m.wishes_proposal_add_summary,
  may: coordinators,
  audit: 'match_proposal.added',
  input: z.object({
    id: z.uuid(),
    wish_id: z.uuid({ error: () => m.wishes_field_wish_listed() }),
    offer_id: z.uuid({ error: () => m.wishes_field_offer_listed() }),
  }),
  output: z.object({ id: z.uuid() }),
});

/** What somebody who takes a role on has to have met, from today on. An empty list asks for nothing. */
export const setRoleNeeds = operation({
  route: 'POST /role-needs',
  summary: m.wishes_needs_set_summary,
  may: coordinators,
  audit: 'role_needs.set',
  input: z.object({
    id: z.uuid(),
    tag: z.string({ error: () => m.wishes_field_tags() }).max(40),
    needs: z.array(z.enum(needs)).default([]),
  }),
  output: z.object({ id: z.uuid() }),
});

export const listRoleNeeds = operation({
  route: 'GET /role-needs',
  summary: m.wishes_needs_summary,
  may: coordinators,
  audit: null,
  input: z.object({}),
  output: z.object({
    roles: z.array(z.object({ tag: z.string(), needs: z.array(z.enum(needs)), starts_on: z.string() })),
  }),
});

/**
 * Somebody has been interviewed, has undertaken secrecy, was trained, or showed a certificate of another body: for the roles that are
 * said, and for no other.
 */
export const recordReadiness = operation({
  route: 'POST /participants/:participant_id/readiness',
  summary: m.wishes_readiness_summary,
  may: coordinators,
  audit: 'participant.readiness_recorded',
  subjects: ({ participant_id }) => [participant_id],
  input: z.object({
    participant_id: z.uuid(),
    id: z.uuid(),
    need: z.enum(personalNeeds, { error: () => m.wishes_field_need() }),
    /** The roles it holds for, by their tags. */
    tags: z
      .array(z.string({ error: () => m.wishes_field_roles() }).max(40), {
        error: () => m.wishes_field_roles(),
      })
      .min(1, { error: () => m.wishes_field_roles() }),
    vouched_by: words(60, m.wishes_field_vouched_by),
    met_on: z.iso.date({ error: () => m.wishes_field_day() }),
    until: z.iso.date({ error: () => m.wishes_field_until() }).optional(),
    words: wordsOrNone(200, m.wishes_field_reached),
  }),
  output: z.object({ id: z.uuid() }),
});
