import * as z from 'zod';
import { roles } from '#domains/posts/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { channels, knowings, visitingRoles, visitWish, wishIntervals } from './model.ts';

const keepers = ['gatherer', 'council_officer'];
const text = (max: number, error: () => string) =>
  z.string({ error }).trim().min(1, { error }).max(max, { error });

/** 名前のある見守りの取り決め of the districts in reach. */
export const listRoundAgreements = operation({
  route: 'GET /round-agreements',
  summary: m.visits_agreements_summary,
  may: visitingRoles,
  audit: null,
  input: z.object({}),
  output: z.object({
    agreements: z.array(
      z.object({
        id: z.uuid(),
        district_id: z.uuid(),
        district_name: z.string(),
        agreed: z.boolean(),
        starts_on: z.string(),
        words: z.string(),
        /** The one that holds today. */
        holds: z.boolean(),
      }),
    ),
  }),
});

/** A district agrees to named rounds, or no longer does: what is assigned stays until somebody ends it. */
export const setRoundAgreement = operation({
  route: 'POST /round-agreements',
  summary: m.visits_agreement_set_summary,
  may: keepers,
  audit: 'round_agreement.set',
  input: z.object({
    id: z.uuid(),
    district_id: z.uuid({ error: () => m.visits_field_agreement_district() }),
    agreed: z.boolean(),
    starts_on: z.iso.date({ error: () => m.visits_field_agreement_from() }),
    words: text(300, () => m.visits_field_agreement_words()),
  }),
  output: z.object({ id: z.uuid() }),
});

export const hearVisitWish = operation({
  route: 'POST /households/:household_id/visit-wish',
  summary: m.visits_wish_hear_summary,
  may: visitingRoles,
  audit: 'visit_wish.heard',
  subjects: ({ household_id }) => [household_id],
  input: z.object({
    household_id: z.uuid(),
    /** How often; `not_wished`: not to be visited. */
    every: z.enum([...wishIntervals, 'not_wished'], { error: () => m.visits_field_wish_every() }),
    channel: z.enum(channels).nullable().default(null),
    words: z
      .string()
      .trim()
      .max(200, { error: () => m.visits_field_wish_words() })
      .transform((said) => said || null)
      .nullable()
      .default(null),
    heard_on: z.iso.date({ error: () => m.visits_field_wish_on() }),
  }),
  output: z.object({ household_id: z.uuid() }),
});

/** What a household said about being looked in on, the newest first. */
export const listVisitWishes = operation({
  route: 'GET /households/:household/visit-wishes',
  summary: m.visits_wish_list_summary,
  may: visitingRoles,
  audit: 'visit_wishes.listed',
  subjects: ({ household }) => [household],
  input: z.object({ household: z.uuid() }),
  output: z.object({ wishes: z.array(visitWish) }),
});

/** Who knows a household and could look in for a while. Offered, never assigned; in no order but who was there last. */
export const listStandIns = operation({
  route: 'GET /households/:household/stand-ins',
  summary: m.visits_stand_ins_summary,
  may: keepers,
  audit: 'stand_ins.listed',
  subjects: ({ household }) => [household],
  input: z.object({ household: z.uuid() }),
  output: z.object({
    stand_ins: z.array(
      z.object({
        post_id: z.uuid(),
        person: z.string().nullable(),
        role: z.enum(roles),
        knows: z.enum(knowings),
        /** When that was last. */
        last_on: z.string(),
      }),
    ),
  }),
});
