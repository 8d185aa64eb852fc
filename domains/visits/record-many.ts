import * as z from 'zod';
import { writeEncounters } from '#domains/encounters/record-many.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { type Channel, type Condition, type Contact, visitingRoles } from './model.ts';

/** A visit as it is written down for whoever made it. */
export interface NewVisitOf {
  readonly id: string;
  readonly household: string;
  readonly post: string;
  readonly on: string;
  readonly channel: Channel;
  readonly contact: Contact;
  readonly condition: Condition | null;
  readonly note: string | null;
}

/**
 * `recordVisit` for many at once, under the same gate and the same rules: the visits, their encounters, who took part and
 * the running count, in one statement. Whoever wrote them down is kept beside every one of them.
 *
 * @throws Refusal `not_found` when one of them could not be written: a household or post outside the actor's reach, a
 *   day outside the post's term, or a fixed year without a reason. None is written then.
 */
export async function recordVisits(
  db: Db,
  visits: readonly NewVisitOf[],
  lateReason: string | null,
  act: Act,
): Promise<void> {
  const { written } = await db.one(
    z.object({ written: z.int() }),
    sql`with given as (select * from unnest(${visits.map((v) => v.id)}::uuid[], ${visits.map((v) => v.household)}::uuid[],
          ${visits.map((v) => v.post)}::uuid[], ${visits.map((v) => v.on)}::date[], ${visits.map((v) => v.channel)}::text[],
          ${visits.map((v) => v.contact)}::text[], ${visits.map((v) => v.condition)}::text[],
          ${visits.map((v) => v.note)}::text[])
          g(id, household_id, post_id, occurred_on, channel, contact, condition, note)),
      -- Many rows name few households and posts: each is looked up, and let through by the gate, once.
      doors as materialized (select id, district_id, holder_id from households
        where id = any(${[...new Set(visits.map((v) => v.household))]}::uuid[])),
      hats as materialized (select p.id, p.role, p.body_id, p.district_id, p.starts_on, p.ends_on, a.party_id
        from posts p left join accounts a on a.id = p.account_id
        where p.id = any(${[...new Set(visits.map((v) => v.post))]}::uuid[]) and p.role = any(${visitingRoles}::text[])),
      places as (select g.*, d.district_id, d.holder_id, h.role, h.body_id as group_id, h.party_id
        from given g
        join doors d on d.id = g.household_id
        join hats h on h.id = g.post_id and h.starts_on <= g.occurred_on
          and (h.ends_on is null or h.ends_on >= g.occurred_on)
          and (h.district_id is null or h.district_id = d.district_id)
        where g.occurred_on <= ${act.today}::date),
      ${writeEncounters({ kind: 'visit', recordedAt: act.now, lateReason })},
      visit as (insert into visits (id, household_id, visited_on, channel, contact, condition, note, post_id, recorded_by,
          recorded_at, holder_id, district_id)
        select a.id, a.household_id, a.occurred_on, a.channel, a.contact, a.condition, a.note, a.post_id,
          ${act.actor.account}::uuid, ${act.now}::timestamptz, a.holder_id, a.district_id
        from allowed a)
      select count(*)::int as written from allowed`,
  );
  if (written !== visits.length) throw refuseNotFound();
}
