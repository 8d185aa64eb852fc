import * as z from 'zod';
import * as m from '#messages';
import type { Db } from '../db.ts';
import { type Sql, sql, toStatement } from '../sql.ts';
import { type BatchHead, beginHash, beginning, entryLine, momentText } from './line.ts';

/** The connection the chain is read through: of a `Db`, or of a backup that is being put back. */
export type Reading = Db['driver'];

export interface Verdict {
  readonly batches: number;
  readonly entries: number;
  /** Hash of the newest batch, hexadecimal; null while nothing has been sealed. */
  readonly hash: string | null;
  /** The first batch that does not hold (null: entries outside every batch) and what is the matter with it. */
  readonly broken: { readonly batch: number | null; readonly sentence: string } | null;
}

interface Batch extends BatchHead {
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** Neighbouring entries that say they belong to one batch. */
interface Run {
  readonly batch: number;
  readonly count: number;
  readonly lines: string;
}

const entriesInPage = 2_000;
const batchesInPage = 1_000;

/**
 * Computes the whole chain anew, from the first batch to the newest, in pages. With a root that was exported
 * earlier it also proves that the chain still goes through it. What is sealed meanwhile waits for the next time.
 */
export async function verifyChain(
  reading: Reading,
  root?: { readonly batch: number; readonly hash: string },
): Promise<Verdict> {
  const ask = openAsking(reading);
  const [newest] = await ask(
    z.object({ number: z.int() }),
    sql`select coalesce(max(number), 0) as number from audit_batches`,
  );
  const until = newest?.number ?? 0;
  const runs = readRuns(ask);
  let run = await takeNext(runs);
  let batches = 0;
  let entries = 0;
  let reached = beginning;
  const tell = (batch: number | null, sentence: string): Verdict => ({
    ...{ batches, entries, hash: batches > 0 ? reached.toString('hex') : null },
    broken: { batch, sentence },
  });

  for await (const batch of readBatches(ask, until)) {
    const number = batches + 1;
    if (batch.number !== number) return tell(number, m.audit_broken_missing({ batch: number }));
    if (!batch.previous.equals(reached)) return tell(number, m.audit_broken_unlinked({ batch: number }));
    if (batch.firstEntry !== entries + 1) return tell(number, m.audit_broken_numbering({ batch: number }));
    const hashing = beginHash(reached, batch);
    let found = 0;
    while (run && run.batch <= number) {
      if (run.batch < number) return tell(run.batch, m.audit_broken_changed({ batch: run.batch }));
      hashing.update(run.lines);
      found += run.count;
      run = await takeNext(runs);
    }
    const expected = batch.lastEntry - entries;
    if (found !== expected) return tell(number, m.audit_broken_count({ batch: number, expected, found }));
    const hash = hashing.digest();
    if (!hash.equals(batch.hash)) return tell(number, m.audit_broken_changed({ batch: number }));
    if (root?.batch === number && hash.toString('hex') !== root.hash)
      return tell(number, m.audit_broken_root({ batch: number }));
    batches = number;
    entries = batch.lastEntry;
    reached = hash;
  }
  if (root && root.batch > batches) return tell(batches + 1, m.audit_broken_truncated({ batch: root.batch }));
  const [stray] = await ask(
    z.object({ count: z.int() }),
    sql`select count(*)::int as count from audit_entries
      where number > (select coalesce(max(last_entry), 0) from audit_batches)`,
  );
  if (stray && stray.count > 0) return tell(null, m.audit_broken_stray({ count: stray.count }));
  return { ...tell(null, ''), broken: null };
}

type Ask = <S extends z.ZodType>(row: S, query: Sql) => Promise<z.output<S>[]>;

function openAsking(reading: Reading): Ask {
  return async (row, query) => {
    const { text, values } = toStatement(query);
    const { rows } = await reading.executeSql(text, values);
    return rows.map((one) => row.parse(one));
  };
}

const batchRow = z.object({
  number: z.int(),
  sealedAt: z.string(),
  firstEntry: z.int(),
  lastEntry: z.int(),
  previous: z.instanceof(Buffer),
  hash: z.instanceof(Buffer),
});

async function* readBatches(ask: Ask, until: number): AsyncGenerator<Batch> {
  for (let after = 0; after < until; ) {
    const page = await ask(
      batchRow,
      sql`select number, ${momentText('sealed_at')} as "sealedAt", first_entry as "firstEntry",
          last_entry as "lastEntry", previous_hash as previous, hash
        from audit_batches where number > ${after} and number <= ${until} order by number limit ${batchesInPage}`,
    );
    yield* page;
    after = page.at(-1)?.number ?? until;
  }
}

const runRow = z.object({ batch: z.int(), count: z.int(), lines: z.string() });

/**
 * Entries in order of their number, the next page already asked for while one is worked on. A page is a range of
 * numbers: by `limit` the planner, which cannot weigh a policy, would sort the whole table for each page.
 */
async function* readRuns(ask: Ask): AsyncGenerator<Run> {
  const askFrom = (number: number) =>
    ask(
      runRow,
      sql`select batch, count(*)::int as count, string_agg(line, '' order by number) as lines
        from (select number, batch, ${entryLine} as line from audit_entries
          where number >= ${number} and number < ${number + entriesInPage}) page
        group by batch order by min(number)`,
    );
  const askWhereNext = (number: number) =>
    ask(
      z.object({ next: z.int().nullable() }),
      sql`select min(number) as next from audit_entries where number >= ${number}`,
    );
  let from = 1;
  let coming = askFrom(from);
  for (;;) {
    const page = await coming;
    from += entriesInPage;
    if (page.length === 0) {
      const [{ next } = { next: null }] = await askWhereNext(from);
      if (next === null) return;
      from = next;
    }
    coming = askFrom(from);
    // Where the chain breaks, nobody waits for the page that was asked for ahead.
    coming.catch(() => undefined);
    yield* page;
  }
}

async function takeNext(runs: AsyncGenerator<Run>): Promise<Run | undefined> {
  const { done, value } = await runs.next();
  return done ? undefined : value;
}
