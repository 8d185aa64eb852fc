import * as z from 'zod';
import { requirePlace } from '#domains/places/writing.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { joinSql, limitTo, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { foodKey, mayLeave, proposeTaking } from './model.ts';
import { changeAt, readLines, standing, stateOf } from './stock.ts';

export { readFoodFigures } from './figure-queries.ts';
export { readFoodGiving } from './giving-queries.ts';
export { listFoodDonors, listFoodNetwork, readFoodDonor } from './network-queries.ts';
export { listFoodNotices } from './notice-queries.ts';
export { printFoodRecall } from './recall-paper.ts';
export { listFoodRecalls, readFoodRecall } from './recall-queries.ts';

const kept = sql`any((select gate.places_kept())::uuid[])`;

/** @throws Refusal `not_found` for a lot that never came to a place of the actor */
export async function readFoodLot(
  db: Db,
  { id }: ParsedInputOf<typeof api.readFoodLot>,
  act: Act,
): Promise<OutputOf<typeof api.readFoodLot>> {
  const shape = api.readFoodLot.output.shape;
  const lot = await db.maybe(
    api.readFoodLot.output.omit({ inspections: true, movements: true, stock: true, recalls: true }),
    sql`select l.id, l.place_id, f.name as place_name, o.id as donor_id, o.name as donor_name, l.what, l.quantity::float8 as amount, l.unit,
        l.unit_grams, l.date_kind, l.good_until, l.storage, l.allergens, l.allergens_known, l.maker, l.label_mark, l.passing, l.conditions,
        l.received_on, ${stateOf(act.today)} as state, coalesce(l.place_id = ${kept}, false) as inspects
      from food_lots l left join gate.food_places() f on f.place_id = l.place_id left join food_donors o on o.id = l.donor_id
      where l.id = ${id}::uuid`,
  );
  if (!lot) throw refuseNotFound();
  const inspections = await db.all(
    shape.inspections.element,
    sql`select i.id, i.outcome, i.checks, i.words, to_jsonb(i.inspected_at) #>> '{}' as inspected_at from food_inspections i
      where i.lot_id = ${id}::uuid order by i.inspected_at desc, i.id desc`,
  );
  const movements = await db.all(
    shape.movements.element,
    sql`select v.id, v.kind, a.name as from_name, b.name as to_name, v.quantity::float8 as quantity, v.moved_on, v.giving_id, v.reason,
        v.words, v.out_of_turn, v.permission, v.confirmed_at is not null as confirmed, v.declined_why
      from food_movements v left join gate.food_places() a on a.place_id = v.from_place_id
        left join gate.food_places() b on b.place_id = v.to_place_id
      where v.lot_id = ${id}::uuid and v.withdrawn_at is null order by v.moved_on, v.recorded_at, v.id`,
  );
  const stock = await db.all(
    shape.stock.element,
    sql`select p.id as place_id, p.name, sum(${changeAt(sql`p.id`)})::float8 as quantity
      from food_movements v join places p on p.id in (v.from_place_id, v.to_place_id)
      where v.lot_id = ${id}::uuid and ${standing} and p.id = ${kept}
      group by p.id, p.name, p.kana_key having sum(${changeAt(sql`p.id`)}) > 0 order by p.kana_key, p.id`,
  );
  const recalls = await db.all(
    shape.recalls.element,
    sql`select c.id, c.title from food_recalls c join food_recall_lots r on r.recall_id = c.id where r.lot_id = ${id}::uuid
      order by c.started_at, c.id`,
  );
  const gone = stock.length === 0 && lot.state !== 'recalled';
  return { ...lot, state: gone ? 'gone' : lot.state, inspections, movements, stock, recalls };
}

/** Lots that came to the actor's places, the newest first. */
export async function listFoodLots(
  db: Db,
  { q, after, limit }: ParsedInputOf<typeof api.listFoodLots>,
  act: Act,
): Promise<OutputOf<typeof api.listFoodLots>> {
  const [day, id] = after?.split('_') ?? [];
  const where = [sql`true`];
  if (q)
    where.push(
      sql`search_form(l.what || E'\n' || coalesce(l.maker, '') || E'\n' || coalesce(l.label_mark, '')) like '%' || search_form(${q}) || '%'`,
    );
  if (id) where.push(sql`(l.received_on, l.id) < (${day}::date, ${id}::uuid)`);
  const found = await db.all(
    api.listFoodLots.output.shape.lots.element,
    sql`select l.id, l.what, l.quantity::float8 as amount, l.unit, l.date_kind, l.good_until, l.maker, l.label_mark, f.name as place_name,
        l.received_on, ${stateOf(act.today)} as state
      from food_lots l left join gate.food_places() f on f.place_id = l.place_id
      where ${joinSql(where, sql` and `)} order by l.received_on desc, l.id desc ${limitTo(limit + 1)}`,
  );
  const lots = found.slice(0, limit);
  const last = lots.at(-1);
  return { lots, next: found.length > limit && last ? `${last.received_on}_${last.id}` : null };
}

/** @throws Refusal `not_found`, also for a place that is not the actor's to keep */
export async function readFoodStock(
  db: Db,
  { id }: ParsedInputOf<typeof api.readFoodStock>,
  act: Act,
): Promise<OutputOf<typeof api.readFoodStock>> {
  const shape = api.readFoodStock.output.shape;
  const { name, kept: keeps, named } = await requirePlace(db, id);
  if (!keeps) throw refuseNotFound();
  const { joined } = await db.one(
    z.object({ joined: z.boolean() }),
    sql`select exists (select from food_members m where m.place_id = ${id}::uuid and m.ended_at is null) as joined`,
  );
  const coming = await db.all(
    shape.coming.element,
    sql`select v.id, v.lot_id, l.what, l.unit, v.quantity::float8 as quantity, l.good_until, f.name as from_name, v.moved_on
      from food_movements v join food_lots l on l.id = v.lot_id left join gate.food_places() f on f.place_id = v.from_place_id
      where v.to_place_id = ${id}::uuid and v.kind = 'moved' and v.confirmed_at is null and ${standing} order by v.moved_on, v.id`,
  );
  const givings = await db.all(
    shape.givings.element,
    sql`select g.id, g.held_on, g.households, g.people, g.withdrawn_at is not null as withdrawn from food_givings g
      where g.place_id = ${id}::uuid order by g.held_on desc, g.id desc ${limitTo(20)}`,
  );
  const lines = await readLines(db, id, act);
  return { id, name, joined, named, lines, coming, givings };
}

/** @throws Refusal `not_found`, also for a place that is not the actor's to keep */
export async function proposeFood(
  db: Db,
  { id, what, quantity }: ParsedInputOf<typeof api.proposeFood>,
  act: Act,
): Promise<OutputOf<typeof api.proposeFood>> {
  const { kept: keeps } = await requirePlace(db, id);
  if (!keeps) throw refuseNotFound();
  const lines = (await readLines(db, id, act)).filter(
    (one) => mayLeave(one.state) && foodKey(one.what) === foodKey(what),
  );
  const taken = proposeTaking(lines, quantity);
  const there = taken.reduce((sum, one) => sum + one.quantity, 0);
  return { taken, missing: Math.round((quantity - there) * 10) / 10 };
}
