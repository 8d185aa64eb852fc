import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { limitTo, sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { type ShownWish, shownWish } from './model.ts';
import { fromWishes, saidOfWish } from './reading.ts';
import {
  chooseThree,
  findRings,
  isReady,
  type Leg,
  type Suggestion,
  type Ties,
  tellingPairs,
  weighLeg,
} from './suggesting.ts';
import { listAnswering } from './tags.ts';
import { readNeeds, readTies } from './tie-queries.ts';

/** How many are looked at closely beside one; and through how many of them a ring is looked for. */
const closely = 200;
const through = 40;

/**
 * Looks for who could answer one wish, or be answered by one offer. Two questions find whoever shares a tag or a word with it
 * and whoever could close a ring; everything else is judged from those.
 *
 * @throws Refusal `not_found`
 */
export async function suggestMatches(
  db: Db,
  { id }: ParsedInputOf<typeof api.suggestMatches>,
  act: Act,
): Promise<OutputOf<typeof api.suggestMatches>> {
  const asked = await db.maybe(
    shownWish,
    sql`select ${saidOfWish} from ${fromWishes} where w.id = ${id}::uuid`,
  );
  if (!asked) throw refuseNotFound();
  if (asked.closed_on !== null) return { suggestions: [], looked_at: 0, not_ready: 0, heed: [] };
  const own = await listOf(db, [asked.participant_id]);
  const others = await listAkin(db, asked);
  // Whoever could close a ring answers, or is answered by, what the same participant has on the other side.
  const closing = (
    await Promise.all(
      own
        .filter(({ side }) => side !== asked.side)
        .slice(0, 5)
        .map((one) => listAkin(db, one)),
    )
  ).flat();
  const people = [...new Set([...others, ...closing].map(({ participant_id }) => participant_id))];
  const ties = await readTies(db, [asked.participant_id, ...people], act.today);
  const fitting = others
    .map((other) => (asked.side === 'wish' ? weighLeg(asked, other, ties) : weighLeg(other, asked, ties)))
    .filter((leg) => leg !== null);
  const pairs = fitting.filter((leg) => isReady(leg, ties));
  const rings = await closeRings(db, asked, pairs, closing, own, ties);
  const chosen = chooseThree(pairs, rings);
  return {
    suggestions: chosen.map(shown),
    looked_at: others.length,
    not_ready: fitting.length - pairs.length,
    heed: await listHeed(db, chosen),
  };
}

async function closeRings(
  db: Db,
  asked: ShownWish,
  pairs: readonly Leg[],
  closing: readonly ShownWish[],
  own: readonly ShownWish[],
  ties: Ties,
): Promise<Leg[][]> {
  const nearest = [...pairs]
    .sort((a, b) => b.score - a.score || (a.offer.id < b.offer.id ? -1 : 1))
    .slice(0, through);
  const others = nearest.map(({ wish, offer }) => (asked.side === 'wish' ? offer : wish).participant_id);
  const enders = closing.slice(0, through).map(({ participant_id }) => participant_id);
  const around = [...(await listOf(db, [...new Set([...others, ...enders])])), ...own];
  const wishes = around.filter(({ side }) => side === 'wish');
  const offers = around.filter(({ side }) => side === 'offer');
  return nearest
    .flatMap((leg) => findRings(leg, wishes, offers, ties))
    .filter((ring) => ring.every((leg) => isReady(leg, ties)));
}

/** What the roles in these suggestions ask for in how it is done. */
async function listHeed(db: Db, chosen: readonly Suggestion[]) {
  const asked = await readNeeds(db);
  const tags = chosen.flatMap(({ legs }) => legs.flatMap(({ wish, offer }) => [...wish.tags, ...offer.tags]));
  const all = new Set(tags.flatMap((tag) => asked.get(tag) ?? []));
  return (['two_persons', 'visible_place'] as const).filter((need) => all.has(need));
}

/** What is open on the other side and shares a tag, an answering tag or a telling word; the most in common first. */
async function listAkin(db: Db, to: ShownWish): Promise<ShownWish[]> {
  const other = to.side === 'wish' ? 'offer' : 'wish';
  const tags = listAnswering(to.tags);
  const pairs = [...tellingPairs(to.words)];
  return db.all(
    shownWish,
    sql`with akin as materialized (
        select a.id from wishes a join wish_words y on y.wish_id = a.id and y.version = a.version
        where a.side = ${other} and a.closed_on is null and a.participant_id <> ${to.participant_id}::uuid
          and (a.tags && ${tags}::text[] or y.pairs && ${pairs}::text[])
        order by cardinality(array(select unnest(a.tags) intersect select unnest(${tags}::text[]))) desc,
          cardinality(array(select unnest(y.pairs) intersect select unnest(${pairs}::text[]))) desc,
          (a.district_id = ${to.district_id}::uuid) desc nulls last, a.id
        ${limitTo(closely)})
      select ${saidOfWish} from ${fromWishes} where w.id in (select id from akin)`,
  );
}

/** Everything open of these participants. */
async function listOf(db: Db, participants: readonly string[]): Promise<ShownWish[]> {
  return db.all(
    shownWish,
    sql`select ${saidOfWish} from ${fromWishes}
      where w.participant_id = any(${participants}::uuid[]) and w.closed_on is null order by w.id`,
  );
}

function shown({ shape, legs }: ReturnType<typeof chooseThree>[number]) {
  return { shape, legs: legs.map(({ wish, offer, reasons }) => ({ wish, offer, reasons: [...reasons] })) };
}
