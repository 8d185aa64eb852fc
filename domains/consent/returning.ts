import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { type Sql, sql } from '#platform/sql.ts';

/**
 * Asks the receivers of provisions that were just taken back for the copies they made: what they printed or wrote to a file
 * while it was given, as the audit trail says. What had not begun yet was never seen and is not asked back.
 *
 * @param which a condition on `person_provisions p`
 */
export async function askBack(db: Db, which: Sql, because: 'provision' | 'consent', act: Act): Promise<void> {
  await db.run(sql`insert into provision_returns (provision_id, because, asked_at, holder_id, receiver_id, post_id)
    select p.id, ${because}, ${act.now}, p.holder_id, p.receiver_id, p.post_id
    from person_provisions p
    where ${which} and p.starts_on <= ${act.today}::date
      and not exists (select from provision_returns r where r.provision_id = p.id)`);
  await db.run(sql`insert into provision_copies (id, provision_id, taken_at, role, operation, holder_id, receiver_id, post_id)
    select gen_random_uuid(), p.id, c.taken_at, c.role, c.operation, p.holder_id, p.receiver_id, p.post_id
    from person_provisions p
    join provision_returns r on r.provision_id = p.id and r.asked_at = ${act.now}
    cross join lateral gate.copies_of(p.id) c
    where ${which}`);
}

/**
 * Asks the receivers of what stood on a lawful basis that ended before its provisions would have: whoever ends a basis sees none
 * of them, so the gate does it.
 *
 * @returns how many provisions
 */
export async function askBackAfterBases(db: Db): Promise<number> {
  const { asked } = await db.one(
    z.object({ asked: z.int() }),
    sql`select gate.ask_back_after_bases() as asked`,
  );
  return asked;
}
