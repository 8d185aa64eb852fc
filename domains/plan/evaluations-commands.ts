import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { authorColumns, authorValues } from './author.ts';
import type * as api from './evaluations-api.ts';

/**
 * Writes the next version of a text. Two people writing at once do not overwrite each other: who comes second is
 * told, and reads the other's version first.
 *
 * @throws Refusal `refused` when `after_version` is not the newest any more
 */
export async function writeEvaluation(db: Db, input: ParsedInputOf<typeof api.writeEvaluation>, act: Act) {
  const written = await db.run(
    sql`insert into evaluations (id, plan_id, group_id, kind, version, body, written_at, ${authorColumns})
      select ${input.id}::uuid, ${input.plan_id}::uuid, ${input.group_id}::uuid, ${input.kind},
        ${input.after_version + 1}::int, ${input.body}, ${act.now}, ${authorValues}
      where ${input.after_version} = coalesce((select max(e.version) from evaluations e
        where e.plan_id = ${input.plan_id} and e.group_id is not distinct from ${input.group_id}::uuid
          and e.kind = ${input.kind}), 0)
      on conflict on constraint evaluations_version do nothing`,
  );
  if (written === 0) throw new Refusal('refused', m.plan_refused_version());
  return { id: input.id };
}
