import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { planAnew, sql } from '#platform/sql.ts';
import { explainHindrance, findKeptHindrance } from './hindrance.ts';
import { type Reason, type ShownWish, shownWish } from './model.ts';
import { refuse, requireParticipant } from './participant-commands.ts';
import type { Proposal } from './proposal/propose.ts';
import { endWork } from './proposal/under-way.ts';
import type * as api from './proposal-api.ts';
import { requireHolding } from './proposal-kept.ts';
import type { Worked } from './proposal-work.ts';
import { fromWishes, saidOfWish } from './reading.ts';
import { type Leg, weighChosen } from './suggesting.ts';
import { readTies } from './tie-queries.ts';
import { isTag } from './words/list-tags.ts';

/** Keeps the proposal as it was worked out. @throws Refusal `refused` when nothing fits */
export async function makeMatchProposal(
  db: Db,
  input: ParsedInputOf<typeof api.makeMatchProposal>,
  act: Act,
  { proposal, legs, wishes, offers, kept, carried }: Worked,
) {
  if (proposal.matches.length === 0) throw new Refusal('refused', m.wishes_refused_nothing_fits());
  const found = orderMatches(proposal).map(({ id, ...path }) => {
    const { offer, wish, reasons } = legs.get(id) as Leg;
    return {
      ...path,
      came_by: 'found',
      offer_id: offer.id,
      wish_id: wish.id,
      giver_id: offer.participant_id,
      receiver_id: wish.participant_id,
      reasons: path.ring ? [...reasons, 'gives_back' satisfies Reason] : reasons,
      decision: kept.has(id) ? 'kept' : null,
    };
  });
  const rest = carried.map((one) => ({ ...one, came_by: 'carried', reasons: [] }));
  const rows = [...found, ...rest].map((row, i) => ({ ...row, position: i + 1 }));
  await db.run(
    planAnew(sql`with made as (insert into match_proposals (id, district_id, based_on, points, points_by_reason, bonus_each, bound,
          without_rules, steps, wishes, offers, candidates, gives_and_receives, made_by, made_at, holder_id)
        values (${input.id}::uuid, ${input.district_id ?? null}::uuid, ${input.based_on ?? null}::uuid, ${proposal.objective},
          ${JSON.stringify(proposal.parts)}::jsonb, ${proposal.bonus.each},
          ${proposal.bound}, ${proposal.withoutRules}, ${proposal.searched.steps}, ${wishes}, ${offers}, ${legs.size},
          ${proposal.givesAndReceives.length}, ${act.actor.account}::uuid, ${act.now}, ${act.actor.body}::uuid))
      insert into match_proposal_legs (proposal_id, position, offer_id, wish_id, giver_id, receiver_id, reasons, ring, chain, place,
        came_by, decision, hindrance, holder_id)
      select ${input.id}::uuid, r.position, r.offer_id, r.wish_id, r.giver_id, r.receiver_id, r.reasons, r.ring, r.chain, r.place,
        r.came_by, r.decision, r.hindrance, ${act.actor.body}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(position integer, offer_id uuid, wish_id uuid, giver_id uuid,
        receiver_id uuid, reasons text[], ring integer, chain integer, place integer, came_by text, decision text, hindrance text)`),
  );
  return { id: input.id };
}

