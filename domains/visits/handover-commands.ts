import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './handover-api.ts';
import { listPromises } from './handover-promises.ts';
import { readHandover } from './handover-queries.ts';

/**
 * Hands a post over: the list as it stands now, with the words that were written to it. By who leaves, or for them by
 * who writes for the district.
 *
 * @throws Refusal `refused` when the one before has been received already
 */
export async function handOver(db: Db, input: ParsedInputOf<typeof api.handOver>, act: Act) {
  const { id, post_id } = input;
  const post = await db.one(
    z.object({
      body_id: z.uuid(),
      district_id: z.uuid().nullable(),
      successor: z.uuid().nullable(),
      received: z.boolean(),
    }),
    sql`select p.body_id, p.district_id,
        (select case when s.decision = 'succeeded' then s.successor_id end from post_successions s where s.post_id = p.id
          order by s.decided_at desc, s.id desc limit 1) as successor,
        exists (select from handover_receipts r where r.post_id = p.id) as received
      from posts p where p.id = ${post_id}`,
  );
  if (post.received) throw new Refusal('refused', m.visits_refused_received());
  await db.run(sql`insert into handovers (id, post_id, successor_id, words, written_by, written_at, holder_id, district_id)
    values (${id}, ${post_id}, ${post.successor}, ${input.words}, ${act.actor.account}, ${act.now}, ${post.body_id},
      ${post.district_id})`);
  const promises = await listPromises(db, post_id, act);
  for (const [n, { key, kind, household_id, visit_id, month }] of promises.entries()) {
    const place =
      household_id === null
        ? sql`select ${post.body_id}::uuid as holder_id, ${post.district_id}::uuid as district_id`
        : sql`select holder_id, district_id from households where id = ${household_id}`;
    await db.run(sql`insert into handover_items (handover_id, n, kind, household_id, visit_id, month, words, post_id,
        successor_id, holder_id, district_id)
      select ${id}, ${n + 1}, ${kind}, ${household_id}::uuid, ${visit_id}::uuid, ${month === null ? null : `${month}-01`}::date,
        ${input.items[key] || null}::text, ${post_id}::uuid, ${post.successor}::uuid, p.holder_id, p.district_id
      from (${place}) p`);
  }
  const households = new Set(promises.flatMap(({ household_id }) => household_id ?? []));
  return { id, households: [...households] };
}

/**
 * Signs for a hand-over: when, for whom, and who wrote that down.
 *
 * @throws Refusal `refused` when it was received already or somebody wrote it anew; `invalid` without a name where no
 *   successor is decided
 */
export async function receiveHandover(db: Db, input: ParsedInputOf<typeof api.receiveHandover>, act: Act) {
  const { receivable, receipt, successor } = await readHandover(db, { id: input.id }, act);
  if (receipt) throw new Refusal('refused', m.visits_refused_received());
  if (!receivable) throw new Refusal('refused', m.visits_refused_not_receivable());
  const name = input.received_for || successor?.name;
  if (!name)
    throw new Refusal('invalid', m.platform_refused_invalid(), {
      received_for: m.visits_field_received_for(),
    });
  await db.run(sql`insert into handover_receipts (handover_id, received_for, received_by, received_at, post_id, successor_id,
      holder_id, district_id)
    select id, ${name}, ${act.actor.account}::uuid, ${act.now}::timestamptz, post_id, successor_id, holder_id, district_id
    from handovers where id = ${input.id}`);
  return { id: input.id };
}
