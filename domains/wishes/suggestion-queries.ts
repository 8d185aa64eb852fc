import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { listCandidates } from './candidates.ts';
import { holdsApart, isReady, listLacking, type Ties, tagsOf } from './hindrance.ts';
import { readGivings } from './leg-queries.ts';
import { needs, type ShownGiving, type ShownWish, shownWish } from './model.ts';
import { fromWishes, saidOfWish } from './reading.ts';
import { chooseThree, gistOf, idOfLeg, type Leg, type Suggestion, weighLeg } from './suggesting.ts';
import { findRings, indexFits, type Path } from './suggestions/find-rings.ts';
import { readTies } from './tie-queries.ts';
import { listAnswered, listAnswering } from './words/list-tags.ts';

/** How many are looked at closely beside one; and through how many of them a ring is looked for. */
const closely = 200;
const through = 40;
/** A ring of more than three is hard to bring about. */
const longest = 3;

/**
 * Looks for who could answer one wish, or be answered by one offer. What shares a tag or a word with it is found by the
 * database; everything else is judged from those, and from what the same people have beside it.
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
  const none = {
    suggestions: [],
    looked_at: 0,
    not_ready: 0,
    not_ready_for: [],
    resting: 0,
    asked_before: 0,
    heed: [],
  };
  if (asked.closed_on !== null) return { ...none, waits_for: null };
  if (asked.over) return { ...none, waits_for: 'until' };
  const own = await listOf(db, [asked.participant_id], act.today);
  const others = await listAkin(db, asked, act.today);
  // Whoever could close a ring answers, or is answered by, what the same participant has on the other side.
  const closing: string[] = [];
  for (const one of own.filter(({ side }) => side !== asked.side).slice(0, 5))
    if (closing.length < through)
      closing.push(...(await listPeopleAkin(db, one, act.today, through - closing.length)));
  const people = [...new Set([...others.map(({ participant_id }) => participant_id), ...closing])];
  const ties = await readTies(db, [asked.participant_id, ...people], act.today);
  if (ties.withdrawn(asked.id)) return { ...none, waits_for: 'consent' };
  if (ties.worried(asked.participant_id)) return { ...none, waits_for: 'concern' };
  if (ties.paused(asked.participant_id)) return { ...none, waits_for: 'pause' };
  const fitting = others
    .map((other) => (asked.side === 'wish' ? weighLeg(asked, other, ties) : weighLeg(other, asked, ties)))
    .filter((leg) => leg !== null);
  const ready = fitting.filter((leg) => isReady(leg, ties));
  const pairs = ready.filter(({ offer }) => ties.hasRoom(offer.participant_id));
  const around = [...nearestOf(pairs, asked), ...closing];
  const open = [...own, ...(await listOf(db, [...new Set(around)], act.today))];
  const legs = new Map([...pairs, ...candidatesAmong(open, ties)].map((leg) => [idOfLeg(leg), leg]));
  const path = findPath(asked, legs);
  const apart =
    path && holdsApart([...new Set(path.fits.flatMap(({ giver, receiver }) => [giver, receiver]))], ties);
  const chosen = chooseThree(pairs, apart ? undefined : path, legs);
  const givings = await readGivings(
    db,
    chosen.flatMap(({ legs: of }) => of.map(({ offer }) => offer.id)),
  );
  return {
    suggestions: chosen.map((one) => shown(one, givings)),
    looked_at: others.length,
    not_ready: fitting.length - ready.length,
    not_ready_for: gatherLacking(fitting, ties),
    resting: ready.length - pairs.length,
    asked_before: others.filter((other) => ties.asked(...idsOf(asked, other)) !== null).length,
    waits_for: null,
    heed: listHeed(chosen, ties),
  };
}

/** The offer and the wish of two, whichever is asked about. */
function idsOf(asked: ShownWish, other: ShownWish): [offer: string, wish: string] {
  return asked.side === 'wish' ? [other.id, asked.id] : [asked.id, other.id];
}

function nearestOf(pairs: readonly Leg[], asked: ShownWish): string[] {
  return [...pairs]
    .sort((a, b) => b.score - a.score || (idOfLeg(a) < idOfLeg(b) ? -1 : 1))
    .slice(0, through)
    .map(({ wish, offer }) => (asked.side === 'wish' ? offer : wish).participant_id);
}

