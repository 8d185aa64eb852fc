import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { Outside } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { planAnew, sql } from '#platform/sql.ts';
import { gatherCandidates } from './candidates.ts';
import { usualMost } from './hindrance.ts';
import { type Reason, shownWish } from './model.ts';
import { refuse, requireParticipant } from './participant-commands.ts';
import { findContradictions } from './proposal/contradictions.ts';
import type { Proposal } from './proposal/propose.ts';
import { runProposal } from './proposal/run-proposal.ts';
import type { Town } from './proposal/town.ts';
import { endWork, workAlone } from './proposal/under-way.ts';
import type * as api from './proposal-api.ts';
import { burdenOf, fromWishes, saidOfWish } from './reading.ts';
import type { Leg } from './suggesting.ts';
import { readTies } from './tie-queries.ts';
import { isTag } from './words/list-tags.ts';

/** Points for every party that both gives and receives: as much as a match of the same tag in the same district. */
const bonus = 55;
/** A ring of more than three is hard to bring about. */
const longestRing = 3;

interface Worked {
  readonly proposal: Proposal;
  readonly legs: ReadonlyMap<string, Leg>;
  readonly wishes: number;
  readonly offers: number;
}

const decided = z.object({ offer_id: z.uuid(), wish_id: z.uuid(), decision: z.enum(['kept', 'left_out']) });

/**
 * Gathers what is open through the gate, and has it worked out in a process of its own while no transaction waits.
 *
 * @throws Refusal `refused` when what was kept no longer fits together
 */
export const workOutProposal: Outside<typeof api.makeMatchProposal> = async (step, input) => {
  const body = await step(async (_, { actor }) => actor.body ?? '');
  const begun = { id: input.id, district: input.district_id ?? null };
  const another = () => new Refusal('refused', m.wishes_refused_under_way());
  return workAlone(body, begun, another, async (tell, signal): Promise<Worked> => {
    const { wished, offered, people, ties, before, caps } = await step((db, act) => readOpen(db, input, act));
    const found = await gatherCandidates(wished, offered, ties, {
      tell: (done) => tell({ phase: 'gathering', done }),
      signal,
    });
    const legs = new Map(found.map((leg) => [leg.offer.id + leg.wish.id, leg]));
    const town = writeTown(people, caps, legs, before);
    if (findContradictions(town).length > 0) throw new Refusal('refused', m.wishes_refused_kept());
    const proposal = await runProposal(town, { tell, signal });
    return { proposal, legs, wishes: wished.length, offers: offered.length };
  });
};

/** What is open in the district or the town, and what stands between those whose it is. */
async function readOpen(db: Db, input: ParsedInputOf<typeof api.makeMatchProposal>, act: Act) {
  const open = await db.all(
    shownWish,
    planAnew(sql`select ${saidOfWish} from ${fromWishes}
      where w.closed_on is null and (w.until is null or w.until >= ${act.today}::date)
        and ${input.district_id ? sql`(w.side = 'offer' or w.district_id = ${input.district_id}::uuid)` : sql`true`}
      order by w.id`),
  );
  const people = [...new Set(open.map(({ participant_id }) => participant_id))];
  return {
    wished: open.filter(({ side }) => side === 'wish'),
    offered: open.filter(({ side }) => side === 'offer'),
    people,
    ties: await readTies(db, people, act.today),
    before: input.based_on ? await readDecided(db, input.based_on) : [],
    caps: await readCaps(db, people, act.today),
  };
}

function writeTown(
  people: readonly string[],
  caps: ReadonlyMap<string, number>,
  legs: ReadonlyMap<string, Leg>,
  before: readonly z.output<typeof decided>[],
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
  const still = before
    .map((one) => ({ ...one, key: one.offer_id + one.wish_id }))
    .filter(({ key }) => legs.has(key));
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
    rules: {
      longestRing,
      lockedIn: still.filter(({ decision }) => decision === 'kept').map(({ key }) => key),
      lockedOut: still.filter(({ decision }) => decision === 'left_out').map(({ key }) => key),
    },
  };
}

