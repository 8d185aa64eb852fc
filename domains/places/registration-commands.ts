import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { hashSecret, readPrintedCode } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { codeOfRegistration, guestOfRegistration } from './door-code.ts';
import type * as api from './event-api.ts';
import { requireEvent } from './event-commands.ts';
import { findOrAddGuest, keepNames } from './known-guests.ts';
import type { KnownWay } from './model.ts';
import { moveUp } from './moving-up.ts';
import { requireNames } from './writing.ts';

/**
 * Somebody, and who comes with them, for one event: placed where there is room for all of them, waiting otherwise. Whoever the place knows
 * by that name is the same person; nobody else is named.
 *
 * @throws Refusal `not_found`; `refused` when it is over, cancelled, the last day to register has passed, the names are not the actor's to
 *   see, this person is registered already, or more would come than the event has room for
 */
export async function register(
  db: Db,
  input: Omit<ParsedInputOf<typeof api.register>, 'way'> & { way: KnownWay },
  act: Act,
) {
  const event = await requireEvent(db, input.event_id);
  const { holder_id } = await requireNames(db, event.place_id);
  if (event.over || event.shut) throw new Refusal('refused', m.places_refused_over());
  if (event.capacity !== null && input.heads > event.capacity)
    throw new Refusal('refused', m.places_refused_more_than_capacity({ n: event.capacity }));
  const somebody = { ...input, id: guestOfRegistration(input.id), place_id: event.place_id, holder_id };
  const guest_id = await findOrAddGuest(db, somebody, act);
  const code = hashSecret(readPrintedCode(codeOfRegistration(input.id)));
  const { twice } = await db.one(
    z.object({ twice: z.boolean() }),
    sql`select exists (select from event_registrations r where r.event_id = ${input.event_id}::uuid and r.guest_id = ${guest_id}::uuid
      and r.cancelled_at is null) as twice`,
  );
  if (twice) throw new Refusal('refused', m.places_refused_registered());
  await db.run(
    sql`insert into event_registrations (id, event_id, place_id, guest_id, way, registered_by, registered_at, holder_id, heads)
      values (${input.id}::uuid, ${input.event_id}::uuid, ${event.place_id}::uuid, ${guest_id}::uuid, ${input.way},
        (select gate.actor_post()), ${act.now}, ${holder_id}::uuid, ${input.heads})`,
  );
  await db.run(
    sql`insert into registration_codes (registration_id, code_hash, place_id, holder_id)
      values (${input.id}::uuid, ${code}, ${event.place_id}::uuid, ${holder_id}::uuid)`,
  );
  await moveUp(db, input.event_id);
  // Whoever is placed as they register need not be called.
  await db.run(
    sql`update event_registrations set told_at = ${act.now} where id = ${input.id}::uuid and placed_at is not null`,
  );
  await keepNames(db, [guest_id], event.held_on);
  return { id: input.id, guest_id };
}

/** @throws Refusal `not_found`; `refused` when it was given up already */
export async function cancelRegistration(
  db: Db,
  { id }: ParsedInputOf<typeof api.cancelRegistration>,
  act: Act,
) {
  const { event_id, guest_id } = await requireRegistration(db, id);
  await db.run(
    sql`update event_registrations set cancelled_at = ${act.now} where id = ${id}::uuid and cancelled_at is null`,
  );
  await moveUp(db, event_id);
  return { id, guest_id };
}

/**
 * For how many a registration is: fewer at once, more as far as there is room, and the others wait.
 *
 * @throws Refusal `not_found`; `refused` when it was given up, the event is over or cancelled, or more would come than may register still or
 *   the event has room for
 */
export async function changeHeads(db: Db, { id, heads }: ParsedInputOf<typeof api.changeHeads>, _act: Act) {
  const { event_id, guest_id, asked } = await requireRegistration(db, id);
  const event = await requireEvent(db, event_id);
  if (event.over || (event.shut && heads > asked)) throw new Refusal('refused', m.places_refused_over());
  if (event.capacity !== null && heads > event.capacity)
    throw new Refusal('refused', m.places_refused_more_than_capacity({ n: event.capacity }));
  await db.run(sql`select gate.change_heads(${id}::uuid, null, ${heads})`);
  return { id, guest_id };
}

/** @throws Refusal `not_found`; `refused` when it was given up */
export async function tellRegistration(db: Db, { id }: ParsedInputOf<typeof api.tellRegistration>, act: Act) {
  const { guest_id } = await requireRegistration(db, id);
  await db.run(
    sql`update event_registrations set told_at = ${act.now} where id = ${id}::uuid and placed_at is not null and told_at is null`,
  );
  return { id, guest_id };
}

async function requireRegistration(db: Db, id: string) {
  const found = await db.one(
    z.object({ event_id: z.uuid(), guest_id: z.uuid().nullable(), asked: z.int(), cancelled: z.boolean() }),
    sql`select event_id, guest_id, heads + more_heads as asked, cancelled_at is not null as cancelled from event_registrations where id = ${id}::uuid`,
  );
  if (found.cancelled) throw new Refusal('refused', m.places_refused_given_up());
  return found;
}
