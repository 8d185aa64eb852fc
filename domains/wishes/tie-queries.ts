import * as z from 'zod';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { type Ties, usualMost } from './hindrance.ts';
import { type Need, needs, personalNeeds, sorts } from './model.ts';
import { burdenOf, goesOnToday } from './reading.ts';

const pair = z.object({ one: z.string(), other: z.string() });
const met = z.object({ participant_id: z.string(), need: z.enum(personalNeeds), tag: z.string() });

/** What stands between these participants today, and what each of them has met of what roles ask for. */
export async function readTies(db: Db, participants: readonly string[], today: string): Promise<Ties> {
  const conflicts = await db.all(
    pair,
    sql`select one_id as one, other_id as other from wish_conflicts
      where ended_at is null and one_id = any(${participants}::uuid[]) and other_id = any(${participants}::uuid[])`,
  );
  const before = await db.all(
    pair.extend({ sort: z.enum(sorts) }),
    sql`select distinct f.one, f.other, p.sort from (
          select giver_id as one, receiver_id as other from fulfilments where taken_back_at is null and giver_id = any(${participants}::uuid[])
          union all
          select receiver_id, giver_id from fulfilments where taken_back_at is null and receiver_id = any(${participants}::uuid[])) f
        join participants p on p.id = f.other`,
  );
  const ready = await db.all(
    met,
    sql`select distinct participant_id, need, unnest(tags) as tag from readinesses where participant_id = any(${participants}::uuid[])
      and met_on <= ${today}::date and (until is null or until >= ${today}::date)`,
  );
  const worried = await db.all(
    z.object({ id: z.string() }),
    sql`select distinct participant_id as id from safeguarding_concerns
      where ended_at is null and participant_id = any(${participants}::uuid[])`,
  );
  const pausing = await db.all(
    z.object({ id: z.string() }),
    sql`select distinct participant_id as id from participant_pauses k
      where participant_id = any(${participants}::uuid[]) and ${goesOnToday(today)}`,
  );
  const withdrawn = await db.all(
    z.object({ wish_id: z.string() }),
    sql`select wish_id from gate.wishes_withdrawn()`,
  );
  const together = await db.all(
    z.object({ offer_id: z.string(), wish_id: z.string(), open: z.boolean() }),
    sql`select l.offer_id, l.wish_id, bool_or(k.closed_at is null) as open
      from match_legs l join matches k on k.id = l.match_id
      where (k.closed_at is null or k.outcome in ('passed_over', 'stopped'))
        and l.giver_id = any(${participants}::uuid[]) and l.receiver_id = any(${participants}::uuid[])
      group by l.offer_id, l.wish_id`,
  );
  const needed = await readNeeds(db);
  const full = await db.all(
    z.object({ id: z.string() }),
    sql`select p.id from participants p where p.id = any(${participants}::uuid[]) and ${burdenOf(today)} >= coalesce(p.most_a_month, ${usualMost}::int)`,
  );
  const resting = new Set(full.map(({ id }) => id));
  const key = (one: string, other: string) => (one < other ? one + other : other + one);
  const between = (rows: z.output<typeof pair>[]) => new Set(rows.map(({ one, other }) => key(one, other)));
  const [never, known] = [between(conflicts), between(before)];
  const kinds = new Set(before.map(({ one, sort }) => one + sort));
  const has = new Set(ready.map(({ participant_id, need, tag }) => `${participant_id} ${need} ${tag}`));
  const gone = new Set(withdrawn.map(({ wish_id }) => wish_id));
  const pauses = new Set(pausing.map(({ id }) => id));
  const concerned = new Set(worried.map(({ id }) => id));
  const asked = new Map(
    together.map(({ offer_id, wish_id, open }) => [offer_id + wish_id, open ? 'now' : 'before'] as const),
  );
  return {
    paused: (one) => pauses.has(one),
    worried: (one) => concerned.has(one),
    withdrawn: (wish) => gone.has(wish),
    asked: (offer, wish) => asked.get(offer + wish) ?? null,
    conflict: (one, other) => never.has(key(one, other)),
    met: (one, other) => known.has(key(one, other)),
    metSort: (one, sort) => kinds.has(one + sort),
    needs: (tag) => needed.get(tag) ?? [],
    hasRoom: (giver) => !resting.has(giver),
    lacks: (giver, tags) =>
      tags.flatMap((tag) => {
        const lacking = (needed.get(tag) ?? []).filter(isPersonal);
        const missing = lacking.filter((need) => !has.has(`${giver} ${need} ${tag}`));
        return missing.length > 0 ? [{ tag, needs: missing }] : [];
      }),
  };
}

/** What each role asks for today, by its tag; the newest setting counts. */
export async function readNeeds(db: Db): Promise<ReadonlyMap<string, readonly Need[]>> {
  const rows = await db.all(
    z.object({ tag: z.string(), needs: z.array(z.enum(needs)) }),
    sql`select distinct on (tag) tag, needs from role_needs where starts_on <= (select gate.today())
      order by tag, starts_on desc, set_at desc`,
  );
  return new Map(rows.map((row) => [row.tag, row.needs]));
}

function isPersonal(need: Need): boolean {
  return personalNeeds.some((one) => one === need);
}
