import * as z from 'zod';
import { refuseField } from '#domains/places/writing.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './recall-api.ts';

/**
 * Calls lots back: from the next call on nothing of them may leave a place, and each place they came to sees it.
 *
 * @throws Refusal `invalid` for a lot that never came to a place of the actor
 */
export async function startFoodRecall(db: Db, input: ParsedInputOf<typeof api.startFoodRecall>, act: Act) {
  const lots = [...new Set(input.lots)];
  const { known } = await db.one(
    z.object({ known: z.int() }),
    sql`select count(*)::int as known from food_lots where id = any(${lots}::uuid[])`,
  );
  if (known < lots.length) throw refuseField('lots', m.food_field_recall_lots());
  await db.run(
    sql`insert into food_recalls (id, title, reason, source, advice, started_by, started_at, holder_id)
      values (${input.id}::uuid, ${input.title}, ${input.reason}, ${input.source}, ${input.advice}, (select gate.actor_post()),
        ${act.now}, ${act.actor.body}::uuid)`,
  );
  await db.run(
    sql`insert into food_recall_lots (recall_id, lot_id) select ${input.id}::uuid, lot from unnest(${lots}::uuid[]) lot`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` when it is closed; `invalid` for a place its lots never came to */
export async function answerFoodRecall(db: Db, input: ParsedInputOf<typeof api.answerFoodRecall>, act: Act) {
  const { closed, reached } = await db.one(
    z.object({ closed: z.boolean(), reached: z.boolean() }),
    sql`select r.closed_at is not null as closed,
        exists (select from gate.food_recall_places(r.id) p where p.place_id = ${input.place_id}::uuid
          and p.place_id = any((select gate.places_kept())::uuid[])) as reached
      from food_recalls r where r.id = ${input.recall_id}::uuid`,
  );
  if (!reached) throw refuseField('place_id', m.food_field_place());
  if (closed) throw new Refusal('refused', m.food_refused_recall_closed());
  await db.run(
    sql`insert into food_recall_answers (id, recall_id, place_id, told, not_reached, put_apart, words, answered_by, answered_at)
      values (${input.id}::uuid, ${input.recall_id}::uuid, ${input.place_id}::uuid, ${input.told}::smallint,
        ${input.not_reached}::smallint, ${input.put_apart}::boolean, ${input.words}, (select gate.actor_post()), ${act.now})`,
  );
  return { id: input.id };
}

/** Its lots stay out of use. @throws Refusal `not_found`; `refused` for who neither started it nor coordinates, or when it is closed */
export async function closeFoodRecall(
  db: Db,
  { id, words }: ParsedInputOf<typeof api.closeFoodRecall>,
  act: Act,
) {
  const recall = await db.maybe(
    z.object({ closed: z.boolean() }),
    sql`select closed_at is not null as closed from food_recalls where id = ${id}::uuid`,
  );
  if (!recall) throw refuseNotFound();
  const done = recall.closed
    ? 0
    : await db.run(
        sql`update food_recalls set closed_at = ${act.now}, closed_words = ${words} where id = ${id}::uuid and closed_at is null`,
      );
  if (done === 0) throw new Refusal('refused', m.food_refused_recall_close());
  return { id };
}
