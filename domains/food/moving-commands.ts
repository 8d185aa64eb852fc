import * as z from 'zod';
import { refuseField } from '#domains/places/writing.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import { storages } from './model.ts';
import type * as api from './moving-api.ts';
import { holdStock, readLines, refuseToCome, requireJoined, requireLeft, takeLots } from './stock.ts';

/**
 * Hands lots on to another place of the network. They have left, and come there when that place says so.
 *
 * @throws Refusal `not_found`; `refused`; `invalid` for a place that takes no part or cannot keep them, for lots that may not leave, out
 *   of turn without a reason, or that the donor has to be asked about
 */
export async function handFoodOn(db: Db, input: ParsedInputOf<typeof api.handFoodOn>, act: Act) {
  refuseToCome('moved_on', input.moved_on, act);
  await requireJoined(db, input.place_id);
  const to = await db.maybe(
    z.object({ storage: z.array(z.enum(storages)) }),
    sql`select storage from gate.food_places() where place_id = ${input.to_place_id}::uuid and joined`,
  );
  if (!to || input.to_place_id === input.place_id) throw refuseField('to_place_id', m.food_field_to_place());
  const { taken, lots, out_of_turn } = await takeLots(db, input, act);
  for (const { lot_id, what, storage, passing } of lots) {
    if (!to.storage.includes(storage))
      throw refuseField(`lots.${lot_id}`, m.food_refused_storage_there({ what }));
    if (passing === 'ask' && input.permission === null)
      throw refuseField('permission', m.food_refused_permission({ what }));
  }
  const rows = taken.map((one, i) => ({ ...one, id: i === 0 ? input.id : mintId() }));
  await db.run(
    sql`insert into food_movements (id, lot_id, kind, from_place_id, to_place_id, quantity, moved_on, out_of_turn, permission, recorded_by,
        recorded_at)
      select r.id, r.lot_id, 'moved', ${input.place_id}::uuid, ${input.to_place_id}::uuid, r.quantity, ${input.moved_on}::date,
        ${out_of_turn}, ${input.permission}, (select gate.actor_post()), ${act.now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, lot_id uuid, quantity numeric)`,
  );
  return { id: input.id };
}

const onTheWay = sql`kind = 'moved' and confirmed_at is null and declined_at is null and withdrawn_at is null`;

/** @throws Refusal `not_found`, also for what is not on the way to a place of the actor */
export async function confirmFoodMove(db: Db, { id }: ParsedInputOf<typeof api.confirmFoodMove>, act: Act) {
  const done = await db.run(
    sql`update food_movements set confirmed_at = ${act.now}, confirmed_by = (select gate.actor_post())
      where id = ${id}::uuid and ${onTheWay} and to_place_id = any((select gate.places_kept())::uuid[])`,
  );
  if (done === 0) throw refuseNotFound();
  return { id };
}

/** It lies where it came from again. @throws Refusal `not_found` */
export async function declineFoodMove(
  db: Db,
  { id, why }: ParsedInputOf<typeof api.declineFoodMove>,
  act: Act,
) {
  const done = await db.run(
    sql`update food_movements set declined_at = ${act.now}, declined_why = ${why} where id = ${id}::uuid and ${onTheWay}`,
  );
  if (done === 0) throw refuseNotFound();
  return { id };
}

/** @throws Refusal `not_found`, `refused`; `invalid` for more than there is */
export async function discardFood(db: Db, input: ParsedInputOf<typeof api.discardFood>, act: Act) {
  refuseToCome('moved_on', input.moved_on, act);
  await requireJoined(db, input.place_id);
  await requireLeft(db, input.place_id, input.lot_id, input.quantity, act);
  await db.run(
    sql`insert into food_movements (id, lot_id, kind, from_place_id, quantity, moved_on, reason, words, recorded_by, recorded_at)
      values (${input.id}::uuid, ${input.lot_id}::uuid, ${input.kind}, ${input.place_id}::uuid, ${input.quantity}::numeric,
        ${input.moved_on}::date, ${input.reason}, ${input.words}, (select gate.actor_post()), ${act.now})`,
  );
  return { id: input.id };
}

/** What was counted stands; where it is what was thought, nothing is written. @throws Refusal `not_found`, `refused` */
export async function countFood(db: Db, input: ParsedInputOf<typeof api.countFood>, act: Act) {
  await requireJoined(db, input.place_id);
  await holdStock(db, input.place_id);
  const known = await db.maybe(
    z.object({ id: z.uuid() }),
    sql`select l.id from food_lots l join food_movements v on v.lot_id = l.id
      where l.id = ${input.lot_id}::uuid and ${input.place_id}::uuid in (v.from_place_id, v.to_place_id) limit 1`,
  );
  if (!known) throw refuseNotFound();
  const lines = await readLines(db, input.place_id, act);
  const thought = lines.find(({ lot_id }) => lot_id === input.lot_id)?.quantity ?? 0;
  const more = Math.round((input.counted - thought) * 10) / 10;
  if (more !== 0)
    await db.run(
      sql`insert into food_movements (id, lot_id, kind, from_place_id, to_place_id, quantity, moved_on, reason, words, recorded_by,
          recorded_at, confirmed_at, confirmed_by)
        values (${input.id}::uuid, ${input.lot_id}::uuid, 'counted', ${more < 0 ? input.place_id : null}::uuid,
          ${more > 0 ? input.place_id : null}::uuid, ${Math.abs(more)}::numeric, ${act.today}::date, 'wrong_count', ${input.words},
          (select gate.actor_post()), ${act.now}, ${act.now}, (select gate.actor_post()))`,
    );
  return { id: input.id };
}
