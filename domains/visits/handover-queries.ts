import type * as z from 'zod';
import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './handover-api.ts';
import { headOfPost, joinedToPost, keyOfItem } from './handover-promises.ts';
import { visitingRoles } from './model.ts';
import { newestWishOf } from './round.ts';
import { handedOver } from './today-api.ts';

export { readPromises } from './handover-promises.ts';

/** Days after its end on which a post that nobody has handed over is still listed. */
const listedFor = 90;

const dayOf = (instant: ReturnType<typeof sql>) =>
  sql`to_char(${instant} at time zone 'Asia/Tokyo', 'YYYY-MM-DD')`;

/** Posts that end or ended lately, whose last hand-over is open or received; those still open first. */
export async function listHandovers(
  db: Db,
  _input: ParsedInputOf<typeof api.listHandovers>,
  act: Act,
): Promise<OutputOf<typeof api.listHandovers>> {
  const handovers = await db.all(
    api.listHandovers.output.shape.handovers.element,
    sql`select ${headOfPost}, n.id as handover, ${dayOf(sql`n.written_at`)} as written_on,
        ${dayOf(sql`r.received_at`)} as received_on
      from posts p ${joinedToPost}
      left join lateral (select o.id, o.written_at from handovers o where o.post_id = p.id
        order by o.written_at desc, o.id desc limit 1) n on true
      left join handover_receipts r on r.handover_id = n.id
      where p.role in ('visitor', 'commissioner', 'gatherer') and p.acting_for is null
        and (n.id is not null or (p.ends_on <= ${addDays(act.today, api.handoverFrom)}::date
          and p.ends_on >= ${addDays(act.today, -listedFor)}::date))
        and (r.handover_id is null or r.received_at > ${addDays(act.today, -listedFor)}::date)
      order by r.handover_id is not null, p.ends_on, d.sort, p.id limit 500`,
  );
  return { handovers };
}

/**
 * What waits to be received: by the post itself as the successor; where none is named by whoever receives for the posts of
 * the district.
 */
export async function readWaitingHandovers(db: Db, { actor }: Act): Promise<z.output<typeof handedOver>[]> {
  if (actor.factorNeeded || actor.finishing || !isVisiting(actor.role)) return [];
  return db.all(
    handedOver,
    sql`select o.id, a.name as person, d.name as district, p.role, ${dayOf(sql`o.written_at`)} as written_on
      from handovers o
      join posts p on p.id = o.post_id
      left join accounts a on a.id = p.account_id
      left join districts d on d.id = p.district_id
      where not exists (select from handover_receipts r where r.handover_id = o.id)
        and not exists (select from handovers n where n.post_id = o.post_id and n.written_at > o.written_at)
        and (o.successor_id = (select gate.actor_post())
          or (o.successor_id is null and o.district_id = any((select gate.districts_gathered())::uuid[])
            and o.holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])))
      order by o.written_at, o.id limit 20`,
  );
}

function isVisiting(role: string | null): boolean {
  return (visitingRoles as readonly string[]).includes(role ?? '');
}

const readRow = api.readHandover.output.omit({ promises: true });

/** A hand-over with its list, of which the gate shows each reader the own part. */
export async function readHandover(
  db: Db,
  { id }: ParsedInputOf<typeof api.readHandover>,
  _act: Act,
): Promise<OutputOf<typeof api.readHandover>> {
  const found = await db.one(
    readRow,
    sql`select o.id, o.words, ${dayOf(sql`o.written_at`)} as written_on, ${headOfPost},
        case when o.written_by <> p.account_id then w.name end as written_by,
        case when r.handover_id is not null then jsonb_build_object('received_on', ${dayOf(sql`r.received_at`)},
          'received_for', r.received_for,
          'received_by', case when r.received_by is distinct from sp.account_id then rb.name end) end as receipt,
        r.handover_id is null and not exists (select from handovers n where n.post_id = o.post_id and n.written_at > o.written_at)
          and (o.successor_id = (select gate.actor_post()) or (o.district_id = any((select gate.districts_gathered())::uuid[])
            and o.holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[]))) is true as receivable
      from handovers o
      join posts p on p.id = o.post_id ${joinedToPost}
      left join accounts w on w.id = o.written_by
      left join handover_receipts r on r.handover_id = o.id
      left join accounts rb on rb.id = r.received_by
      where o.id = ${id}`,
  );
  const promises = await db.all(
    api.readHandover.output.shape.promises.element,
    sql`select ${keyOfItem} as key, i.kind, i.household_id, h.name as household_name,
        case when i.kind = 'household' then ${newestWishOf(sql`i.household_id`)} end as wish, i.visit_id, v.visited_on, v.condition,
        v.next_step, to_char(i.month, 'YYYY-MM') as month, i.words
      from handover_items i
      left join households h on h.id = i.household_id
      left join visits v on v.id = i.visit_id
      where i.handover_id = ${id} order by i.n`,
  );
  return { ...found, promises };
}
