import * as z from 'zod';
import { refuseUnknownCodes } from '#domains/codes/queries.ts';
import { refuseField } from '#domains/places/writing.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './api.ts';
import { yearsDonorsAreKept } from './model.ts';
import { refuseToCome, requireJoined } from './stock.ts';

export * from './giving-commands.ts';
export * from './introduction-commands.ts';
export * from './moving-commands.ts';
export * from './network-commands.ts';
export * from './notice-commands.ts';
export * from './recall-commands.ts';

/**
 * Takes a lot in. It waits for its inspection before anything of it may leave.
 *
 * @throws Refusal `not_found`; `refused` for a place that takes no part; `invalid` for a date that is over or missing, codes that no list
 *   has, a temperature the place cannot keep, a donor that is not the actor's to see
 */
export async function receiveFood(db: Db, input: ParsedInputOf<typeof api.receiveFood>, act: Act) {
  refuseToCome('received_on', input.received_on, act);
  const place = await requireJoined(db, input.place_id);
  const dated = input.date_kind !== 'none';
  if (dated && !input.good_until) throw refuseField('good_until', m.food_field_good_until());
  if (dated && (input.good_until ?? '') < input.received_on)
    throw refuseField('good_until', m.food_refused_over());
  if (!place.storage.includes(input.storage)) throw refuseField('storage', m.food_refused_storage());
  const used = [{ field: 'allergens', list: 'allergen', codes: input.allergens }] as const;
  await refuseUnknownCodes(db, act.today, used, act);
  if (input.allergens.length > 0 && !input.allergens_known)
    throw refuseField('allergens_known', m.food_field_allergens_known());
  if (input.donor_id) await keepDonor(db, input.donor_id, input.received_on);
  await db.run(
    sql`with lot as (insert into food_lots (id, place_id, donor_id, what, quantity, unit, unit_grams, date_kind, good_until, storage,
          allergens, allergens_known, maker, label_mark, passing, conditions, received_on, received_by, received_at, holder_id)
        values (${input.id}::uuid, ${input.place_id}::uuid, ${input.donor_id ?? null}::uuid, ${input.what}, ${input.amount}::numeric,
          ${input.unit}, ${input.unit_grams ?? null}::int, ${input.date_kind}, ${dated ? (input.good_until ?? null) : null}::date,
          ${input.storage}, ${input.allergens}::text[], ${input.allergens_known}::boolean, ${input.maker}, ${input.label_mark},
          ${input.passing}, ${input.conditions}, ${input.received_on}::date, (select gate.actor_post()), ${act.now},
          ${place.holder_id}::uuid))
      insert into food_movements (id, lot_id, kind, to_place_id, quantity, moved_on, recorded_by, recorded_at, confirmed_at, confirmed_by)
      values (${mintId()}::uuid, ${input.id}::uuid, 'received', ${input.place_id}::uuid, ${input.amount}::numeric,
        ${input.received_on}::date, (select gate.actor_post()), ${act.now}, ${act.now}, (select gate.actor_post()))`,
  );
  return { id: input.id };
}

/** A person who gave is known by name for some years from this gift on. @throws Refusal `invalid` */
async function keepDonor(db: Db, donor: string, day: string): Promise<void> {
  const known = await db.maybe(
    z.object({ kind: z.string() }),
    sql`select kind from food_donors where id = ${donor}::uuid`,
  );
  if (!known) throw refuseField('donor_id', m.food_field_donor());
  if (known.kind !== 'person') return;
  await db.run(
    sql`update food_donors set forget_after = greatest(forget_after,
        (${day}::date + make_interval(years => ${yearsDonorsAreKept}::int))::date) where id = ${donor}::uuid`,
  );
}

/**
 * What was seen of a lot where it was taken in; the newest word holds, everywhere it went.
 *
 * @throws Refusal `not_found`; `refused` for a lot that another place took in; `invalid` without words where it did not pass
 */
export async function inspectFood(db: Db, input: ParsedInputOf<typeof api.inspectFood>, act: Act) {
  const lot = await db.one(
    z.object({ place_id: z.uuid(), kept: z.boolean() }),
    sql`select l.place_id, coalesce(l.place_id = any((select gate.places_kept())::uuid[]), false) as kept
      from food_lots l where l.id = ${input.lot_id}::uuid`,
  );
  if (!lot.kept) throw new Refusal('refused', m.food_refused_inspect());
  if (input.outcome !== 'passed' && input.words === null)
    throw refuseField('words', m.food_field_inspect_words());
  await db.run(
    sql`insert into food_inspections (id, lot_id, place_id, outcome, checks, words, inspected_by, inspected_at)
      values (${input.id}::uuid, ${input.lot_id}::uuid, ${lot.place_id}::uuid, ${input.outcome}, ${input.checks}::text[], ${input.words},
        (select gate.actor_post()), ${act.now})`,
  );
  return { id: input.id };
}
