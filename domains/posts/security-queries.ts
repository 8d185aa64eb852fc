import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { countRecoveryCodes, isFresh, readOwnFactors, requireFactor } from './proofs.ts';

/** What one's own account is proved with beside the password. */
export async function readFactors(
  db: Db,
  _input: object,
  act: Act,
): Promise<OutputOf<typeof api.readFactors>> {
  await requireFactor(db, act, 'allowed');
  const { totp } = await readOwnFactors(db);
  const passkeys = await db.all(
    api.readFactors.output.shape.passkeys.element,
    sql`select id, name, to_jsonb(created_at) #>> '{}' as created_at from passkeys
      where account_id = (select gate.actor_account()) order by created_at, id`,
  );
  const { required } = await db.one(
    z.object({ required: z.boolean() }),
    sql`select exists (select from posts where account_id = (select gate.actor_account()) and needs_second_factor
      and (ends_on is null or ends_on >= ${act.today}::date)) as required`,
  );
  const linked = await db.maybe(
    z.object({ since: z.string() }),
    sql`select to_jsonb(linked_at) #>> '{}' as since from sign_on_links where account_id = (select gate.actor_account())`,
  );
  const recovery_left = await countRecoveryCodes(db);
  return {
    totp,
    passkeys,
    required,
    sign_on_since: linked?.since ?? null,
    recovery_left,
    fresh: await isFresh(db, act),
  };
}

/** Where one is signed in now. */
export async function listSessions(
  db: Db,
  _input: object,
  act: Act,
): Promise<OutputOf<typeof api.listSessions>> {
  await requireFactor(db, act, 'allowed');
  const sessions = await db.all(
    api.listSessions.output.shape.sessions.element,
    sql`select id, post_id, to_jsonb(created_at) #>> '{}' as created_at, to_jsonb(expires_at) #>> '{}' as expires_at,
        id is not distinct from ${act.actor.session}::uuid as current
      from sessions s
      where account_id = (select gate.actor_account()) and ended_at is null and expires_at > ${act.now}
        and coalesce(seen_at, created_at) > ${act.now}::timestamptz - gate.longest_idle(factor_wanted or exists (
          select from posts p where p.id = s.post_id and p.needs_second_factor))
      order by created_at desc, id desc
      limit 100`,
  );
  return { sessions };
}

/** The keys of programs that act in one's name and still open something. */
export async function listTokens(db: Db, _input: object, act: Act): Promise<OutputOf<typeof api.listTokens>> {
  await requireFactor(db, act, 'allowed');
  const tokens = await db.all(
    api.listTokens.output.shape.tokens.element,
    sql`select id, name, post_id, to_jsonb(created_at) #>> '{}' as created_at,
        to_jsonb(expires_at) #>> '{}' as expires_at
      from tokens
      where account_id = (select gate.actor_account()) and ended_at is null and expires_at > ${act.now}
      order by created_at desc, id desc
      limit 100`,
  );
  return { tokens };
}
