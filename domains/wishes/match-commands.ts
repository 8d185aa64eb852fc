import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './match-api.ts';
import type { Shape } from './model.ts';
import { refuse } from './participant-commands.ts';

const leg = z.object({
  position: z.int(),
  giver_id: z.uuid(),
  receiver_id: z.uuid(),
  holder_id: z.uuid(),
  /** Open, of the right side each, and not as often as was said already. */
  fits: z.boolean(),
  apart: z.boolean(),
});

/**
 * Brings offers and wishes together. Two parties, a ring or a chain: whoever receives in one leg gives in the next.
 *
 * @throws Refusal `not_found`; `refused` when something is closed or full, when two are declared apart, or when what was picked
 * is no pair and no ring
 */
export async function proposeMatch(db: Db, input: ParsedInputOf<typeof api.proposeMatch>, act: Act) {
  const asked = JSON.stringify(input.legs.map((one, i) => ({ ...one, position: i + 1 })));
  // Whoever proposes holds what is brought together until the commit, so that two do not fill the same place at once.
  await db.run(
    sql`select from wishes where id = any(${input.legs.flatMap((one) => [one.offer_id, one.wish_id])}::uuid[]) order by id for update`,
  );
  const legs = await db.all(
    leg,
    sql`select r.position, o.participant_id as giver_id, w.participant_id as receiver_id, w.holder_id,
        o.side = 'offer' and w.side = 'wish' and o.closed_on is null and w.closed_on is null and o.holder_id = w.holder_id
          and o.times > ${used('offer')} and w.times > ${used('wish')} as fits,
        exists (select from wish_conflicts c where c.ended_at is null and c.one_id = least(o.participant_id, w.participant_id)
          and c.other_id = greatest(o.participant_id, w.participant_id)) as apart
      from jsonb_to_recordset(${asked}::jsonb) r(position smallint, offer_id uuid, wish_id uuid)
      join wishes o on o.id = r.offer_id join wishes w on w.id = r.wish_id
      order by r.position`,
  );
  if (legs.length < input.legs.length) throw refuseNotFound();
  if (legs.some(({ apart }) => apart)) throw new Refusal('refused', m.wishes_refused_apart());
  if (legs.some(({ fits }) => !fits)) throw new Refusal('refused', m.wishes_refused_full());
  const shape = shapeOf(legs);
  if (shape === null) throw new Refusal('refused', m.wishes_refused_shape());
  await db.run(
    sql`with match as (insert into matches (id, shape, proposed_by, proposed_at, holder_id)
        values (${input.id}::uuid, ${shape}, ${act.actor.account}::uuid, ${act.now},
          ${legs[0]?.holder_id ?? null}::uuid))
      insert into match_legs (match_id, position, offer_id, wish_id, giver_id, receiver_id, reasons, holder_id)
      select ${input.id}::uuid, r.position, r.offer_id, r.wish_id, o.participant_id, w.participant_id, r.reasons, w.holder_id
      from jsonb_to_recordset(${asked}::jsonb) r(position smallint, offer_id uuid, wish_id uuid, reasons text[])
      join wishes o on o.id = r.offer_id join wishes w on w.id = r.wish_id`,
  );
  if (input.proposal_id) {
    await db.run(
      sql`update match_proposal_legs l set decision = 'asked'
        from jsonb_to_recordset(${asked}::jsonb) r(offer_id uuid, wish_id uuid)
        where l.proposal_id = ${input.proposal_id}::uuid and l.offer_id = r.offer_id and l.wish_id = r.wish_id`,
    );
  }
  return { id: input.id };
}

/** How many times something came true or goes on, as `saidOfWish` counts it. */
function used(side: 'wish' | 'offer') {
  const of = side === 'wish' ? sql`l.wish_id = w.id` : sql`l.offer_id = o.id`;
  return sql`(select count(*) from match_legs l left join matches k on k.id = l.match_id and k.closed_at is null
      left join lateral (select count(*) as n from fulfilments f where f.match_id = l.match_id and f.position = l.position) h on true
    where ${of} and (k.id is not null or h.n > 0))`;
}

/** Whoever receives in one leg gives in the next; nobody twice. The last may give to the first, or is where it ends. */
function shapeOf(legs: z.output<typeof leg>[]): Shape | null {
  const follows = legs.slice(1).every((one, i) => one.giver_id === legs[i]?.receiver_id);
  if (!follows || new Set(legs.map(({ giver_id }) => giver_id)).size < legs.length) return null;
  if (legs.length === 1) return 'pair';
  return legs.at(-1)?.receiver_id === legs[0]?.giver_id ? 'ring' : 'chain';
}

/** @throws Refusal `not_found`; `invalid` for who is not asked; `refused` when it is closed */
export async function answerMatch(db: Db, input: ParsedInputOf<typeof api.answerMatch>, act: Act) {
  const holder = await takeOpen(db, input.match_id);
  const asked = await db.run(
    sql`select from match_legs where match_id = ${input.match_id}::uuid and ${input.participant_id}::uuid in (giver_id, receiver_id)`,
  );
  if (asked === 0) refuse('participant_id', m.wishes_field_participant());
  await db.run(
    sql`insert into match_answers (id, match_id, participant_id, answer, recorded_by, recorded_at, holder_id)
      values (${input.id}::uuid, ${input.match_id}::uuid, ${input.participant_id}::uuid, ${input.answer},
        ${act.actor.account}::uuid, ${act.now}, ${holder}::uuid)`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` when it is closed already */
export async function closeMatch(db: Db, input: ParsedInputOf<typeof api.closeMatch>, act: Act) {
  await takeOpen(db, input.id);
  await db.run(
    sql`update matches set outcome = ${input.outcome}, reason = ${input.reason}, closed_by = ${act.actor.account}::uuid,
        closed_at = ${act.now}
      where id = ${input.id}::uuid`,
  );
  return { id: input.id };
}

/** Holds an open match until the commit. Answers the body that keeps it. @throws Refusal `not_found`, `refused` */
export async function takeOpen(db: Db, id: string): Promise<string> {
  const { closed, holder_id } = await db.one(
    z.object({ closed: z.boolean(), holder_id: z.uuid() }),
    sql`select closed_at is not null as closed, holder_id from matches where id = ${id}::uuid for update`,
  );
  if (closed) throw new Refusal('refused', m.wishes_refused_match_closed());
  return holder_id;
}
