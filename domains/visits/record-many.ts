import * as z from 'zod';
import { writeEncounters } from '#domains/encounters/record-many.ts';
import { answerColumns, answerValues } from '#domains/items/answering.ts';
import type { CheckedAnswers } from '#domains/items/checking.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { tell } from '#platform/event.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { idList, plainList, planAnew, type Sql, sql } from '#platform/sql.ts';
import { visitWorries } from './events.ts';
import { type Channel, type Condition, type Contact, visitingRoles } from './model.ts';
import { countedIn, worksThere } from './where-it-counts.ts';

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
  /** To the town's own items, checked for the day of the visit. */
  readonly answers: CheckedAnswers | null;
}

/**
 * `recordVisit` for many at once, under the same gate and the same rules: the visits, their encounters, who took part and
 * the running count, in one statement. Whoever wrote them down is kept beside every one of them. What somebody must hear of
 * (異変, 気になる) is told as if it came alone; of a long list that nobody was met is told by its days (escalations/jobs.ts).
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
    planAnew(sql`with given as (select * from unnest(${idList(visits.map((v) => v.id))}::uuid[],
          ${idList(visits.map((v) => v.household))}::uuid[], ${idList(visits.map((v) => v.post))}::uuid[],
          ${plainList(visits.map((v) => v.on))}::date[], ${plainList(visits.map((v) => v.channel))}::text[],
          ${plainList(visits.map((v) => v.contact))}::text[], ${plainList(visits.map((v) => v.condition))}::text[],
          ${notesOf(visits)}::text[])
          g(id, household_id, post_id, occurred_on, channel, contact, condition, note)),
      -- Many rows name few households and posts: each is looked up, and let through by the gate, once.
      doors as materialized (select id, district_id, holder_id from households
        where id = any(${idList([...new Set(visits.map((v) => v.household))])}::uuid[])),
      hats as materialized (select p.id, p.role, p.body_id, p.district_id, p.starts_on, p.ends_on, a.party_id
        from posts p left join accounts a on a.id = p.account_id
        where p.id = any(${[...new Set(visits.map((v) => v.post))]}::uuid[]) and p.role = any(${visitingRoles}::text[])),
      counted as materialized (select d.district_id as home, t.day, ${countedIn(sql`d.district_id`, sql`t.day`)} as district_id
        from (select distinct district_id from doors) d cross join (select distinct occurred_on as day from given) t),
      -- By themselves: as one join of four, some versions of PostgreSQL compare each visit with each door.
      at_doors as materialized (select g.*, d.district_id as home, d.holder_id from given g join doors d on d.id = g.household_id),
      places as (select g.*, c.district_id, h.role, h.body_id as group_id, h.party_id
        from at_doors g
        join counted c on c.home = g.home and c.day = g.occurred_on
        join hats h on h.id = g.post_id and h.starts_on <= g.occurred_on
          and (h.ends_on is null or h.ends_on >= g.occurred_on)
          and ${worksThere(sql`h`, sql`c.home`, sql`c.district_id`)}
        where g.occurred_on <= ${act.today}::date),
      ${writeEncounters({ kind: 'visit', recordedAt: act.now, lateReason })},
      visit as (insert into visits (id, household_id, visited_on, channel, contact, condition, note, post_id, recorded_by,
          recorded_at, holder_id, district_id)
        select a.id, a.household_id, a.occurred_on, a.channel, a.contact, a.condition, a.note, a.post_id,
          ${act.actor.account}::uuid, ${act.now}::timestamptz, a.holder_id, a.home
        from allowed a)
      ${answerAll(visits)}
      select count(*)::int as written from allowed`),
  );
  if (written !== visits.length) throw refuseNotFound();
  for (const { id, household, on, contact, condition } of visits)
    if (condition === 'alarm' || condition === 'concern')
      await tell(visitWorries, db, { visit: id, household, visited_on: on, contact, condition }, act);
}

/** Most ledgers have no notes: unnest fills them up. */
function notesOf(visits: readonly NewVisitOf[]): (string | null)[] {
  return visits.some(({ note }) => note !== null) ? visits.map(({ note }) => note) : [];
}

/** Nothing at all where no visit answers anything: a ledger without own items is as fast as before. */
function answerAll(visits: readonly NewVisitOf[]): Sql {
  const rows = visits.flatMap(({ id, answers }) =>
    (answers?.rows ?? []).map((row) => ({ ...row, visit_id: id })),
  );
  if (rows.length === 0) return sql``;
  return sql`, answered as (insert into visit_answers (visit_id, ${answerColumns}, household_id, visited_on, post_id,
        holder_id, district_id)
      select a.id, ${answerValues}, a.household_id, a.occurred_on, a.post_id, a.holder_id, a.home
      from allowed a
      join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(visit_id uuid, item_id uuid, part smallint,
        option_id uuid, number integer, day date, words text) on r.visit_id = a.id)`;
}
