import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './referral-api.ts';

/** What was passed on of one person, the newest first, and to whom it can go. */
export async function listPassedWishes(
  db: Db,
  { client_id }: ParsedInputOf<typeof api.listPassedWishes>,
  act: Act,
): Promise<OutputOf<typeof api.listPassedWishes>> {
  const of = api.listPassedWishes.output.shape;
  const referrals = await db.all(
    of.referrals.element,
    sql`select r.id, b.name as receiver_name, r.side, r.words, (r.passed_at at time zone 'Asia/Tokyo')::date as passed_on,
        gate.may_refer(r.consent_id, r.client_id, r.receiver_id) as open
      from wish_referrals r join bodies b on b.id = r.receiver_id
      where r.client_id = ${client_id}::uuid order by r.id desc`,
  );
  const receivers = await db.all(
    of.receivers.element,
    sql`select b.id, b.name from bodies b where b.kind in ('council', 'city_section')
      and exists (select from gate.bodies_with_coordinators(${act.today}::date) k where k = b.id) order by b.sort, b.id`,
  );
  return { referrals, receivers };
}

/** What waits for the coordinators, what came first standing first. */
export async function listWishReferrals(
  db: Db,
  _input: ParsedInputOf<typeof api.listWishReferrals>,
  _act: Act,
): Promise<OutputOf<typeof api.listWishReferrals>> {
  const referrals = await db.all(
    api.listWishReferrals.output.shape.referrals.element,
    sql`select r.id, b.name as from_name, r.name, r.reached, r.side, r.words,
        (r.passed_at at time zone 'Asia/Tokyo')::date as passed_on
      from wish_referrals r join bodies b on b.id = r.holder_id
      where r.receiver_id = any((select gate.bodies_coordinated())::uuid[])
        and not exists (select from wish_referral_takings t where t.referral_id = r.id)
      order by r.id limit 200`,
  );
  return { referrals };
}
