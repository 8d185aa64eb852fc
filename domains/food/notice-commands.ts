import * as z from 'zod';
import { refuseField } from '#domains/places/writing.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './notice-api.ts';
import { requireJoined } from './stock.ts';

/** @throws Refusal `not_found`, `refused` for a place that takes no part; `invalid` for a day that is over */
export async function writeFoodNotice(db: Db, input: ParsedInputOf<typeof api.writeFoodNotice>, act: Act) {
  await requireJoined(db, input.place_id);
  if (input.open_until < act.today) throw refuseField('open_until', m.food_refused_day_over());
  await db.run(
    sql`insert into food_notices (id, place_id, kind, what, how_much, open_until, contact, written_by, written_at)
      values (${input.id}::uuid, ${input.place_id}::uuid, ${input.kind}, ${input.what}, ${input.amount}, ${input.open_until}::date,
        ${input.contact}, (select gate.actor_post()), ${act.now})`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`, also for a notice that is closed; `refused` for a place that takes no part */
export async function answerFoodNotice(db: Db, input: ParsedInputOf<typeof api.answerFoodNotice>, act: Act) {
  await requireJoined(db, input.place_id);
  const notice = await db.maybe(
    z.object({ place_id: z.uuid() }),
    sql`select place_id from food_notices where id = ${input.notice_id}::uuid and closed_at is null and open_until >= ${act.today}::date`,
  );
  if (!notice) throw refuseNotFound();
  await db.run(
    sql`insert into food_notice_answers (id, notice_id, asking_place_id, place_id, words, answered_by, answered_at)
      values (${input.id}::uuid, ${input.notice_id}::uuid, ${notice.place_id}::uuid, ${input.place_id}::uuid, ${input.words},
        (select gate.actor_post()), ${act.now})`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found` */
export async function closeFoodNotice(db: Db, { id }: ParsedInputOf<typeof api.closeFoodNotice>, act: Act) {
  const closed = await db.run(
    sql`update food_notices set closed_at = ${act.now} where id = ${id}::uuid and closed_at is null
      and place_id = any((select gate.places_kept())::uuid[])`,
  );
  if (closed === 0) throw refuseNotFound();
  return { id };
}
