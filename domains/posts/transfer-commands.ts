import { createHash } from 'node:crypto';
import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { readTable } from '#platform/sheets/read.ts';
import { sql } from '#platform/sql.ts';
import { renewInvitation } from './accounts-commands.ts';
import type * as api from './api.ts';
import { writeEnding } from './holding-commands.ts';
import { withdrawGiven } from './holding-withdrawals.ts';
import { withdrawEnding } from './renewal-commands.ts';
import { largestTransfer, mostTransferRows, type TransferProblem } from './transfer-model.ts';
import { type Performed, performActs } from './transfer-performing.ts';
import {
  findTransferByFile,
  listAccountsWaiting,
  readStanding,
  readWithdrawable,
} from './transfer-queries.ts';
import { type ReadRows, readTransferRows } from './transfer-rows.ts';

type File = ParsedInputOf<typeof api.tryTransfer>['file'];

/**
 * The dry run: does all that the file asks for, keeps what it would have come to, and takes everything back.
 *
 * @throws Refusal `invalid` for a file that is no table
 */
export async function tryTransfer(db: Db, { file }: ParsedInputOf<typeof api.tryTransfer>, act: Act) {
  const { hash, read, rows } = await readFile(db, file, act);
  const known = await findTransferByFile(db, hash);
  await db.run(sql`savepoint before_trial`);
  const { done, problems } = await performActs(db, read.acts, act);
  await db.run(sql`rollback to savepoint before_trial`);
  return {
    secret_trial: {
      rows,
      unchanged: read.unchanged,
      changes: done.map(({ shown }) => shown),
      problems: inOrder([...read.problems, ...problems]),
      doubts: [...read.doubts],
      known,
    },
  };
}

/**
 * Does all rows of a file, or none. A file that was done before, and not withdrawn, changes nothing.
 *
 * @throws Refusal `invalid`, naming the first problems, where a row cannot be done
 */
export async function carryOutTransfer(
  db: Db,
  { id, file }: ParsedInputOf<typeof api.carryOutTransfer>,
  act: Act,
) {
  // One at a time: of two that bring the same file the second finds the first.
  await db.run(sql`select pg_advisory_xact_lock(717278)`);
  const { hash, read } = await readFile(db, file, act);
  const known = await findTransferByFile(db, hash);
  if (known) return { id: known.id, accounts: [], secret_codes: [] };
  const { done, problems } = await performActs(db, read.acts, act);
  const all = inOrder([...read.problems, ...problems]);
  if (all.length > 0) throw refuseProblems(all);
  if (done.length === 0) throw new Refusal('refused', m.posts_refused_transfer_nothing());
  await db.run(sql`insert into post_transfers (id, file_name, file_hash, unchanged, done_by, done_at)
    values (${id}, ${file.name}, ${hash}, ${read.unchanged}, ${act.actor.account}, ${act.now})`);
  for (const one of done) await keepRow(db, id, one);
  return {
    id,
    accounts: [...new Set(done.map(({ account }) => account))],
    secret_codes: done.flatMap(({ account, shown: { name, sign_in_name }, code }) =>
      code === null ? [] : [{ account, name, sign_in_name, code }],
    ),
  };
}

async function readFile(
  db: Db,
  { base64 }: File,
  act: Act,
): Promise<{ hash: Buffer; read: ReadRows; rows: number }> {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > largestTransfer) throw refuseFile(m.posts_refused_transfer_large());
  const table = await readTable(bytes);
  if (table.rows.length > mostTransferRows)
    throw refuseFile(m.posts_refused_transfer_rows({ most: mostTransferRows }));
  const read = readTransferRows(table, await readStanding(db, act));
  return { hash: createHash('sha256').update(bytes).digest(), read, rows: table.rows.length };
}

function refuseFile(sentence: string): Refusal {
  return new Refusal('invalid', sentence, { file: sentence });
}

const mostSaid = 3;

function refuseProblems(problems: readonly TransferProblem[]): Refusal {
  const said = problems
    .slice(0, mostSaid)
    .map(({ row, column, says }) => m.posts_transfer_problem({ row: row ?? '', column: column ?? '', says }));
  return refuseFile(m.posts_refused_transfer({ n: problems.length, says: said.join('') }));
}

async function keepRow(
  db: Db,
  transfer: string,
  { account, post, before, shown, code }: Performed,
): Promise<void> {
  const { row, change, starts_on, ends_on } = shown;
  const effective_on = change === 'ended' ? addDays(ends_on ?? '', 1) : starts_on;
  await db.run(sql`insert into post_transfer_rows (transfer_id, row, change, post_id, account_id, effective_on,
      ends_on, ends_on_before, invited)
    values (${transfer}, ${row}, ${change}, ${post}, ${account}, ${effective_on}, ${ends_on}, ${before}, ${code !== null})`);
}

function inOrder(problems: readonly TransferProblem[]): TransferProblem[] {
  return problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

/**
 * Takes back what of a transfer has not taken effect: endings to come, posts and terms that have not begun. Accounts
 * that it opened stay, since a code may have been handed over; without a post they open nothing.
 *
 * @throws Refusal `refused` when it was withdrawn before, or when all of it has taken effect
 */
export async function withdrawTransfer(
  db: Db,
  { id, reason }: ParsedInputOf<typeof api.withdrawTransfer>,
  act: Act,
) {
  const { rows, withdrawn } = await readWithdrawable(db, id, act);
  if (withdrawn) throw new Refusal('refused', m.posts_refused_transfer_withdrawn());
  const open = rows.filter(({ withdrawable }) => withdrawable);
  if (open.length === 0) throw new Refusal('refused', m.posts_refused_transfer_over());
  for (const row of open) {
    if (row.change === 'ended') await withdrawEnding(db, { id: row.post_id, reason }, act);
    else if (row.change === 'given')
      await withdrawGiven(
        db,
        { id: row.post_id, account_id: row.account_id, starts_on: row.effective_on },
        reason,
        act,
      );
    // The new term ends before it begins, with the day on which the one before it ends.
    else
      await writeEnding(
        db,
        { id: row.post_id, account_id: row.account_id, last: addDays(row.effective_on, -1), atOnce: false },
        reason,
        act,
      );
  }
  await db.run(sql`insert into post_transfer_withdrawals (transfer_id, reason, withdrawn_by, withdrawn_at)
    values (${id}, ${reason}, ${act.actor.account}, ${act.now})`);
  const accounts = [...new Set(open.map(({ account_id }) => account_id))];
  return { id, accounts, withdrawn: open.length, kept: rows.length - open.length };
}

/** @throws Refusal `refused` when everybody it invited has a password */
export async function renewTransferCodes(
  db: Db,
  { id }: ParsedInputOf<typeof api.renewTransferCodes>,
  act: Act,
) {
  const waiting = await listAccountsWaiting(db, id);
  if (waiting.length === 0) throw new Refusal('refused', m.posts_refused_nobody_waits());
  const secret_codes: z.output<typeof printed>[] = [];
  for (const { account, name, sign_in_name } of waiting) {
    const { secret_code } = await renewInvitation(db, { id: account, forgets_factor: false }, act);
    secret_codes.push({ account, name, sign_in_name, code: secret_code });
  }
  return { id, accounts: waiting.map(({ account }) => account), secret_codes };
}

const printed = z.object({ account: z.uuid(), name: z.string(), sign_in_name: z.string(), code: z.string() });
