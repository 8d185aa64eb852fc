import * as z from 'zod';
import { receiptOf } from '#domains/letters/receipt.ts';
import { refuseField, requireNames } from '#domains/places/writing.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { hashSecret } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './giving-api.ts';

/**
 * Puts the words of somebody who agreed into the box of a window, as the public form does. The place keeps that it introduced somebody,
 * and to which window; the window decides what becomes of it, and the receipt is for the person.
 *
 * @throws Refusal `not_found`; `refused` where the names are not the actor's to see; `invalid` for a window that takes none, or somebody
 *   the place does not know
 */
export async function introduceFromFood(
  db: Db,
  input: ParsedInputOf<typeof api.introduceFromFood>,
  act: Act,
) {
  const giving = await db.one(
    z.object({ place_id: z.uuid() }),
    sql`select place_id from food_givings where id = ${input.giving_id}::uuid`,
  );
  const place = await requireNames(db, giving.place_id);
  if (input.guest_id) {
    const known = await db.maybe(
      z.object({ id: z.uuid() }),
      sql`select id from place_guests where id = ${input.guest_id}::uuid and place_id = ${giving.place_id}::uuid`,
    );
    if (!known) throw refuseField('guest_id', m.food_field_guest());
  }
  const receipt = receiptOf(input.id, act.now);
  const sent = await db.run(
    sql`insert into letters (id, window_chosen, language, about, trouble, name, phone, reaching, heard_of, receipt_hash, received_at,
        may_pass, holder_id)
      select ${input.id}::uuid, true, 'ja', 'self', ${input.words}, ${input.name}, ${input.phone}, ${input.reaching},
        ${m.food_heard_of({ place: place.name })}, ${hashSecret(receipt)}, ${act.now}, false, ${input.window_id}::uuid
      from (select windows from letter_settings order by set_at desc, id desc limit 1) s
      where ${input.window_id}::uuid = any(s.windows)`,
  );
  if (sent === 0) throw refuseField('window_id', m.food_field_window());
  await db.run(
    sql`insert into food_introductions (id, giving_id, place_id, guest_id, window_id, way, agreed_on, introduced_by, introduced_at,
        holder_id)
      values (${input.id}::uuid, ${input.giving_id}::uuid, ${giving.place_id}::uuid, ${input.guest_id ?? null}::uuid,
        ${input.window_id}::uuid, ${input.way}, ${act.today}::date, (select gate.actor_post()), ${act.now}, ${place.holder_id}::uuid)`,
  );
  return { id: input.id, secret_receipt: receipt };
}
