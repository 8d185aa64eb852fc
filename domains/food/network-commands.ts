import * as z from 'zod';
import { toKanaKey } from '#domains/parties/kana.ts';
import { refuseField, requirePlace } from '#domains/places/writing.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { yearsDonorsAreKept } from './model.ts';
import type * as api from './network-api.ts';

/** What a place agreed to, from now on. @throws Refusal `not_found`; `refused` for a place of another district; `invalid` */
export async function joinFoodNetwork(db: Db, input: ParsedInputOf<typeof api.joinFoodNetwork>, act: Act) {
  const place = await requirePlace(db, input.place_id);
  if (!place.kept) throw new Refusal('refused', m.places_refused_not_ours());
  if (input.renew_on <= input.agreed_on) throw refuseField('renew_on', m.food_field_renew());
  await db.run(
    sql`update food_members set ended_at = ${act.now} where place_id = ${input.place_id}::uuid and ended_at is null`,
  );
  await db.run(
    sql`insert into food_members (id, place_id, storage, transport, households, care_words, agreed_on, renew_on, written_by, written_at)
      values (${input.id}::uuid, ${input.place_id}::uuid, ${input.storage}::text[], ${input.transport},
        ${input.households ?? null}::smallint, ${input.care_words}, ${input.agreed_on}::date, ${input.renew_on}::date,
        (select gate.actor_post()), ${act.now})`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found` */
export async function leaveFoodNetwork(
  db: Db,
  { place_id }: ParsedInputOf<typeof api.leaveFoodNetwork>,
  act: Act,
) {
  const ended = await db.run(
    sql`update food_members set ended_at = ${act.now} where place_id = ${place_id}::uuid and ended_at is null`,
  );
  if (ended === 0) throw refuseNotFound();
  return { place_id };
}

/**
 * A donor of the network, written by a coordinator, or of one place, written by its host.
 *
 * @throws Refusal `not_found`; `invalid` for a host who names no place
 */
export async function writeFoodDonor(db: Db, input: ParsedInputOf<typeof api.writeFoodDonor>, act: Act) {
  const host = act.actor.role === 'place_host';
  if (host && !input.place_id) throw refuseField('place_id', m.food_field_place());
  const place = host && input.place_id ? await requirePlace(db, input.place_id) : null;
  if (place && !place.kept) throw new Refusal('refused', m.places_refused_not_ours());
  await db.run(
    sql`insert into food_donors (id, kind, name, kana, kana_key, contact, body_id, participant_id, conditions, agreed_on, place_id,
        written_by, written_at, forget_after, holder_id)
      values (${input.id}::uuid, ${input.kind}, ${input.name}, ${input.kana}, ${toKanaKey(input.kana)}, ${input.contact},
        ${input.body_id ?? null}::uuid, ${input.participant_id ?? null}::uuid, ${input.conditions}, ${input.agreed_on ?? null}::date,
        ${place ? (input.place_id ?? null) : null}::uuid, (select gate.actor_post()), ${act.now},
        case when ${input.kind} = 'person' then (${act.today}::date + make_interval(years => ${yearsDonorsAreKept}::int))::date end,
        ${place ? place.holder_id : act.actor.body}::uuid)`,
  );
  return { id: input.id };
}

/**
 * Corrects what is said of a donor. A person stays a person, since the years a name is kept hang on it.
 *
 * @throws Refusal `not_found`; `refused` for another's donor, or when somebody else has written meanwhile; `invalid`
 */
export async function correctFoodDonor(db: Db, input: ParsedInputOf<typeof api.correctFoodDonor>, _act: Act) {
  const known = await db.maybe(
    z.object({ person: z.boolean() }),
    sql`select kind = 'person' as person from food_donors where id = ${input.id}::uuid`,
  );
  if (!known) throw refuseNotFound();
  if (known.person !== (input.kind === 'person')) throw refuseField('kind', m.food_refused_donor_kind());
  const written = await db.run(
    sql`update food_donors set kind = ${input.kind}, name = ${input.name}, kana = ${input.kana}, kana_key = ${toKanaKey(input.kana)},
        contact = ${input.contact}, body_id = ${input.body_id ?? null}::uuid,
        participant_id = coalesce(${input.participant_id ?? null}::uuid, participant_id), conditions = ${input.conditions},
        agreed_on = ${input.agreed_on ?? null}::date, version = version + 1
      where id = ${input.id}::uuid and version = ${input.version}::int`,
  );
  if (written === 0) throw new Refusal('refused', m.food_refused_donor_version());
  return { id: input.id };
}
