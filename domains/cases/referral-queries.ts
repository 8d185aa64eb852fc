import * as z from 'zod';
import { toKanaKey } from '#domains/parties/kana.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './referral-api.ts';

const saidOfPassed = sql`r.id, b.name as receiver_name, r.side, r.words, (r.passed_at at time zone 'Asia/Tokyo')::date as passed_on,
  gate.may_refer(r.consent_id, r.client_id, r.receiver_id) as open,
  case when h.referral_id is not null then jsonb_build_object('taken_on', h.taken_on, 'came_true', h.came_true,
    'closed_on', h.closed_on, 'closed_why', h.closed_why) end as heard`;
const fromPassed = sql`wish_referrals r join bodies b on b.id = r.receiver_id
  left join gate.wishes_heard_of() h on h.referral_id = r.id`;

/** What was passed on of the people of one case, the newest first. A case that one may not see has none. */
export async function listPassedWishesOfCase(
  db: Db,
  { case_id }: ParsedInputOf<typeof api.listPassedWishesOfCase>,
  _act: Act,
): Promise<OutputOf<typeof api.listPassedWishesOfCase>> {
  const referrals = await db.all(
    api.listPassedWishesOfCase.output.shape.referrals.element,
    sql`select ${saidOfPassed}, r.client_id, coalesce(c.name, c.called) as client_name
      from ${fromPassed} left join clients c on c.id = r.client_id
      where r.holder_id = any((select gate.bodies_worked_for())::uuid[])
        and r.client_id in (select k.client_id from case_members k where k.case_id = ${case_id}::uuid) order by r.id desc`,
  );
  return { referrals };
}

/** The longest withdrawn first; what is closed already needs nobody any more. */
export async function listWithdrawnWishes(
  db: Db,
  _input: ParsedInputOf<typeof api.listWithdrawnWishes>,
  _act: Act,
): Promise<OutputOf<typeof api.listWithdrawnWishes>> {
  const wishes = await db.all(
    api.listWithdrawnWishes.output.shape.wishes.element,
    sql`select w.id, n.name as participant_name, x.words, k.withdrawn_on
      from gate.wishes_withdrawn() k join wishes w on w.id = k.wish_id
      join wish_words x on x.wish_id = w.id and x.version = w.version
      join participant_names n on n.participant_id = w.participant_id
      where w.closed_on is null order by k.withdrawn_on, w.id limit 200`,
  );
  return { wishes };
}

/** What was passed on of one person, the newest first, and to whom it can go. */
export async function listPassedWishes(
  db: Db,
  { client_id }: ParsedInputOf<typeof api.listPassedWishes>,
  act: Act,
): Promise<OutputOf<typeof api.listPassedWishes>> {
  const of = api.listPassedWishes.output.shape;
  const referrals = await db.all(
    of.referrals.element,
    sql`select ${saidOfPassed} from ${fromPassed} where r.client_id = ${client_id}::uuid order by r.id desc`,
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
  const waiting = await db.all(
    api.listWishReferrals.output.shape.referrals.element.omit({ alike: true }).extend({ kana: z.string() }),
    sql`select r.id, b.name as from_name, r.name, r.kana, r.reached, r.side, r.words,
        (r.passed_at at time zone 'Asia/Tokyo')::date as passed_on
      from wish_referrals r join bodies b on b.id = r.holder_id
      where r.receiver_id = any((select gate.bodies_coordinated())::uuid[])
        and not exists (select from wish_referral_takings t where t.referral_id = r.id)
      order by r.id limit 200`,
  );
  const known = await db.all(
    z.object({
      participant_id: z.uuid(),
      name: z.string(),
      kana_key: z.string(),
      district_name: z.string().nullable(),
    }),
    sql`select n.participant_id, n.name, n.kana_key, d.name as district_name
      from participant_names n join participants p on p.id = n.participant_id left join districts d on d.id = p.district_id
      where n.kana_key = any(${waiting.map(({ kana }) => toKanaKey(kana))}::text[])
        or n.name = any(${waiting.map(({ name }) => name)}::text[])
      order by n.kana_key, n.participant_id`,
  );
  return {
    referrals: waiting.map(({ kana, ...referral }) => ({
      ...referral,
      alike: known
        .filter((one) => one.kana_key === toKanaKey(kana) || one.name === referral.name)
        .map(({ participant_id, name, district_name }) => ({ participant_id, name, district_name })),
    })),
  };
}
