import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './support-api.ts';
import { goesTo, refuseField } from './writing.ts';

/** @throws Refusal `invalid` for a district out of scope, or a day to come */
export async function recordSupport(db: Db, input: ParsedInputOf<typeof api.recordSupport>, act: Act) {
  if (!(await goesTo(db, input.district_id))) throw refuseField('district_id', m.boards_field_district());
  if (input.supported_on > act.today) throw refuseField('supported_on', m.boards_field_past());
  await db.run(
    sql`insert into board_supports (id, district_id, sort, name, kind, supported_on, minutes, words, noticed, next_on, post_id, written_at,
        holder_id)
      values (${input.id}::uuid, ${input.district_id}::uuid, ${input.sort}, ${input.name}, ${input.kind}, ${input.supported_on}::date,
        ${input.minutes ?? null}::smallint, ${input.words}, ${input.noticed}, ${input.next_on ?? null}::date,
        (select gate.actor_post()), ${act.now}, ${act.actor.body}::uuid)`,
  );
  return { id: input.id };
}

/** One's own entry, written by mistake. @throws Refusal `not_found` */
export async function withdrawSupport(db: Db, { id }: ParsedInputOf<typeof api.withdrawSupport>, act: Act) {
  const written = await db.run(
    sql`update board_supports set withdrawn_at = ${act.now} where id = ${id}::uuid and withdrawn_at is null`,
  );
  if (written === 0) throw new Refusal('not_found', m.platform_refused_not_found());
  return { id };
}
