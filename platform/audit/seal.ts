import * as z from 'zod';
import type { Act } from '../act.ts';
import type { Database, Db } from '../db.ts';
import { sql } from '../sql.ts';
import { beginHash, beginning, entryLine } from './line.ts';

const sealer = { kind: 'system', name: 'sealer' } as const;

/** One sealer at a time in a database; the number is ours alone. */
const sealLock = 717_274;

const newestBatch = z.object({
  batch: z.int(),
  entry: z.int(),
  hash: z.instanceof(Buffer),
});

/**
 * Takes what lies in the inbox into the chain, batch by batch, each in a transaction of its own: the rows leave
 * the inbox and enter the chain together or not at all. Rows whose transaction has not committed yet are not seen
 * and wait for the next time. When another sealer is at work there is nothing to do.
 *
 * @param most entries in a batch
 * @returns the number of entries sealed
 */
export async function sealAudit(database: Database, most = 10_000): Promise<number> {
  for (let sealed = 0; ; ) {
    const taken = await database.as(sealer, 'sealAudit', (db, act) => sealBatch(db, act, most));
    sealed += taken;
    if (taken < most) return sealed;
  }
}

async function sealBatch(db: Db, act: Act, most: number): Promise<number> {
  const { held } = await db.one(
    z.object({ held: z.boolean() }),
    sql`select pg_try_advisory_xact_lock(${sealLock}) as held`,
  );
  if (!held) return 0;
  const newest = await db.maybe(
    newestBatch,
    sql`select number as batch, last_entry as entry, hash from audit_batches order by number desc limit 1`,
  );
  const {
    batch: lastBatch,
    entry: lastEntry,
    hash: previous,
  } = newest ?? { batch: 0, entry: 0, hash: beginning };
  const number = lastBatch + 1;
  const lines = await db.all(
    z.object({ number: z.int(), line: z.string() }),
    sql`with taken as (
        delete from audit_inbox where ctid in (select ctid from audit_inbox limit ${most}) returning *)
      insert into audit_entries (number, batch, id, at, account_id, post_id, role, body_id, operation, word, outcome,
        subjects, call_id, input_hash)
      select ${lastEntry} + row_number() over (order by at, id), ${number}, id, at, account_id, post_id, role,
        body_id, operation, word, outcome, subjects, call_id, input_hash
      from taken
      returning number, ${entryLine} as line`,
  );
  if (lines.length === 0) return 0;
  lines.sort((a, b) => a.number - b.number);
  const head = {
    number,
    sealedAt: act.now.toISOString().replace('Z', '000Z'),
    firstEntry: lastEntry + 1,
    lastEntry: lastEntry + lines.length,
  };
  const hash = beginHash(previous, head);
  for (const { line } of lines) hash.update(line);
  await db.run(sql`insert into audit_batches (number, sealed_at, first_entry, last_entry, previous_hash, hash)
    values (${number}, ${head.sealedAt}, ${head.firstEntry}, ${head.lastEntry}, ${previous}, ${hash.digest()})`);
  return lines.length;
}

/** How long the oldest row has been waiting to be sealed, in seconds; 0 when none waits. */
export function readAuditLag(database: Database): Promise<number> {
  return database.as(sealer, 'readAuditLag', async (db, act) => {
    const { oldest } = await db.one(
      z.object({ oldest: z.date().nullable() }),
      sql`select min(at) as oldest from audit_inbox`,
    );
    return oldest === null ? 0 : Math.max(0, (act.now.getTime() - oldest.getTime()) / 1000);
  });
}
