import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { stretchCode } from '#platform/credentials/passwords.ts';
import { hashSecret, mintPrintedCode, readPrintedCode } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { beginAttempt, failAttempt, noteSignIn, passAttempt } from './attempts.ts';
import {
  countRecoveryCodes,
  readOwnFactors,
  requireFresh,
  requireProven,
  requireSession,
  showOwnFactor,
} from './proofs.ts';

/** So many fit on a card that is kept in a drawer. */
const codesMade = 10;

/**
 * New printed codes in place of all earlier ones.
 *
 * @throws Refusal `refused` where there is no second factor for them to stand in for
 */
export async function makeRecoveryCodes(db: Db, _input: object, act: Act) {
  const { account } = await requireProven(db, act, { first: 'refused' });
  await requireFresh(db, act);
  const { totp, passkeys } = await readOwnFactors(db);
  if (!totp && passkeys === 0) throw new Refusal('refused', m.posts_refused_recovery_without_factor());
  const codes = Array.from({ length: codesMade }, () => mintPrintedCode());
  const hashes = await Promise.all(codes.map((code) => stretchCode(code, account)));
  await db.run(sql`select gate.keep_recovery_codes(${hashes}::bytea[], ${act.now})`);
  return { account, secret_codes: codes };
}

/**
 * Shows a printed code as the second factor of this session, and says how many are left.
 *
 * @throws Refusal `invalid` for a wrong or used code, `locked_out` after five of them
 */
export async function verifyRecoveryCode(
  db: Db,
  { code }: ParsedInputOf<typeof api.verifyRecoveryCode>,
  act: Act,
) {
  const { account, session } = requireSession(act);
  const attempt = await beginAttempt(db, 'code', account, act);
  const typed = readPrintedCode(code);
  // Codes that were printed before they were stretched are still in drawers.
  const hashes = [await stretchCode(typed, account), hashSecret(typed)];
  const { used } = await db.one(
    z.object({ used: z.boolean() }),
    sql`select gate.use_recovery_code(${hashes}::bytea[], ${act.now}) as used`,
  );
  if (!used)
    throw await failAttempt(db, attempt, { sentence: m.posts_refused_recovery_code(), field: 'code' }, act);
  await passAttempt(db, attempt);
  await noteSignIn(db, { account, way: 'recovery_code', outcome: 'shown', session }, act);
  await showOwnFactor(db, session, act);
  return { session, left: await countRecoveryCodes(db) };
}
