import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { explainHindrance, findKeptHindrance, type KeptHindrance, usualMost } from './hindrance.ts';
import { type ShownWish, shownWish } from './model.ts';
import { findClosedRings } from './proposal/closed-rings.ts';
import { type Contradiction, findContradictions } from './proposal/contradictions.ts';
import { layOut } from './proposal/lay-out.ts';
import type { Town } from './proposal/town.ts';
import { burdenOf, fromWishes, saidOfWish } from './reading.ts';
import { idOfLeg, type Leg, weighChosen } from './suggesting.ts';
import { readTies } from './tie-queries.ts';

/** Points for every party that both gives and receives: as much as a match of the same tag in the same district. */
const bonus = 55;
/** A ring of more than three is hard to bring about. */
const longestRing = 3;

const decided = z.object({
  offer_id: z.uuid(),
  wish_id: z.uuid(),
  giver_id: z.uuid(),
  receiver_id: z.uuid(),
  decision: z.enum(['kept', 'left_out']),
});
type Decided = z.output<typeof decided>;

/** What was decided before and is not among what was found: left out, or kept and hindered. */
export type Carried = Decided & { readonly hindrance: KeptHindrance | null };

/** What a proposal is worked out from. */
export interface Open {
  readonly wished: readonly ShownWish[];
  readonly offered: readonly ShownWish[];
  /** Whatever was decided about before, open or not. */
  readonly known: ReadonlyMap<string, ShownWish>;
  readonly people: readonly string[];
  readonly ties: Awaited<ReturnType<typeof readTies>>;
  readonly before: readonly Decided[];
  readonly caps: ReadonlyMap<string, number>;
}

/**
 * What was decided in the proposals this one goes back to: of each pair what the newest says. The coordinator decides on a
 * pair where it stands; each proposal carries on what is not among its own finds.
 */
export async function readDecided(db: Db, proposal: string): Promise<Decided[]> {
  await db.one(z.object({ id: z.uuid() }), sql`select id from match_proposals where id = ${proposal}::uuid`);
  return db.all(
    decided,
    sql`with recursive line as (select id, based_on, 0 as back from match_proposals where id = ${proposal}::uuid
        union all select o.id, o.based_on, l.back + 1 from match_proposals o join line l on o.id = l.based_on)
      select * from (select distinct on (g.offer_id, g.wish_id) g.offer_id, g.wish_id, g.giver_id, g.receiver_id, g.decision
        from line l join match_proposal_legs g on g.proposal_id = l.id order by g.offer_id, g.wish_id, l.back) newest
      where decision in ('kept', 'left_out') order by offer_id, wish_id`,
  );
}

/** What was kept is weighed even where twenty others fit the wish better, and told apart where something stands in the way. */
export function heedDecisions(open: Open, found: readonly Leg[]) {
  const legs = new Map(found.map((leg) => [idOfLeg(leg), leg]));
  const kept = new Set<string>();
  const carried: Carried[] = [];
  const here = new Set([...open.wished, ...open.offered].map(({ id }) => id));
  for (const one of open.before) {
    const [wish, offer] = [open.known.get(one.wish_id), open.known.get(one.offer_id)];
    if (!wish || !offer) continue;
    if (one.decision === 'left_out') {
      if (wish.closed_on === null && offer.closed_on === null) carried.push({ ...one, hindrance: null });
      continue;
    }
    const hindrance = findKeptHindrance(wish, offer, open.ties, here.has(wish.id) && here.has(offer.id));
    if (hindrance) {
      carried.push({ ...one, hindrance });
      continue;
    }
    const leg = weighChosen(wish, offer, open.ties);
    legs.set(idOfLeg(leg), leg);
    kept.add(idOfLeg(leg));
  }
  const leftOut = carried
    .filter(({ decision }) => decision === 'left_out')
    .map(({ offer_id, wish_id }) => offer_id + wish_id)
    .filter((key) => legs.has(key));
  return { legs, kept, leftOut, carried };
}

/** What is weighed, as the computing takes it: with what each still has room for, and what was decided. */
export function writeTown(
  { people, caps }: Open,
  legs: ReadonlyMap<string, Leg>,
  kept: ReadonlySet<string>,
  leftOut: readonly string[],
): Town {
  const sides = (of: (leg: Leg) => Leg['wish']) => [
    ...new Map(
      [...legs.values()]
        .map(of)
        .map((one) => [
          one.id,
          { id: one.id, party: one.participant_id, times: one.times - one.came_true - one.going_on },
        ]),
    ).values(),
  ];
  return {
    parties: people.map((id) => ({ id, givesAtMost: caps.get(id) ?? usualMost })),
    offers: sides(({ offer }) => offer),
    wishes: sides(({ wish }) => wish),
    candidates: [...legs].map(([id, { wish, offer, parts }]) => ({
      id,
      offer: offer.id,
      wish: wish.id,
      parts,
    })),
    bonus,
    rules: { longestRing, lockedIn: [...kept], lockedOut: leftOut },
  };
}

