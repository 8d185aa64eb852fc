import * as z from 'zod';
import { registerParticipant, writeWish } from '#domains/wishes/commands.ts';
import { sides } from '#domains/wishes/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './referral-api.ts';

/** @throws Refusal `not_found` for another body's person; `invalid` where the consent does not let it go there */
export async function passWishOn(db: Db, input: ParsedInputOf<typeof api.passWishOn>, act: Act) {
  const { holder_id, may } = await db.one(
    z.object({ holder_id: z.uuid(), may: z.boolean() }),
    sql`select c.holder_id, gate.may_refer(${input.consent_id}::uuid, c.id, ${input.receiver_id}::uuid) as may
      from clients c where c.id = ${input.client_id}::uuid and c.holder_id = any((select gate.bodies_worked_for())::uuid[])`,
  );
  if (!may) {
    const sentence = m.cases_field_referral_consent();
    throw new Refusal('invalid', sentence, { consent_id: sentence });
  }
  await db.run(
    sql`insert into wish_referrals (id, client_id, receiver_id, consent_id, name, kana, reached, district_id, side, words, passed_by,
        passed_at, holder_id)
      values (${input.id}::uuid, ${input.client_id}::uuid, ${input.receiver_id}::uuid, ${input.consent_id}::uuid, ${input.name},
        ${input.kana}, ${input.reached}, ${input.district_id ?? null}::uuid, ${input.side}, ${input.words},
        ${act.actor.account}::uuid, ${act.now}, ${holder_id}::uuid)`,
  );
  return { id: input.id };
}

/**
 * Makes a wish of what was passed on. Of somebody who takes part already only the wish is new: the name, the way to be reached
 * and everything else stay as they were said to the coordinators, and the referral leads to no other record.
 *
 * @throws Refusal `not_found` when the consent was withdrawn, or for a participant of another body; `refused` when somebody took
 * it up before
 */
export async function takeWishReferral(db: Db, input: ParsedInputOf<typeof api.takeWishReferral>, act: Act) {
  const referral = await db.one(
    z.object({
      receiver_id: z.uuid(),
      name: z.string(),
      kana: z.string(),
      reached: z.string().nullable(),
      district_id: z.uuid().nullable(),
      side: z.enum(sides),
      words: z.string(),
      taken: z.boolean(),
    }),
    sql`select r.receiver_id, r.name, r.kana, r.reached, r.district_id, r.side, r.words,
        exists (select from wish_referral_takings t where t.referral_id = r.id) as taken
      from wish_referrals r where r.id = ${input.id}::uuid`,
  );
  if (referral.taken) throw new Refusal('refused', m.cases_refused_referral_taken());
  const participant_id = input.known_id ?? input.participant_id;
  const district = referral.district_id ? { district_id: referral.district_id } : {};
  if (input.known_id === undefined) {
    const { name, kana, reached } = referral;
    const newcomer = { id: participant_id, name, kana, reached, sort: 'resident', ...district } as const;
    await registerParticipant(db, newcomer, act);
  }
  await writeWish(
    db,
    {
      ...{ id: input.wish_id, participant_id, side: referral.side, words: referral.words, way: 'supporter' },
      ...{ tags: [], reach: 'own_district', days: [], parts: [], limits: [], step: 'go_on', times: 1 },
      ...district,
    },
    act,
  );
  await db.run(
    sql`insert into wish_referral_takings (referral_id, wish_id, taken_by, taken_at, receiver_id)
      values (${input.id}::uuid, ${input.wish_id}::uuid, ${act.actor.account}::uuid, ${act.now}, ${referral.receiver_id}::uuid)`,
  );
  return { id: input.id, wish_id: input.wish_id };
}

/**
 * @throws Refusal `not_found` for what another body passed on; `refused` while nobody has taken the wish up, its consent does not stand
 * any more, or no coordinator holds a post
 */
export async function raiseConcernAtWindow(
  db: Db,
  input: ParsedInputOf<typeof api.raiseConcernAtWindow>,
  act: Act,
) {
  await db.one(
    z.object({ id: z.uuid() }),
    sql`select id from wish_referrals where id = ${input.referral_id}::uuid`,
  );
  const written = await db.run(
    sql`insert into safeguarding_concerns (id, participant_id, words, raised_by, raised_at, owner_post_id, due_at, holder_id)
      select ${input.id}::uuid, k.participant_id, ${input.words}, ${act.actor.account}::uuid, ${act.now}, k.owner_post_id,
        ${act.now}::timestamptz + make_interval(hours => ${input.hours}::int), k.holder_id
      from gate.takings_to_worry_about() k where k.referral_id = ${input.referral_id}::uuid and k.owner_post_id is not null`,
  );
  if (written === 0) throw new Refusal('refused', m.cases_refused_concern());
  return { id: input.id };
}
