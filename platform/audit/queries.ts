import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '../act.ts';
import type { Db } from '../db.ts';
import type { OutputOf, ParsedInputOf } from '../operation.ts';
import { Refusal } from '../refusal.ts';
import { sql } from '../sql.ts';
import * as api from './api.ts';
import { momentText } from './line.ts';
import { verifyChain } from './verify.ts';

/** Sealed entries, newest first; days are the town's. */
export async function listAudit(
  db: Db,
  { from, until, account, subject, word, after, limit }: ParsedInputOf<typeof api.listAudit>,
  _act: Act,
): Promise<OutputOf<typeof api.listAudit>> {
  const found = await db.all(
    api.listAudit.output.shape.entries.element,
    sql`select number, ${momentText('at')} as at, account_id, post_id, role, body_id, operation, word, outcome,
        subjects, call_id
      from audit_entries
      where (${after ?? null}::bigint is null or number < ${after ?? null})
        and (${from ?? null}::date is null or at >= ${from ?? null}::date::timestamp at time zone 'Asia/Tokyo')
        and (${until ?? null}::date is null
          or at < (${until ?? null}::date + 1)::timestamp at time zone 'Asia/Tokyo')
        and (${account ?? null}::uuid is null or account_id = ${account ?? null})
        and (${subject ?? null}::uuid is null or subjects @> array[${subject ?? null}::uuid])
        and (${word ?? null}::text is null or word = ${word ?? null})
      order by number desc
      limit ${limit + 1}`,
  );
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { entries: page, next: found.length > limit && last ? String(last.number) : null };
}

/** Computes the chain anew, and says in a sentence where it does not hold. */
export async function verifyAudit(
  db: Db,
  input: ParsedInputOf<typeof api.verifyAudit>,
  _act: Act,
): Promise<OutputOf<typeof api.verifyAudit>> {
  const { root_batch: batch, root_hash: hash } = input;
  if ((batch === undefined) !== (hash === undefined))
    throw new Refusal('invalid', m.audit_field_root(), { root_batch: m.audit_field_root() });
  const root = batch !== undefined && hash !== undefined ? { batch, hash } : undefined;
  const verdict = await verifyChain(db.driver, root);
  const { waiting } = await db.one(
    z.object({ waiting: z.int() }),
    sql`select count(*)::int as waiting from audit_inbox`,
  );
  return {
    sound: verdict.broken === null,
    batches: verdict.batches,
    entries: verdict.entries,
    hash: verdict.hash,
    waiting,
    broken_batch: verdict.broken?.batch ?? null,
    sentence: verdict.broken?.sentence ?? null,
  };
}
