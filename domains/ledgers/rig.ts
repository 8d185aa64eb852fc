import { mintId } from '#platform/uuid.ts';
import type { Town } from '#test/town.ts';
import * as api from './api.ts';
import { fieldsOf, fieldWords, type LedgerColumns, type LedgerKind, ledgerColumns } from './model.ts';

/** For tests: every field in a column that bears its name. */
export function columnsOf(kind: LedgerKind, headings?: readonly string[]): LedgerColumns {
  const words = fieldsOf[kind].map((field) => [field, fieldWords[field]()] as const);
  return ledgerColumns.parse(
    Object.fromEntries(words.filter(([, word]) => headings === undefined || headings.includes(word))),
  );
}

/** For tests: sends a ledger whose columns bear the names of the fields, as far as it has them, and says so. */
export async function sendLedger(
  town: Town,
  who: string,
  kind: LedgerKind,
  content: string | Uint8Array,
  { month = null, name = '台帳.csv' }: { month?: string | null; name?: string } = {},
): Promise<string> {
  const id = mintId();
  const file = { name, base64: Buffer.from(content).toString('base64') };
  await town.as(who).call(api.uploadLedger, { id, kind, month, file });
  const { headings } = await town.as(who).call(api.readLedgerFile, { id });
  const columns = columnsOf(
    kind,
    headings.map(({ heading }) => heading),
  );
  await town.as(who).call(api.sayLedgerColumns, { id, columns });
  return id;
}

/** For tests: takes in what the dry run shows, everything confirmed, and answers the import's id. */
export async function takeIn(
  town: Town,
  who: string,
  id: string,
  { reason = null }: { reason?: string | null } = {},
): Promise<string> {
  const check = await town.as(who).call(api.checkLedger, { id });
  const import_id = mintId();
  await town.as(who).call(api.importLedger, {
    id,
    import_id,
    hash: check.hash,
    new: check.new,
    received_from: '見本の会',
    confirmed: check.asks.map(({ kind }) => kind),
    reason,
  });
  return import_id;
}
