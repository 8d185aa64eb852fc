import * as z from 'zod';
import { refuseField, requirePlace } from '#domains/places/writing.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { addDays, formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import {
  foodKey,
  mayLeave,
  passedOver,
  type StockLine,
  soonDays,
  stockLine,
  storages,
  type Taken,
} from './model.ts';

/** How a lot `l` stands, as far as its label, its newest inspection and recalls say. */
export function stateOf(today: string): Sql {
  return sql`case
    when l.id = any((select gate.food_lots_recalled())::uuid[]) then 'recalled'
    else coalesce((select case i.outcome when 'held' then 'held' when 'failed' then 'failed'
        else case when l.good_until < ${today}::date then 'over' when l.good_until <= ${addDays(today, soonDays)}::date then 'soon'
          else 'usable' end end
      from food_inspections i where i.lot_id = l.id order by i.inspected_at desc, i.id desc limit 1), 'waiting') end`;
}

/** What a movement `v` adds to what a place has; what is on the way has left, and not come yet. */
export function changeAt(place: Sql): Sql {
  return sql`case when v.from_place_id = ${place} then -v.quantity when v.confirmed_at is not null then v.quantity else 0 end`;
}

/** Movements that stand. */
export const standing = sql`v.withdrawn_at is null and v.declined_at is null`;

/** What lies at a place, earliest date first; `first` is what is to be used up first of its kind. */
export async function readLines(db: Db, place: string, act: Act): Promise<StockLine[]> {
  const lines = await db.all(
    stockLine.omit({ first: true }),
    sql`with here as (select v.lot_id, sum(${changeAt(sql`${place}::uuid`)}) as quantity
        from food_movements v where ${place}::uuid in (v.from_place_id, v.to_place_id) and ${standing} group by v.lot_id)
      select l.id as lot_id, l.what, l.unit, h.quantity::float8 as quantity, l.date_kind, l.good_until, l.storage, l.allergens,
        l.allergens_known, l.passing, l.conditions, ${stateOf(act.today)} as state
      from here h join food_lots l on l.id = h.lot_id where h.quantity > 0
      order by l.good_until nulls last, l.received_on, l.id`,
  );
  const begun = new Set<string>();
  return lines.map((one) => {
    const first = mayLeave(one.state) && !begun.has(foodKey(one.what));
    if (first) begun.add(foodKey(one.what));
    return { ...one, first };
  });
}

/**
 * A place of the actor that takes part in the network, and what it can keep.
 *
 * @throws Refusal `not_found`; `refused` for a place that is not the actor's to keep, or takes no part
 */
export async function requireJoined(db: Db, place_id: string) {
  const place = await requirePlace(db, place_id);
  if (!place.kept) throw new Refusal('refused', m.places_refused_not_ours());
  const member = await db.maybe(
    z.object({ storage: z.array(z.enum(storages)) }),
    sql`select storage from food_members where place_id = ${place_id}::uuid and ended_at is null`,
  );
  if (!member) throw new Refusal('refused', m.food_refused_not_joined());
  return { ...place, ...member };
}

/** Whoever takes food from a place at the same time waits here: what there is, is what stands. */
export async function holdStock(db: Db, place: string): Promise<void> {
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`food ${place}`}, 0))`);
}

/**
 * What is taken from a place: only what may leave, no more than there is, earliest date first unless somebody says why not.
 *
 * @throws Refusal `invalid`, beside the lot or `out_of_turn`
 */
export async function takeLots(
  db: Db,
  input: {
    readonly place_id: string;
    readonly lots: Readonly<Record<string, number>>;
    readonly out_of_turn: string | null;
  },
  act: Act,
) {
  await holdStock(db, input.place_id);
  const lines = await readLines(db, input.place_id, act);
  const taken: Taken[] = Object.entries(input.lots).map(([lot_id, quantity]) => ({ lot_id, quantity }));
  if (taken.length === 0) throw new Refusal('invalid', m.food_refused_nothing());
  const lots: StockLine[] = [];
  for (const { lot_id, quantity } of taken) {
    const line = lines.find((one) => one.lot_id === lot_id);
    const field = `lots.${lot_id}`;
    if (!line) throw refuseField(field, m.food_refused_none_left());
    if (!mayLeave(line.state)) throw refuseField(field, m.food_refused_state({ what: line.what }));
    if (quantity > line.quantity)
      throw refuseField(
        field,
        m.food_refused_too_much({ what: line.what, n: line.quantity, unit: line.unit }),
      );
    lots.push(line);
  }
  const free = lines.filter((one) => mayLeave(one.state));
  const [over] = passedOver(free, taken);
  if (over && input.out_of_turn === null) {
    const until = over.good_until === null ? '' : formatDay(over.good_until);
    throw refuseField('out_of_turn', m.food_refused_turn({ what: over.what, day: until }));
  }
  return { taken, lots, out_of_turn: over ? input.out_of_turn : null };
}

/**
 * Takes a part of one lot from what lies at a place, in whatever state it is.
 *
 * @throws Refusal `invalid`
 */
export async function requireLeft(db: Db, place: string, lot: string, quantity: number, act: Act) {
  await holdStock(db, place);
  const line = (await readLines(db, place, act)).find(({ lot_id }) => lot_id === lot);
  if (!line) throw refuseField('place_id', m.food_refused_none_left());
  if (quantity > line.quantity)
    throw refuseField(
      'quantity',
      m.food_refused_too_much({ what: line.what, n: line.quantity, unit: line.unit }),
    );
  return line;
}

/** @throws Refusal `invalid` for a day to come */
export function refuseToCome(field: string, day: string, act: Act): void {
  if (day > act.today) throw refuseField(field, m.food_refused_to_come());
}