function candidatesAmong(open: readonly ShownWish[], ties: Ties): Leg[] {
  const of = (side: ShownWish['side']) => open.filter((one) => one.side === side);
  return listCandidates(of('wish'), of('offer'), ties).filter(({ offer }) =>
    ties.hasRoom(offer.participant_id),
  );
}

/** The best ring through what is asked, or chain that ends with a body that gives to all. */
function findPath(asked: ShownWish, legs: ReadonlyMap<string, Leg>): Path | undefined {
  const all = [...legs.values()];
  const fits = all.map((leg) => ({
    id: idOfLeg(leg),
    offer: leg.offer.id,
    wish: leg.wish.id,
    giver: leg.offer.participant_id,
    receiver: leg.wish.participant_id,
    score: leg.score,
  }));
  const communities = new Set(
    all.flatMap(({ wish }) => (['group', 'school'].includes(wish.sort) ? [wish.participant_id] : [])),
  );
  const from = asked.side === 'wish' ? { wish: asked.id } : { offer: asked.id };
  return findRings(from, indexFits(fits), { parties: longest, most: 1, communities })[0];
}

/** What is open on the other side and shares a tag, an answering tag or a telling word; the most in common first. */
async function listAkin(db: Db, to: ShownWish, today: string): Promise<ShownWish[]> {
  return db.all(
    shownWish,
    sql`select ${saidOfWish} from ${fromWishes} join ${akinTo(to, today, closely)} on k.id = w.id order by k.at`,
  );
}

/** Whose the first of these are; one may stand there more than once. */
async function listPeopleAkin(db: Db, to: ShownWish, today: string, most: number): Promise<string[]> {
  const rows = await db.all(
    z.object({ participant_id: z.string() }),
    sql`select w.participant_id from wishes w join ${akinTo(to, today, most)} on k.id = w.id order by k.at`,
  );
  return rows.map(({ participant_id }) => participant_id);
}

/** The ids `k.id` of so many at most, with their order `k.at`. */
function akinTo(to: ShownWish, today: string, most: number): Sql {
  const other = to.side === 'wish' ? 'offer' : 'wish';
  const tags = to.side === 'wish' ? listAnswering(tagsOf(to)) : listAnswered(tagsOf(to));
  const pairs = [...gistOf(to).bigrams];
  return sql`unnest((select gate.wishes_akin(${other}, ${tags}::text[], ${pairs}::text[], ${to.participant_id}::uuid,
    ${to.district_id}::uuid, ${today}::date, ${most}))::uuid[]) with ordinality k(id, at)`;
}

/** Everything open of these participants that may still be answered on that day. */
async function listOf(db: Db, participants: readonly string[], today: string): Promise<ShownWish[]> {
  return db.all(
    shownWish,
    sql`select ${saidOfWish} from ${fromWishes}
      where w.participant_id = any(${participants}::uuid[]) and w.closed_on is null
        and (w.until is null or w.until >= ${today}::date) order by w.id`,
  );
}

/** For which roles some who fit are not ready, and what any of them has not met, in the order of their tags. */
function gatherLacking(fitting: readonly Leg[], ties: Ties) {
  const lacking = fitting.flatMap((leg) => listLacking(leg, ties));
  return [...Map.groupBy(lacking, ({ tag }) => tag)]
    .map(([tag, some]) => ({
      tag,
      needs: needs.filter((need) => some.some((one) => one.needs.includes(need))),
    }))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

/** What the roles in these suggestions ask for in how it is done. */
function listHeed(chosen: readonly Suggestion[], ties: Ties) {
  const tags = chosen.flatMap(({ legs }) =>
    legs.flatMap(({ wish, offer }) => [...tagsOf(wish), ...tagsOf(offer)]),
  );
  const all = new Set(tags.flatMap((tag) => ties.needs(tag)));
  return (['two_persons', 'visible_place'] as const).filter((need) => all.has(need));
}

function shown({ shape, legs }: Suggestion, givings: ReadonlyMap<string, ShownGiving>) {
  return {
    shape,
    legs: legs.map(({ wish, offer, reasons }) => ({
      wish,
      offer,
      reasons: [...reasons],
      giving: givings.get(offer.id) ?? null,
    })),
  };
}
