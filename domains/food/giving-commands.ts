import * as z from 'zod';
import { withdrawEncounters, writeEncounters } from '#domains/encounters/record-many.ts';
import { requireYear } from '#domains/places/attendance-commands.ts';
import { findOrAddGuest, keepNames } from '#domains/places/known-guests.ts';
import { refuseField, requireNames } from '#domains/places/writing.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './giving-api.ts';
import { refuseToCome, requireJoined, takeLots } from './stock.ts';

type Input = ParsedInputOf<typeof api.giveFood>;

/**
 * Hands food to households: one encounter for each. Those who are known by name and wish it are among the number; a name that is said
 * twice is one household.
 *
 * @throws Refusal `not_found`; `refused` for a place that takes no part or names that are not the actor's to see; `invalid` for a day to
 *   come, more names than households, lots that may not leave or go out of turn, a fixed year without a reason
 */
export async function giveFood(db: Db, input: Input, act: Act) {
  refuseToCome('held_on', input.held_on, act);
  const place = await requireJoined(db, input.place_id);
  if (input.people !== undefined && input.people < input.households)
    throw refuseField('people', m.food_refused_people());
  await requireYear(db, input, act);
  const { taken, out_of_turn } = await takeLots(db, input, act);
  const guests = await readNames(db, input, act);
  if (guests.length > input.households)
    throw refuseField('households', m.food_refused_names({ n: guests.length }));
  const nameless = Array.from({ length: input.households - guests.length }, () => null);
  const who = [...guests, ...nameless].map((guest) => ({ id: mintId(), encounter: mintId(), guest }));
  const went = taken.map((one) => ({ ...one, id: mintId() }));
  await db.run(
    sql`with giving as (insert into food_givings (id, place_id, held_on, households, people, named, recorded_by, recorded_at, holder_id)
        values (${input.id}::uuid, ${input.place_id}::uuid, ${input.held_on}::date, ${input.households}::smallint,
          ${input.people ?? null}::smallint, ${guests.length}::smallint, (select gate.actor_post()), ${act.now},
          ${place.holder_id}::uuid)),
      went as (insert into food_movements (id, lot_id, kind, from_place_id, quantity, moved_on, giving_id, out_of_turn, recorded_by,
          recorded_at)
        select r.id, r.lot_id, 'handed', ${input.place_id}::uuid, r.quantity, ${input.held_on}::date, ${input.id}::uuid, ${out_of_turn},
          (select gate.actor_post()), ${act.now}
        from jsonb_to_recordset(${JSON.stringify(went)}::jsonb) r(id uuid, lot_id uuid, quantity numeric)),
      who as (select * from jsonb_to_recordset(${JSON.stringify(who)}::jsonb) w(id uuid, encounter uuid, guest uuid)),
      places as (select w.encounter as id, ${input.held_on}::date as occurred_on, null::text as channel, null::text as contact,
          p.district_id, p.holder_id, (select gate.actor_post()) as post_id, (select gate.actor_role()) as role, p.holder_id as group_id,
          null::uuid as party_id, null::uuid as household_id, p.id as place_id
        from who w, public.places p where p.id = ${input.place_id}::uuid),
      ${writeEncounters({ kind: 'food_handover', recordedAt: act.now, lateReason: input.late_reason, atPlace: true })}
      insert into food_handovers (id, giving_id, place_id, held_on, guest_id, encounter_id, recorded_by, recorded_at, nameless, holder_id)
      select w.id, ${input.id}::uuid, ${input.place_id}::uuid, ${input.held_on}::date, w.guest, a.id, a.post_id, ${act.now},
        w.guest is null, a.holder_id
      from allowed a join who w on w.encounter = a.id`,
  );
  return { id: input.id };
}

/** Whom the place knows of those named, each once; whoever it did not know is on its list from now on. */
async function readNames(db: Db, input: Input, act: Act): Promise<string[]> {
  const { place_id } = input;
  if (input.guests.length === 0 && !input.others) return [];
  const { holder_id } = await requireNames(db, place_id);
  const others = [];
  for (const name of (input.others ?? '').split('\n').map((one) => one.trim())) {
    if (name === '') continue;
    if (name.length > 60) throw refuseField('others', m.places_field_others());
    others.push(await findOrAddGuest(db, { id: mintId(), place_id, holder_id, name }, act));
  }
  const known = await db.all(
    z.object({ id: z.uuid() }),
    sql`select id from place_guests where place_id = ${place_id}::uuid and id = any(${[...input.guests, ...others]}::uuid[])`,
  );
  const guests = known.map(({ id }) => id);
  await keepNames(db, guests, input.held_on);
  return guests;
}

/**
 * Takes a giving back that was written by mistake: what was handed out lies there again, and nobody is counted.
 *
 * @throws Refusal `not_found`; `refused` when it was taken back already, or names stand in it that are not the actor's to see
 */
export async function withdrawFoodGiving(
  db: Db,
  { id, why }: ParsedInputOf<typeof api.withdrawFoodGiving>,
  act: Act,
) {
  const giving = await db.maybe(
    z.object({ over: z.boolean(), named: z.boolean(), sees: z.boolean() }),
    sql`select g.withdrawn_at is not null as over, g.named > 0 as named,
        coalesce(g.place_id = any((select gate.places_named())::uuid[]), false) as sees
      from food_givings g where g.id = ${id}::uuid`,
  );
  if (!giving) throw refuseNotFound();
  if (giving.over) throw new Refusal('refused', m.food_refused_withdrawn());
  if (giving.named && !giving.sees) throw new Refusal('refused', m.places_refused_names());
  await db.run(
    sql`update food_givings set withdrawn_at = ${act.now}, withdrawn_why = ${why} where id = ${id}::uuid and withdrawn_at is null`,
  );
  await db.run(sql`update food_movements set withdrawn_at = ${act.now} where giving_id = ${id}::uuid`);
  await db.run(
    sql`with gone as (update food_handovers h set withdrawn_at = ${act.now} where h.giving_id = ${id}::uuid and h.withdrawn_at is null
        returning h.encounter_id),
      ${withdrawEncounters(why, act)} select 1`,
  );
  return { id };
}
