import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import * as api from './giving-api.ts';

/** @throws Refusal `not_found`, also for a giving of a place that is not the actor's to keep */
export async function readFoodGiving(
  db: Db,
  { id }: ParsedInputOf<typeof api.readFoodGiving>,
  _act: Act,
): Promise<OutputOf<typeof api.readFoodGiving>> {
  const shape = api.readFoodGiving.output.shape;
  const giving = await db.maybe(
    api.readFoodGiving.output.omit({ people_named: true, lots: true, introductions: true, windows: true }),
    sql`select g.id, g.place_id, p.name as place_name, g.held_on, g.households, g.people, g.named, g.withdrawn_why,
        coalesce(g.place_id = any((select gate.places_named())::uuid[]), false) as sees_names
      from food_givings g join places p on p.id = g.place_id where g.id = ${id}::uuid`,
  );
  if (!giving) throw refuseNotFound();
  const people_named = await db.all(
    shape.people_named.element,
    sql`select u.id as guest_id, u.name, u.phone from food_handovers h join place_guests u on u.id = h.guest_id
      where h.giving_id = ${id}::uuid and h.withdrawn_at is null order by u.kana_key, u.id`,
  );
  const lots = await db.all(
    shape.lots.element,
    sql`select l.id as lot_id, l.what, l.unit, v.quantity::float8 as quantity, l.good_until, l.label_mark, o.name as donor_name,
        v.out_of_turn, l.id = any((select gate.food_lots_recalled())::uuid[]) as recalled
      from food_movements v join food_lots l on l.id = v.lot_id left join food_donors o on o.id = l.donor_id
      where v.giving_id = ${id}::uuid order by l.good_until nulls last, l.id`,
  );
  const introductions = await db.all(
    shape.introductions.element,
    sql`select n.id, u.name, b.name as window_name, n.agreed_on
      from food_introductions n join bodies b on b.id = n.window_id left join place_guests u on u.id = n.guest_id
      where n.giving_id = ${id}::uuid order by n.introduced_at, n.id`,
  );
  const windows = await db.all(
    shape.windows.element,
    sql`select b.id, b.name from bodies b
      join (select windows from letter_settings order by set_at desc, id desc limit 1) s on b.id = any(s.windows)
      order by b.sort, b.id`,
  );
  return { ...giving, people_named, lots, introductions, windows };
}