/**
 * Looks whether pairs that have just been kept in a proposal hold beside everything that is kept in it and in those it goes back
 * to, so that nobody hears it first when the next is worked out.
 *
 * @param pairs their offers and wishes, as `idOfLeg` joins them
 * @throws Refusal `refused`, naming what stands in the way, and what else is kept there
 */
export async function requireHolding(
  db: Db,
  proposal: { id: string; district_id: string | null },
  pairs: ReadonlySet<string>,
  act: Act,
): Promise<void> {
  const before = (await readDecided(db, proposal.id)).filter(({ decision }) => decision === 'kept');
  const known = await db.all(
    shownWish,
    sql`select ${saidOfWish} from ${fromWishes}
      where w.id = any(${before.flatMap(({ offer_id, wish_id }) => [offer_id, wish_id])}::uuid[])`,
  );
  const people = [...new Set(known.map(({ participant_id }) => participant_id))];
  const of = (side: ShownWish['side']) => known.filter((one) => one.side === side);
  const isHere = ({ district_id }: ShownWish) =>
    proposal.district_id === null || district_id === proposal.district_id;
  const open: Open = {
    wished: of('wish').filter(isHere),
    offered: of('offer'),
    known: new Map(known.map((one) => [one.id, one])),
    people,
    ties: await readTies(db, people, act.today),
    before,
    caps: await readCaps(db, people, act.today),
  };
  const { legs, kept, carried } = heedDecisions(open, []);
  const lost = carried.find(({ offer_id, wish_id }) => pairs.has(offer_id + wish_id));
  const [wish, offer] = [open.known.get(lost?.wish_id ?? ''), open.known.get(lost?.offer_id ?? '')];
  if (lost?.hindrance && wish && offer)
    throw new Refusal('refused', explainHindrance(lost.hindrance, { wish, offer }, open.ties));
  const town = writeTown(open, legs, kept, []);
  const over = findContradictions(town).find(({ matches }) => matches.some((id) => pairs.has(id)));
  if (over) throw new Refusal('refused', explainOver(over, town, legs, pairs));
  if (closesLongRing(town, pairs))
    throw new Refusal('refused', m.wishes_refused_keep_ring({ n: longestRing }));
}

/** What is asked too much of, how much room it has left, and what else is kept there. */
function explainOver(
  { over, id, matches }: Contradiction,
  town: Town,
  legs: ReadonlyMap<string, Leg>,
  pairs: ReadonlySet<string>,
): string {
  const named = nameLegs(
    matches.filter((match) => !pairs.has(match)),
    legs,
  );
  const [leg] = matches.flatMap((match) => legs.get(match) ?? []);
  if (!leg || named === '') return m.wishes_refused_kept({ pairs: nameLegs(matches, legs) });
  if (over === 'burden') {
    const n = town.parties.find((party) => party.id === id)?.givesAtMost ?? 0;
    return m.wishes_refused_keep_burden({ name: leg.offer.participant_name, n, pairs: named });
  }
  const side = over === 'offer' ? leg.offer : leg.wish;
  const n = side.times - side.came_true - side.going_on;
  return m.wishes_refused_keep_times({ name: side.participant_name, words: side.words, n, pairs: named });
}

/** Pairs by the names of both, one after the other. */
export function nameLegs(ids: readonly string[], legs: ReadonlyMap<string, Leg>): string {
  return ids
    .flatMap((id) => legs.get(id) ?? [])
    .map(({ offer, wish }) =>
      m.wishes_leg_names({ giver: offer.participant_name, receiver: wish.participant_name }),
    )
    .join(m.wishes_and());
}

/** Whether what is kept goes round among more than may be in a ring, with one of these in it. */
function closesLongRing(town: Town, pairs: ReadonlySet<string>): boolean {
  const layout = layOut(town);
  return findClosedRings(layout, [...layout.listed.keys()]).some(
    (ring) =>
      ring.length > longestRing &&
      ring.some((n) => pairs.has(town.candidates[layout.listed[n] as number]?.id ?? '')),
  );
}

/** 負担の上限 of this month, less what it already holds (`burdenOf`). */
export async function readCaps(
  db: Db,
  people: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.all(
    z.object({ id: z.uuid(), most: z.int() }),
    sql`select p.id, greatest(0, coalesce(p.most_a_month, ${usualMost}::int) - ${burdenOf(today)}) as most
      from participants p where p.id = any(${people}::uuid[])`,
  );
  return new Map(rows.map(({ id, most }) => [id, most]));
}
