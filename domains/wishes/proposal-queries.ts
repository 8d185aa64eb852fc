import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { limitTo, sql } from '#platform/sql.ts';
import { readSides } from './leg-queries.ts';
import { reasons } from './model.ts';
import { underWayOf } from './proposal/under-way.ts';
import * as api from './proposal-api.ts';

const said = sql`o.id, d.name as district_name, (o.made_at at time zone 'Asia/Tokyo')::date as made_on, o.wishes, o.offers, o.candidates,
  o.gives_and_receives, o.points, o.bound, o.without_rules, o.steps,
  (select count(distinct l.wish_id)::int from match_proposal_legs l where l.proposal_id = o.id and l.came_by = 'found') as fulfilled`;
const from = sql`match_proposals o left join districts d on d.id = o.district_id`;

/** The newest first. */
export async function listMatchProposals(
  db: Db,
  input: ParsedInputOf<typeof api.listMatchProposals>,
  _act: Act,
): Promise<OutputOf<typeof api.listMatchProposals>> {
  const found = await db.all(
    api.listMatchProposals.output.shape.proposals.element,
    sql`select ${said} from ${from}
      where ${input.after ? sql`o.id < ${input.after}::uuid` : sql`true`} order by o.id desc ${limitTo(input.limit + 1)}`,
  );
  const proposals = found.slice(0, input.limit);
  return { proposals, next: found.length > input.limit ? (proposals.at(-1)?.id ?? null) : null };
}

/** @throws Refusal `not_found` */
export async function readMatchProposal(
  db: Db,
  { id }: ParsedInputOf<typeof api.readMatchProposal>,
  _act: Act,
): Promise<OutputOf<typeof api.readMatchProposal>> {
  const of = api.readMatchProposal.output;
  const proposal = await db.maybe(
    of.omit({ legs: true, parts: true }).extend({ points_by_reason: z.record(z.string(), z.int()) }),
    sql`select ${said}, o.district_id, coalesce(o.points_by_reason, '{}') as points_by_reason, o.bonus_each
      from ${from} where o.id = ${id}::uuid`,
  );
  if (!proposal) throw refuseNotFound();
  const { points_by_reason, ...rest } = proposal;
  const rows = await db.all(
    of.shape.legs.element
      .omit({ offer: true, wish: true, giving: true, needs: true })
      .extend({ offer_id: z.uuid(), wish_id: z.uuid() }),
    sql`select position, offer_id, wish_id, giver_id, receiver_id, reasons, ring, chain, place, came_by, decision, hindrance
      from match_proposal_legs where proposal_id = ${id}::uuid order by position`,
  );
  return {
    ...rest,
    parts: reasons.flatMap((reason) => {
      const points = points_by_reason[reason];
      return points ? [{ reason, points }] : [];
    }),
    legs: await readSides(db, rows),
  };
}

export async function readProposalUnderWay(
  db: Db,
  _input: ParsedInputOf<typeof api.readProposalUnderWay>,
  act: Act,
): Promise<OutputOf<typeof api.readProposalUnderWay>> {
  const work = underWayOf(act.actor.body ?? '');
  if (work === null) return { under_way: null };
  const district = await db.maybe(
    z.object({ name: z.string() }),
    sql`select name from districts where id = ${work.district}::uuid`,
  );
  const { id, phase, done } = work;
  return {
    under_way: { id, phase, percent: Math.floor(done * 100), district_name: district?.name ?? null },
  };
}

/** What roles ask for today, in the order of their tags. */
export async function listRoleNeeds(
  db: Db,
  _input: ParsedInputOf<typeof api.listRoleNeeds>,
  act: Act,
): Promise<OutputOf<typeof api.listRoleNeeds>> {
  const roles = await db.all(
    api.listRoleNeeds.output.shape.roles.element,
    sql`select * from (select distinct on (tag) tag, needs, starts_on from role_needs where starts_on <= ${act.today}::date
        order by tag, starts_on desc, set_at desc) newest
      where cardinality(needs) > 0 order by tag`,
  );
  return { roles };
}
