import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { tell } from '#platform/event.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { groupTakenOver } from './events.ts';
import { keepEnding } from './holding-commands.ts';
import { withdrawGiven } from './holding-withdrawals.ts';
import { roles } from './model.ts';
import { passOn } from './succession.ts';

/**
 * Says what a takeover would move: the posts by name, everything else in numbers. Changes nothing.
 *
 * @throws Refusal as `takeOverDistrict`
 */
export async function tryTakeover(db: Db, input: ParsedInputOf<typeof api.tryTakeover>, act: Act) {
  const plan = await planTakeover(db, input);
  await db.run(sql`savepoint before_trial`);
  await carryOut(db, plan, m.posts_takeover_trial_reason(), act);
  await db.run(sql`rollback to savepoint before_trial`);
  const kept = await db.one(
    z.object({
      households: z.int(),
      assignments: z.int(),
      members: z.int(),
      visits: z.int(),
      sheets: z.int(),
    }),
    sql`select * from gate.holdings_of_district(${plan.district_id})`,
  );
  return {
    secret_trial: {
      district: plan.district,
      into: plan.into,
      starts_on: plan.starts_on,
      body: plan.into_body_id === null ? null : plan.body,
      into_body: plan.body_id === null ? null : plan.into_body,
      ...kept,
      posts: plan.posts.map(({ id, name, role, body, into_body }) => ({
        post: id,
        name,
        role,
        body,
        into_body,
      })),
    },
  };
}

/**
 * From the day on which a district became another: that one's posts cover it, that one's group holds its records, and
 * its posts go on there, each with its round. No record is rewritten, so that its years stay as they were.
 *
 * @throws Refusal `refused` when it did not become that district, or was taken over already
 */
export async function takeOverDistrict(db: Db, input: ParsedInputOf<typeof api.takeOverDistrict>, act: Act) {
  const plan = await planTakeover(db, input);
  await carryOut(db, plan, input.reason, act);
  return { id: input.id, accounts: [...new Set(plan.posts.map(({ account_id }) => account_id))] };
}

const head = z.object({
  district_id: z.uuid(),
  into_district_id: z.uuid(),
  district: z.string(),
  into: z.string(),
  starts_on: z.string(),
  /** The month in which a district ends is still its own. */
  first_month: z.string(),
  body_id: z.uuid().nullable(),
  into_body_id: z.uuid().nullable(),
  body: z.string().nullable(),
  into_body: z.string().nullable(),
  taken: z.boolean(),
});
const movingPost = z.object({
  id: z.uuid(),
  account_id: z.uuid(),
  name: z.string(),
  role: z.enum(roles),
  body_id: z.uuid(),
  body: z.string(),
  into_body_id: z.uuid(),
  into_body: z.string(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
});
type Plan = z.output<typeof head> & { readonly posts: readonly z.output<typeof movingPost>[] };

async function planTakeover(db: Db, { id, into_id }: { id: string; into_id: string }): Promise<Plan> {
  const found = await db.maybe(
    head,
    sql`select d.id as district_id, o.id as into_district_id, d.name as district, o.name as into, c.starts_on,
        (date_trunc('month', c.starts_on - 1) + interval '1 month')::date as first_month,
        b.id as body_id, n.id as into_body_id, b.name as body, n.name as into_body,
        exists (select from district_takeovers t where t.district_id = d.id) as taken
      from district_changes c
      join districts d on d.id = c.district_id
      join districts o on o.id = c.into_id
      left join lateral (select id, name from bodies where kind = 'district_council' and district_id = d.id order by sort limit 1) b on true
      left join lateral (select id, name from bodies where kind = 'district_council' and district_id = o.id order by sort limit 1) n on true
      where c.district_id = ${id} and c.into_id = ${into_id}`,
  );
  if (!found) throw new Refusal('refused', m.posts_refused_takeover_into());
  if (found.taken) throw new Refusal('refused', m.posts_refused_taken_over());
  if (found.body_id !== null && found.into_body_id === null)
    throw new Refusal('refused', m.posts_refused_takeover_body({ district: found.into }));
  const posts = await db.all(
    movingPost,
    sql`select p.id, p.account_id, a.name, p.role, p.body_id, b.name as body, coalesce(n.id, b.id) as into_body_id,
        coalesce(n.name, b.name) as into_body, p.starts_on, p.ends_on
      from posts p
      join accounts a on a.id = p.account_id
      join bodies b on b.id = p.body_id
      left join bodies n on n.id = ${found.into_body_id}::uuid and b.id = ${found.body_id}::uuid
      where p.district_id = ${id} and p.acting_for is null and p.ended_at is null
        and (p.ends_on is null or p.ends_on >= ${found.starts_on}::date)
      order by a.kana_key, p.id for update of p`,
  );
  return { ...found, posts };
}

async function carryOut(db: Db, plan: Plan, reason: string, act: Act): Promise<void> {
  const both = plan.body_id !== null && plan.into_body_id !== null;
  await db.run(sql`insert into district_takeovers (district_id, into_district_id, body_id, into_body_id, starts_on, reason,
      decided_by, decided_at)
    values (${plan.district_id}, ${plan.into_district_id}, ${both ? plan.body_id : null}, ${both ? plan.into_body_id : null},
      ${plan.starts_on}, ${reason}, ${act.actor.account}, ${act.now})`);
  for (const post of plan.posts) {
    const last = addDays(plan.starts_on, -1);
    const begun = post.starts_on < plan.starts_on;
    const next = {
      account: post.account_id,
      starts_on: begun ? plan.starts_on : post.starts_on,
      ends_on: post.ends_on,
    };
    const seat = { role: post.role, body_id: post.into_body_id, district_id: plan.into_district_id };
    if (begun)
      await keepEnding(db, { id: post.id, account_id: post.account_id, last, atOnce: false }, reason, act);
    await passOn(db, post.id, seat, next, act);
    if (!begun) await withdrawGiven(db, post, reason, act);
  }
  if (plan.body_id === null || plan.into_body_id === null) return;
  await letPass(db, plan.district_id, plan.into_district_id);
  const group = { district: plan.district_id, group: plan.body_id };
  const into = { into_district: plan.into_district_id, into_group: plan.into_body_id };
  await tell(groupTakenOver, db, { ...group, ...into, first_month: plan.first_month }, act);
  await letPass(db, '', '');
}

async function letPass(db: Db, passing: string, taking: string): Promise<void> {
  await db.run(
    sql`select set_config('app.passing_district', ${passing}, true), set_config('app.taking_district', ${taking}, true)`,
  );
}
