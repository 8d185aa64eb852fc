import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { Outside } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { planAnew, sql } from '#platform/sql.ts';
import { gatherCandidates } from './candidates.ts';
import { shownWish } from './model.ts';
import { findContradictions } from './proposal/contradictions.ts';
import type { Proposal } from './proposal/propose.ts';
import { runProposal } from './proposal/run-proposal.ts';
import type { Town } from './proposal/town.ts';
import { workAlone } from './proposal/under-way.ts';
import type * as api from './proposal-api.ts';
import {
  type Carried,
  heedDecisions,
  nameLegs,
  type Open,
  readCaps,
  readDecided,
  writeTown,
} from './proposal-kept.ts';
import { fromWishes, isUnfulfilled, saidOfWish } from './reading.ts';
import type { Leg } from './suggesting.ts';
import { readTies } from './tie-queries.ts';

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
  readonly carried: readonly Carried[];
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

function refuseContradictions(town: Town, legs: ReadonlyMap<string, Leg>): void {
  const over = new Set(findContradictions(town).flatMap(({ matches }) => matches));
  if (over.size === 0) return;
  throw new Refusal('refused', m.wishes_refused_kept({ pairs: nameLegs([...over], legs) }));
}
