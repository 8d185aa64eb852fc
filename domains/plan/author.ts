import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';

/** The three columns that say who wrote a row, taken from the post that acts. */
export const authorColumns = sql`author_id, author_role, author_body_id`;
export const authorValues = sql`(select gate.actor_account()), (select gate.actor_role()), (select gate.actor_body())`;

/** Who wrote a row, as it is shown: the role and its body. `row` is the alias of the row. */
export function authorOf(row: Sql): Sql {
  return sql`json_build_object('role', ${row}.author_role,
    'body', (select b.name from bodies b where b.id = ${row}.author_body_id))`;
}

/** An instant as the day it was in the town. */
export function dayIn(instant: Sql): Sql {
  return sql`(${instant} at time zone 'Asia/Tokyo')::date`;
}

/** From here to the commit nobody else does the same to this row: what the next statement finds still holds then. */
export async function takeTurns(db: Db, id: string): Promise<void> {
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 717275))`);
}

/** Throws the refusal when a statement that skips what is taken (`on conflict do nothing`) has written nothing. */
export function refuseUnlessWritten(written: number, sentence: string, field: string): void {
  if (written === 0) throw new Refusal('refused', sentence, { [field]: sentence });
}
