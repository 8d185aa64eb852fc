import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { authorColumns, authorValues } from './author.ts';
import type * as api from './smallest-api.ts';

/**
 * Sets how small a count is shown, from a day on. What was set before stays, and what was printed stays printed.
 *
 * @throws Refusal `invalid` for a day that has passed: figures of that day were shown by what held then
 */
export async function setSmallestShown(db: Db, input: ParsedInputOf<typeof api.setSmallestShown>, act: Act) {
  if (input.starts_on < act.today)
    throw new Refusal('invalid', m.plan_refused_smallest_past(), {
      starts_on: m.plan_refused_smallest_past(),
    });
  await db.run(
    sql`insert into smallest_shown (id, starts_on, smallest, reason, set_at, ${authorColumns})
      values (${input.id}, ${input.starts_on}, ${input.smallest}, ${input.reason}, ${act.now}, ${authorValues})`,
  );
  return { id: input.id };
}
