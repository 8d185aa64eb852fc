import { authorColumns, authorValues } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './copy-api.ts';

/** @throws Refusal `invalid` when an item stands in it twice */
export async function setCopyOrder(db: Db, input: ParsedInputOf<typeof api.setCopyOrder>, act: Act) {
  if (new Set(input.items).size < input.items.length)
    throw new Refusal('invalid', m.cases_copy_field_twice(), { items: m.cases_copy_field_twice() });
  await db.run(
    sql`insert into copy_orders (id, starts_on, items, confirmed, note, written_at, ${authorColumns})
      values (${input.id}, ${input.starts_on}, ${input.items}, ${input.confirmed}, ${input.note}, ${act.now}, ${authorValues})`,
  );
  return { id: input.id };
}
