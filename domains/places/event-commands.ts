import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './event-api.ts';
import { moveUp } from './moving-up.ts';
import { refuseField, requirePlace } from './writing.ts';

/** @throws Refusal `not_found`, `invalid`; `refused` for a place that is closed */
export async function writeEvent(db: Db, input: ParsedInputOf<typeof api.writeEvent>, act: Act) {
  checkTimes(input);
  const { closed, kept, holder_id } = await requirePlace(db, input.place_id);
  if (!kept) throw new Refusal('refused', m.places_refused_not_ours());
  if (closed) throw new Refusal('refused', m.places_refused_closed());
  await db.run(
    sql`insert into place_events (id, place_id, title, what, held_on, from_time, until_time, capacity, register_until, cost, shown,
        written_by, written_at, holder_id)
      values (${input.id}::uuid, ${input.place_id}::uuid, ${input.title}, ${input.what}, ${input.held_on}::date, ${input.from}::time,
        ${input.until}::time, ${input.capacity ?? null}::smallint, ${input.register_until ?? null}::date, ${input.cost},
        ${input.shown}::boolean, (select gate.actor_post()), ${act.now}, ${holder_id}::uuid)`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`, `invalid`; `refused` when it was cancelled, or somebody else has written meanwhile */
export async function correctEvent(db: Db, input: ParsedInputOf<typeof api.correctEvent>, _act: Act) {
  checkTimes(input);
  await requireEvent(db, input.id);
  const written = await db.run(
    sql`update place_events set title = ${input.title}, what = ${input.what}, held_on = ${input.held_on}::date,
        from_time = ${input.from}::time, until_time = ${input.until}::time, capacity = ${input.capacity ?? null}::smallint,
        register_until = ${input.register_until ?? null}::date, cost = ${input.cost}, shown = ${input.shown}::boolean,
        version = version + 1
      where id = ${input.id}::uuid and version = ${input.version}`,
  );
  if (written === 0) throw new Refusal('refused', m.places_refused_version());
  await moveUp(db, input.id);
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` when it was cancelled already */
export async function cancelEvent(db: Db, { id, why }: ParsedInputOf<typeof api.cancelEvent>, act: Act) {
  await requireEvent(db, id);
  await db.run(
    sql`update place_events set cancelled_at = ${act.now}, cancelled_why = ${why}, version = version + 1
      where id = ${id}::uuid and cancelled_at is null`,
  );
  return { id };
}

/** An event that takes place. @throws Refusal `not_found`; `refused` when it was cancelled */
export async function requireEvent(db: Db, id: string) {
  const event = await db.one(
    z.object({
      place_id: z.uuid(),
      cancelled: z.boolean(),
      over: z.boolean(),
      shut: z.boolean(),
      held_on: z.string(),
      capacity: z.int().nullable(),
    }),
    sql`select place_id, cancelled_at is not null as cancelled, held_on, capacity, held_on < (select gate.today()) as over,
        coalesce(register_until < (select gate.today()), false) as shut
      from place_events where id = ${id}::uuid`,
  );
  if (event.cancelled) throw new Refusal('refused', m.places_refused_cancelled());
  return event;
}

function checkTimes(input: {
  from: string;
  until: string;
  held_on: string;
  register_until?: string | undefined;
}) {
  if (input.until <= input.from) throw refuseField('until', m.places_field_until());
  if (input.register_until && input.register_until > input.held_on)
    throw refuseField('register_until', m.places_field_register_until());
}
