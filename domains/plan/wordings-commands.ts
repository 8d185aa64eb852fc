import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { authorColumns, authorValues } from './author.ts';
import { wordedPartsOf } from './wordings.ts';
import type * as api from './wordings-api.ts';

/**
 * Writes the next version of a wording; every version before it stays. Two people writing at once do not overwrite
 * each other.
 *
 * @throws Refusal `not_found` for what is no part of the plan; `refused` when `after_version` is not the newest any more
 */
export async function rewordPart(db: Db, input: ParsedInputOf<typeof api.rewordPart>, act: Act) {
  await db.one(
    z.object({}),
    sql`select from ${wordedPartsOf(input.plan_id)} p where p.part = ${input.part} and p.part_id = ${input.part_id}`,
  );
  const written = await db.run(
    sql`insert into plan_rewordings (id, plan_id, part, part_id, version, wording, note, written_at, ${authorColumns})
      select ${input.id}::uuid, ${input.plan_id}::uuid, ${input.part}, ${input.part_id}::uuid,
        ${input.after_version + 1}::int, ${input.wording}, ${input.note}, ${act.now}, ${authorValues}
      where ${input.after_version} = coalesce((select max(w.version) from plan_rewordings w
        where w.plan_id = ${input.plan_id} and w.part = ${input.part} and w.part_id = ${input.part_id}), 1)
      on conflict on constraint plan_rewordings_version do nothing`,
  );
  if (written === 0) throw new Refusal('refused', m.plan_refused_version());
  return { id: input.id };
}
