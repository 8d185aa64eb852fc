import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './role-api.ts';
import { takeItem } from './standing.ts';

/**
 * A line of the role sheet, for a seat of the item: with an account or not.
 *
 * @throws Refusal `not_found`; `invalid` for a seat that is not of this item, or a day that is over; `refused` before the item
 *   was held or once the matter is ended
 */
export async function writeRoleLine(db: Db, input: ParsedInputOf<typeof api.writeRoleLine>, act: Act) {
  const item = await takeItem(db, input.item_id, 'assign');
  if (input.until && input.until < act.today) refuse('until', m.conferences_refused_past());
  const seat = await db.maybe(
    z.object({ post_id: z.uuid().nullable(), name: z.string() }),
    sql`select post_id, name || case when office = '' then '' else '（' || office || '）' end as name
      from conference_seats where id = ${input.seat_id}::uuid and item_id = ${item.id}::uuid`,
  );
  if (!seat) refuse('seat_id', m.conferences_field_seat());
  await db.run(
    sql`insert into role_lines (id, item_id, post_id, name, watches, tells, until, written_by, written_at, holder_id)
      values (${input.id}::uuid, ${item.id}::uuid, ${seat.post_id}::uuid, ${seat.name}, ${input.watches}, ${input.tells},
        ${input.until}::date, ${act.actor.account}::uuid, ${act.now}, ${item.holder_id}::uuid)`,
  );
  return { id: input.id };
}

/** Ends a line. @throws Refusal `not_found` for another's; `refused` when it has ended */
export async function endRoleLine(db: Db, { id }: ParsedInputOf<typeof api.endRoleLine>, act: Act) {
  const line = await db.run(
    sql`select from role_lines where id = ${id}::uuid and item_id = any((select gate.items_called())::uuid[])`,
  );
  if (line === 0) throw refuseNotFound();
  const written = await db.run(
    sql`update role_lines set ended_at = ${act.now}, ended_by = ${act.actor.account}::uuid
      where id = ${id}::uuid and ended_at is null`,
  );
  if (written === 0) throw new Refusal('refused', m.conferences_refused_line_ended());
  return { id };
}

function refuse(field: string, sentence: string): never {
  throw new Refusal('invalid', sentence, { [field]: sentence });
}
