import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './attendance-api.ts';
import { requireNames } from './writing.ts';

/** @throws Refusal `not_found` */
export async function recordGuestConsent(
  db: Db,
  input: ParsedInputOf<typeof api.recordGuestConsent>,
  act: Act,
) {
  const guest = await db.one(
    z.object({ place_id: z.uuid(), holder_id: z.uuid() }),
    sql`select place_id, holder_id from place_guests where id = ${input.guest_id}::uuid`,
  );
  await db.run(
    sql`insert into guest_consents (id, guest_id, place_id, decision, said_on, heard_by, recorded_at, holder_id)
      values (${input.id}::uuid, ${input.guest_id}::uuid, ${guest.place_id}::uuid, ${input.decision}, ${act.today}::date,
        (select gate.actor_post()), ${act.now}, ${guest.holder_id}::uuid)`,
  );
  return { id: input.id };
}

/** The name goes at once; what was counted stays, without it. @throws Refusal `not_found` */
export async function strikeGuest(db: Db, { id }: ParsedInputOf<typeof api.strikeGuest>, _act: Act) {
  await db.run(
    sql`delete from event_requests where id in (select r.id from event_registrations r where r.guest_id = ${id}::uuid)`,
  );
  const struck = await db.run(sql`delete from place_guests where id = ${id}::uuid`);
  if (struck === 0) throw new Refusal('not_found', m.platform_refused_not_found());
  return { id };
}

/** @throws Refusal `not_found`; `refused` where the names are not the actor's to see */
export async function setAbsenceRule(db: Db, input: ParsedInputOf<typeof api.setAbsenceRule>, act: Act) {
  await requireNames(db, input.place_id);
  await db.run(
    sql`insert into absence_rules (id, place_id, weeks, set_by, set_at)
      values (${input.id}::uuid, ${input.place_id}::uuid, ${input.weeks ?? null}::smallint, (select gate.actor_post()), ${act.now})`,
  );
  return { id: input.id };
}
