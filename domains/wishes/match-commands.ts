import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { explainHindrance, findGiversHindrance, findHindrance, holdsApart, type Ties } from './hindrance.ts';
import type * as api from './match-api.ts';
import { type Shape, type ShownWish, shownWish } from './model.ts';
import { refuse } from './participant-commands.ts';
import { fromWishes, saidOfWish } from './reading.ts';
import { keepWhoWaited } from './telling-commands.ts';
import { readTies } from './tie-queries.ts';

interface AskedLeg {
  readonly position: number;
  readonly offer: ShownWish;
  readonly wish: ShownWish;
}

/**
 * Brings offers and wishes together. Two parties, a ring or a chain: whoever receives in one leg gives in the next. Every hard
 * limit is looked at again, since what was suggested may be days old.
 *
 * @throws Refusal `not_found`; `refused`, saying which limit stands between them, when they are being asked already, or when what
 * was picked is no pair and no ring
 */
export async function proposeMatch(db: Db, input: ParsedInputOf<typeof api.proposeMatch>, act: Act) {
  const asked = JSON.stringify(input.legs.map((one, i) => ({ ...one, position: i + 1 })));
  // Whoever proposes holds what is brought together until the commit, so that two do not fill the same place at once.
  const ids = [...new Set(input.legs.flatMap((one) => [one.offer_id, one.wish_id]))];
  await db.run(sql`select from wishes where id = any(${ids}::uuid[]) order by id for update`);
  const legs = await readLegs(db, input.legs, ids);
  const ties = await readTies(
    db,
    legs.flatMap(({ offer, wish }) => [offer.participant_id, wish.participant_id]),
    act.today,
  );
  refuseHindered(legs, ties);
  const shape = shapeOf(legs);
  if (shape === null) throw new Refusal('refused', m.wishes_refused_shape());
  await db.run(
    sql`with match as (insert into matches (id, shape, proposed_by, proposed_at, holder_id)
        values (${input.id}::uuid, ${shape}, ${act.actor.account}::uuid, ${act.now},
          (select w.holder_id from wishes w where w.id = ${ids[0] ?? null}::uuid)))
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

/** What is picked, in the order of the legs. @throws Refusal `not_found` */
async function readLegs(
  db: Db,
  picked: readonly { offer_id: string; wish_id: string }[],
  ids: readonly string[],
): Promise<AskedLeg[]> {
  const found = await db.all(
    shownWish,
    sql`select ${saidOfWish} from ${fromWishes} where w.id = any(${ids}::uuid[])`,
  );
  const holders = await db.one(
    z.object({ n: z.int() }),
    sql`select count(distinct holder_id)::int as n from wishes where id = any(${ids}::uuid[])`,
  );
  const byId = new Map(found.map((one) => [one.id, one]));
  return picked.map(({ offer_id, wish_id }, i) => {
    const [offer, wish] = [byId.get(offer_id), byId.get(wish_id)];
    if (!offer || !wish) throw refuseNotFound();
    if (offer.side !== 'offer' || wish.side !== 'wish' || holders.n > 1)
      throw new Refusal('refused', m.wishes_refused_shape());
    if (offer.closed_on !== null || wish.closed_on !== null)
      throw new Refusal('refused', m.wishes_refused_full());
    return { position: i + 1, offer, wish };
  });
}

/** @throws Refusal `refused` with the first limit that stands between two of them */
function refuseHindered(legs: readonly AskedLeg[], ties: Ties): void {
  for (const { offer, wish } of legs) {
    if (ties.asked(offer.id, wish.id) === 'now') throw new Refusal('refused', m.wishes_refused_asking());
    const hindrance = findHindrance(wish, offer, ties) ?? findGiversHindrance(wish, offer, ties);
    if (hindrance) throw new Refusal('refused', explainHindrance(hindrance, { wish, offer }, ties));
  }
  // All of a ring or chain are told of one another.
  if (holdsApart(peopleOf(legs), ties)) throw new Refusal('refused', m.wishes_refused_apart());
}

function peopleOf(legs: readonly AskedLeg[]): string[] {
  return [...new Set(legs.flatMap(({ offer, wish }) => [offer.participant_id, wish.participant_id]))];
}

/** Whoever receives in one leg gives in the next; nobody twice. The last may give to the first, or is where it ends. */
function shapeOf(legs: readonly AskedLeg[]): Shape | null {
  const follows = legs
    .slice(1)
    .every(({ offer }, i) => offer.participant_id === legs[i]?.wish.participant_id);
  if (!follows || new Set(legs.map(({ offer }) => offer.participant_id)).size < legs.length) return null;
  if (legs.length === 1) return 'pair';
  return legs.at(-1)?.wish.participant_id === legs[0]?.offer.participant_id ? 'ring' : 'chain';
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

/** @throws Refusal `not_found`; `refused` when it is closed already, or as done while somebody has not agreed or nothing came true */
export async function closeMatch(db: Db, input: ParsedInputOf<typeof api.closeMatch>, act: Act) {
  await takeOpen(db, input.id);
  if (input.outcome === 'done') await requireDone(db, input.id);
  await db.run(
    sql`update matches set outcome = ${input.outcome}, reason = ${input.reason}, closed_by = ${act.actor.account}::uuid,
        closed_at = ${act.now}
      where id = ${input.id}::uuid`,
  );
  await keepWhoWaited(db, [input.id]);
  return { id: input.id };
}

/** @throws Refusal `refused` while somebody has not agreed, or nothing that came true stands */
async function requireDone(db: Db, id: string): Promise<void> {
  const { agreed, came_true } = await db.one(
    z.object({ agreed: z.boolean(), came_true: z.boolean() }),
    sql`select ${everybodyAgreed(id)} as agreed,
      exists (select from fulfilments where match_id = ${id}::uuid and taken_back_at is null) as came_true`,
  );
  if (!agreed) throw new Refusal('refused', m.wishes_refused_done_not_agreed());
  if (!came_true) throw new Refusal('refused', m.wishes_refused_done_nothing());
}

/** Whether everybody in a match has said yes, by the newest answer of each. */
export function everybodyAgreed(match: string) {
  return sql`not exists (select from (select giver_id as id from match_legs where match_id = ${match}::uuid
      union select receiver_id from match_legs where match_id = ${match}::uuid) asked
    where coalesce((select a.answer from match_answers a where a.match_id = ${match}::uuid and a.participant_id = asked.id
      order by a.recorded_at desc, a.id desc limit 1), 'later') <> 'yes')`;
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
