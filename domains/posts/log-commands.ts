import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';

/**
 * Signs somebody out of one place.
 *
 * @throws Refusal `not_found` for a session that is not there or over
 */
export async function endSessionOf(db: Db, { id }: ParsedInputOf<typeof api.endSessionOf>, act: Act) {
  const { account_id } = await db.one(
    z.object({ account_id: z.uuid() }),
    sql`select account_id from sessions where id = ${id}`,
  );
  const { ended } = await endSessions(db, account_id, id, act);
  if (ended === 0) throw refuseNotFound();
  return { id, account: account_id };
}

/**
 * Signs somebody out everywhere, and stops the keys of programs where asked to.
 *
 * @throws Refusal `not_found` for an account that is not there
 */
export async function endSessionsOf(
  db: Db,
  { id, and_keys }: ParsedInputOf<typeof api.endSessionsOf>,
  act: Act,
) {
  await db.one(z.object({ id: z.uuid() }), sql`select id from accounts where id = ${id}`);
  const { ended } = await endSessions(db, id, null, act);
  if (and_keys) await db.run(sql`select gate.end_access(${id}, null, ${act.now})`);
  return { id, ended };
}

function endSessions(db: Db, account: string, session: string | null, act: Act) {
  return db.one(
    z.object({ ended: z.int() }),
    sql`select gate.end_sessions_of(${account}, ${session}, ${act.now}) as ended`,
  );
}