/** Rings first, then chains, each in its own order, and then what stands alone. */
function orderMatches({ matches, rings, chains }: Proposal) {
  const onPaths = new Set([...rings, ...chains].flat().map(({ id }) => id));
  return [
    ...rings.flatMap((ring, n) =>
      ring.map(({ id }, at) => ({ id, ring: n + 1, chain: null, place: at + 1 })),
    ),
    ...chains.flatMap((chain, n) =>
      chain.map(({ id }, at) => ({ id, ring: null, chain: n + 1, place: at + 1 })),
    ),
    ...matches.filter((id) => !onPaths.has(id)).map((id) => ({ id, ring: null, chain: null, place: null })),
  ];
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

/**
 * Whoever keeps or adds is told at once when it does not hold beside what is kept already.
 *
 * @throws Refusal `not_found`; `refused` when they were asked already, or for what cannot all be kept
 */
export async function decideMatchLeg(db: Db, input: ParsedInputOf<typeof api.decideMatchLeg>, act: Act) {
  const proposal = await holdProposal(db, input.id);
  const { ring, asked } = await db.one(
    z.object({ ring: z.int().nullable(), asked: z.boolean() }),
    sql`select ring, decision is not distinct from 'asked' as asked from match_proposal_legs
      where proposal_id = ${input.id}::uuid and position = ${input.position} for update`,
  );
  if (asked) throw new Refusal('refused', m.wishes_refused_asked());
  const pairs = await db.all(
    z.object({ offer_id: z.uuid(), wish_id: z.uuid() }),
    sql`update match_proposal_legs set decision = ${input.decision === 'open' ? null : input.decision}::text
      where proposal_id = ${input.id}::uuid and (position = ${input.position} or ring = ${ring}::int)
      returning offer_id, wish_id`,
  );
  if (input.decision === 'kept')
    await requireHolding(db, proposal, new Set(pairs.map((pair) => pair.offer_id + pair.wish_id)), act);
  return { id: input.id };
}

/** Whoever decides or adds holds the first pair until the commit, so that two do not take the same place. @throws Refusal `not_found` */
async function holdProposal(db: Db, id: string) {
  const proposal = await db.one(
    z.object({ id: z.uuid(), district_id: z.uuid().nullable(), holder_id: z.uuid() }),
    sql`select id, district_id, holder_id from match_proposals where id = ${id}::uuid`,
  );
  await db.run(
    sql`select from match_proposal_legs where proposal_id = ${id}::uuid order by position limit 1 for update`,
  );
  return proposal;
}

/**
 * Adds a pair of the coordinator's own, kept from the beginning. A pair that the proposal holds already is kept where it stands.
 *
 * @throws Refusal `not_found`; `invalid` for what is no wish or no offer of the own body; `refused` with the limit that stands
 * between the two, when they were asked already, or when they do not hold beside what is kept
 */
export async function addMatchLeg(db: Db, input: ParsedInputOf<typeof api.addMatchLeg>, act: Act) {
  const proposal = await holdProposal(db, input.id);
  const { district_id, holder_id } = proposal;
  const known = await db.maybe(
    z.object({ position: z.int() }),
    sql`select position from match_proposal_legs where proposal_id = ${input.id}::uuid and offer_id = ${input.offer_id}::uuid
      and wish_id = ${input.wish_id}::uuid`,
  );
  const { wish, offer } = await readPair(db, input, holder_id);
  const here = district_id === null || wish.district_id === district_id;
  const ties = await readTies(db, [wish.participant_id, offer.participant_id], act.today);
  const hindrance = findKeptHindrance(wish, offer, ties, here);
  if (hindrance) throw new Refusal('refused', explainHindrance(hindrance, { wish, offer }, ties));
  if (known) return decideMatchLeg(db, { id: input.id, position: known.position, decision: 'kept' }, act);
  const { reasons } = weighChosen(wish, offer, ties);
  await db.run(
    sql`insert into match_proposal_legs (proposal_id, position, offer_id, wish_id, giver_id, receiver_id, reasons, came_by, decision,
        holder_id)
      select ${input.id}::uuid, max(position) + 1, ${offer.id}::uuid, ${wish.id}::uuid, ${offer.participant_id}::uuid,
        ${wish.participant_id}::uuid, ${[...reasons]}::text[], 'added', 'kept', ${holder_id}::uuid
      from match_proposal_legs where proposal_id = ${input.id}::uuid`,
  );
  await requireHolding(db, proposal, new Set([offer.id + wish.id]), act);
  return { id: input.id };
}

async function readPair(
  db: Db,
  { wish_id, offer_id }: ParsedInputOf<typeof api.addMatchLeg>,
  holder: string,
): Promise<{ wish: ShownWish; offer: ShownWish }> {
  const found = await db.all(
    shownWish,
    sql`select ${saidOfWish} from ${fromWishes}
      where w.id in (${wish_id}::uuid, ${offer_id}::uuid) and w.holder_id = ${holder}::uuid`,
  );
  const wish = found.find(({ id, side }) => id === wish_id && side === 'wish');
  const offer = found.find(({ id, side }) => id === offer_id && side === 'offer');
  if (!wish) refuse('wish_id', m.wishes_field_wish_listed());
  if (!offer) refuse('offer_id', m.wishes_field_offer_listed());
  return { wish, offer };
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

/** @throws Refusal `not_found`; `invalid` for a day to come, an end before it, or a role that is none */
export async function recordReadiness(db: Db, input: ParsedInputOf<typeof api.recordReadiness>, act: Act) {
  const holder = await requireParticipant(db, input.participant_id);
  if (input.met_on > act.today) refuse('met_on', m.wishes_field_day());
  if (input.until && input.until < input.met_on) refuse('until', m.wishes_field_until());
  if (!input.tags.every(isTag)) refuse('tags', m.wishes_field_roles());
  await db.run(
    sql`insert into readinesses (id, participant_id, need, tags, vouched_by, met_on, until, words, recorded_by, recorded_at, holder_id)
      values (${input.id}::uuid, ${input.participant_id}::uuid, ${input.need}, ${input.tags}::text[], ${input.vouched_by},
        ${input.met_on}::date, ${input.until ?? null}::date,
        ${input.words}, ${act.actor.account}::uuid, ${act.now}, ${holder}::uuid)`,
  );
  return { id: input.id };
}
