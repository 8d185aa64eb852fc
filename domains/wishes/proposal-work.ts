import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { Outside } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { planAnew, sql } from '#platform/sql.ts';
import { gatherCandidates } from './candidates.ts';
import { findKeptHindrance, type KeptHindrance, usualMost } from './hindrance.ts';
import { type ShownWish, shownWish } from './model.ts';
import { findContradictions } from './proposal/contradictions.ts';
import type { Proposal } from './proposal/propose.ts';
import { runProposal } from './proposal/run-proposal.ts';
import type { Town } from './proposal/town.ts';
import { workAlone } from './proposal/under-way.ts';
import type * as api from './proposal-api.ts';
import { burdenOf, fromWishes, isUnfulfilled, saidOfWish } from './reading.ts';
import { idOfLeg, type Leg, weighLeg } from './suggesting.ts';
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

/** A proposal as it was worked out, with what was heeded of earlier decisions. */
export interface Worked {
  readonly proposal: Proposal;
  /** Every pair that was weighed, by the ids of its offer and its wish (`idOfLeg`). */
  readonly legs: ReadonlyMap<string, Leg>;
  readonly wishes: number;
  readonly offers: number;
  /** What is in because the coordinator kept it, as keys of `legs`. */
  readonly kept: ReadonlySet<string>;
  /** What was decided before and is not among what was found: left out, or kept and hindered. */
  readonly carried: readonly (Decided & { readonly hindrance: KeptHindrance | null })[];
}

/**
 * Gathers what is open through the gate, and has it worked out in a process of its own while no transaction waits.
 *
 * @throws Refusal `refused` when what was kept does not fit together
 */
export const workOutProposal: Outside<typeof api.makeMatchProposal> = async (step, input) => {
  const body = await step(async (_, { actor }) => actor.body ?? '');
  const begun = { id: input.id, district: input.district_id ?? null };
  const another = () => new Refusal('refused', m.wishes_refused_under_way());
  return workAlone(body, begun, another, async (tell, signal): Promise<Worked> => {
    const open = await step((db, act) => readOpen(db, input, act));
    const found = await gatherCandidates(open.wished, open.offered, open.ties, {
      tell: (done) => tell({ phase: 'gathering', done }),
      signal,
    });
    const { legs, kept, leftOut, carried } = heedDecisions(open, found);
    const town = writeTown(open, legs, kept, leftOut);
    refuseContradictions(town, legs);
    const proposal = await runProposal(town, { tell, signal });
    return { proposal, legs, wishes: open.wished.length, offers: open.offered.length, kept, carried };
  });
};

interface Open {
  readonly wished: readonly ShownWish[];
  readonly offered: readonly ShownWish[];
  /** Whatever was decided about before, open or not. */
  readonly known: ReadonlyMap<string, ShownWish>;
  readonly people: readonly string[];
  readonly ties: Awaited<ReturnType<typeof readTies>>;
  readonly before: readonly Decided[];
  readonly caps: ReadonlyMap<string, number>;
}

/** What is open in the district or the town, and what stands between those whose it is. */
async function readOpen(db: Db, input: ParsedInputOf<typeof api.makeMatchProposal>, act: Act): Promise<Open> {
  const open = await db.all(
    shownWish,
    planAnew(sql`select ${saidOfWish} from ${fromWishes}
      where w.closed_on is null and (w.until is null or w.until >= ${act.today}::date) and ${isUnfulfilled}
        and ${input.district_id ? sql`(w.side = 'offer' or w.district_id = ${input.district_id}::uuid)` : sql`true`}
      order by w.id`),
  );
  const before = input.based_on ? await readDecided(db, input.based_on) : [];
  const known = await db.all(
    shownWish,
    planAnew(sql`select ${saidOfWish} from ${fromWishes}
      where w.id = any(${before.flatMap(({ offer_id, wish_id }) => [offer_id, wish_id])}::uuid[])`),
  );
  const people = [...new Set(open.map(({ participant_id }) => participant_id))];
  return {
    wished: open.filter(({ side }) => side === 'wish'),
    offered: open.filter(({ side }) => side === 'offer'),
    known: new Map(known.map((one) => [one.id, one])),
    people,
    ties: await readTies(db, people, act.today),
    before,
    caps: await readCaps(db, people, act.today),
  };
}

/**
 * What was decided in the proposals this one goes back to: of each pair what the newest says. The coordinator decides on a
 * pair where it stands; each proposal carries on what is not among its own finds.
 */
async function readDecided(db: Db, proposal: string): Promise<Decided[]> {
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
function heedDecisions(open: Open, found: readonly Leg[]) {
  const legs = new Map(found.map((leg) => [idOfLeg(leg), leg]));
  const kept = new Set<string>();
  const carried: Worked['carried'][number][] = [];
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
    const leg = weighLeg(wish, offer, open.ties) ?? { wish, offer, parts: {}, reasons: [], score: 0 };
    legs.set(idOfLeg(leg), leg);
    kept.add(idOfLeg(leg));
  }
  const leftOut = carried
    .filter(({ decision }) => decision === 'left_out')
    .map(({ offer_id, wish_id }) => offer_id + wish_id)
    .filter((key) => legs.has(key));
  return { legs, kept, leftOut, carried };
}

function writeTown(
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

function refuseContradictions(town: Town, legs: ReadonlyMap<string, Leg>): void {
  const over = new Set(findContradictions(town).flatMap(({ matches }) => matches));
  if (over.size === 0) return;
  const pairs = [...over].flatMap((id) => {
    const leg = legs.get(id);
    return leg
      ? [m.wishes_leg_names({ giver: leg.offer.participant_name, receiver: leg.wish.participant_name })]
      : [];
  });
  throw new Refusal('refused', m.wishes_refused_kept({ pairs: pairs.join(m.wishes_and()) }));
}

/** 負担の上限 of this month, less what it already holds (`burdenOf`). */
async function readCaps(
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
