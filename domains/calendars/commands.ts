import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { hashSecret, mintSecret } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';

/** @throws Refusal `refused` without a post or with one that has ended */
export async function makeCalendarAddress(
  db: Db,
  { id }: ParsedInputOf<typeof api.makeCalendarAddress>,
  act: Act,
) {
  if (act.actor.post === null || act.actor.finishing)
    throw new Refusal('refused', m.calendars_refused_post());
  const secret = mintSecret();
  await db.run(
    sql`update calendar_addresses set ended_at = ${act.now} where post_id = (select gate.actor_post()) and ended_at is null`,
  );
  await db.run(
    sql`insert into calendar_addresses (id, account_id, post_id, token_hash, made_at)
      values (${id}::uuid, (select gate.actor_account()), (select gate.actor_post()), ${hashSecret(secret)}, ${act.now})`,
  );
  return { id, secret_token: secret };
}

/** @throws Refusal `not_found` */
export async function endCalendarAddress(
  db: Db,
  { id }: ParsedInputOf<typeof api.endCalendarAddress>,
  act: Act,
) {
  const ended = await db.run(
    sql`update calendar_addresses set ended_at = ${act.now} where id = ${id}::uuid and ended_at is null`,
  );
  if (ended === 0) throw refuseNotFound();
  return { id };
}