/** Keeps the proposal as it was worked out. @throws Refusal `refused` when nothing fits */
export async function makeMatchProposal(
  db: Db,
  input: ParsedInputOf<typeof api.makeMatchProposal>,
  act: Act,
  { proposal, legs, wishes, offers }: Worked,
) {
  if (proposal.matches.length === 0) throw new Refusal('refused', m.wishes_refused_nothing_fits());
  const rings = new Map(
    proposal.rings.flatMap((ring, n) => ring.map(({ id }, place) => [id, { ring: n + 1, place: place + 1 }])),
  );
  const rows = [...proposal.matches].sort(byRing).map((id, i) => {
    const { offer, wish, reasons } = legs.get(id) as Leg;
    return {
      position: i + 1,
      offer_id: offer.id,
      wish_id: wish.id,
      giver_id: offer.participant_id,
      receiver_id: wish.participant_id,
      reasons: rings.has(id) ? [...reasons, 'gives_back' satisfies Reason] : reasons,
      ...(rings.get(id) ?? { ring: null, place: null }),
    };
  });
  await db.run(
    planAnew(sql`with made as (insert into match_proposals (id, district_id, based_on, points, bound, without_rules, steps, wishes,
          offers, candidates, gives_and_receives, made_by, made_at, holder_id)
        values (${input.id}::uuid, ${input.district_id ?? null}::uuid, ${input.based_on ?? null}::uuid, ${proposal.objective},
          ${proposal.bound}, ${proposal.withoutRules}, ${proposal.searched.steps}, ${wishes}, ${offers}, ${legs.size},
          ${proposal.givesAndReceives.length}, ${act.actor.account}::uuid, ${act.now}, ${act.actor.body}::uuid))
      insert into match_proposal_legs (proposal_id, position, offer_id, wish_id, giver_id, receiver_id, reasons, ring, place, holder_id)
      select ${input.id}::uuid, r.position, r.offer_id, r.wish_id, r.giver_id, r.receiver_id, r.reasons, r.ring, r.place,
        ${act.actor.body}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(position integer, offer_id uuid, wish_id uuid, giver_id uuid,
        receiver_id uuid, reasons text[], ring integer, place integer)`),
  );
  return { id: input.id };

  function byRing(a: string, b: string): number {
    const [one, other] = [rings.get(a), rings.get(b)];
    return (
      (one?.ring ?? Number.MAX_SAFE_INTEGER) - (other?.ring ?? Number.MAX_SAFE_INTEGER) ||
      (one?.place ?? 0) - (other?.place ?? 0) ||
      (a < b ? -1 : 1)
    );
  }
}

/** @throws Refusal `not_found` where nothing of that name is under way; `refused` when it is made already */
export async function cancelMatchProposal(
  db: Db,
  { id }: ParsedInputOf<typeof api.cancelMatchProposal>,
  act: Act,
) {
  if (endWork(act.actor.body ?? '', id, new Refusal('refused', m.wishes_refused_cancelled()))) return { id };
  await db.one(z.object({ id: z.uuid() }), sql`select id from match_proposals where id = ${id}::uuid`);
  throw new Refusal('refused', m.wishes_refused_over());
}

async function readDecided(db: Db, proposal: string) {
  await db.one(z.object({ id: z.uuid() }), sql`select id from match_proposals where id = ${proposal}::uuid`);
  return db.all(
    decided,
    sql`select offer_id, wish_id, decision from match_proposal_legs
      where proposal_id = ${proposal}::uuid and decision in ('kept', 'left_out')`,
  );
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

/** @throws Refusal `not_found`; `refused` when they were asked already */
export async function decideMatchLeg(db: Db, input: ParsedInputOf<typeof api.decideMatchLeg>, _act: Act) {
  const { ring, asked } = await db.one(
    z.object({ ring: z.int().nullable(), asked: z.boolean() }),
    sql`select ring, decision is not distinct from 'asked' as asked from match_proposal_legs
      where proposal_id = ${input.id}::uuid and position = ${input.position} for update`,
  );
  if (asked) throw new Refusal('refused', m.wishes_refused_asked());
  await db.run(
    sql`update match_proposal_legs set decision = ${input.decision === 'open' ? null : input.decision}::text
      where proposal_id = ${input.id}::uuid and (position = ${input.position} or ring = ${ring}::int)`,
  );
  return { id: input.id };
}

export async function setRoleNeeds(db: Db, input: ParsedInputOf<typeof api.setRoleNeeds>, act: Act) {
  if (!isTag(input.tag)) refuse('tag', m.wishes_field_tags());
  await db.run(
    sql`insert into role_needs (id, tag, needs, starts_on, set_by, set_at, holder_id)
      values (${input.id}::uuid, ${input.tag}, ${input.needs}::text[], ${act.today}::date, ${act.actor.account}::uuid, ${act.now},
        ${act.actor.body}::uuid)`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `invalid` for a day to come, or an end before it */
export async function recordReadiness(db: Db, input: ParsedInputOf<typeof api.recordReadiness>, act: Act) {
  const holder = await requireParticipant(db, input.participant_id);
  if (input.met_on > act.today) refuse('met_on', m.wishes_field_day());
  if (input.until && input.until < input.met_on) refuse('until', m.wishes_field_until());
  await db.run(
    sql`insert into readinesses (id, participant_id, need, met_on, until, words, recorded_by, recorded_at, holder_id)
      values (${input.id}::uuid, ${input.participant_id}::uuid, ${input.need}, ${input.met_on}::date, ${input.until ?? null}::date,
        ${input.words}, ${act.actor.account}::uuid, ${act.now}, ${holder}::uuid)`,
  );
  return { id: input.id };
}
