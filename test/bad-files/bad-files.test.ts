import { beforeAll, describe, expect, test } from 'vitest';
import * as api from '#domains/ledgers/api.ts';
import { columnsOf } from '#domains/ledgers/rig.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown, RefusedCall } from '../town.ts';
import type { BadFile } from './bad-file.ts';
import { formsFiles } from './forms-files.ts';
import { householdFiles } from './household-files.ts';
import { rowFiles } from './row-files.ts';
import { sheetFiles } from './sheet-files.ts';
import { textFiles } from './text-files.ts';

const town = await openTown('cast');
const badFiles = [...formsFiles, ...textFiles, ...sheetFiles, ...rowFiles, ...householdFiles];
let before: unknown;

beforeAll(async () => {
  await town.as('furukawa').call(api.numberVisitors, { district_id: town.id('district:鳥飼') });
  before = await countRows();
});

describe('a bad file gets its sentence, and nothing of it is taken in', () => {
  for (const bad of badFiles) {
    test(`${bad.is} (${bad.name})`, { timeout: 60_000 }, async () => {
      expect(await hear(bad)).toEqual(bad.says);
    });
  }
});

test('so many bad files were sent, each with a name and a fault of its own', () => {
  expect(badFiles.length).toBeGreaterThanOrEqual(40);
  expect(new Set(badFiles.map(({ is }) => is)).size).toBe(badFiles.length);
  expect(new Set(badFiles.map(({ name }) => name)).size).toBe(badFiles.length);
});

test('not one row of any of them is in the town', async () => {
  expect(await countRows()).toEqual(before);
});

/** What the sender of a file is told: one sentence where it is refused as a whole, else each with its place. */
async function hear({ kind, name, month, bytes }: BadFile): Promise<BadFile['says']> {
  const sender = town.as(kind === 'tally' ? 'ogata' : 'furukawa');
  const id = mintId();
  const file = { name, base64: Buffer.from(await bytes()).toString('base64') };
  const refused = await sender
    .call(api.uploadLedger, { id, kind, month: month ?? null, file })
    .catch((error) => error);
  if (refused instanceof RefusedCall) {
    expect(refused.fields.file ?? refused.message).toBe(refused.message);
    return refused.message;
  }
  const { headings } = await sender.call(api.readLedgerFile, { id });
  const columns = columnsOf(
    kind,
    headings.map(({ heading }) => heading),
  );
  await sender.call(api.sayLedgerColumns, { id, columns });
  const check = await sender.call(api.checkLedger, { id });
  expect(check.problem_count).toBe(check.problems.length);
  const attempt = sender.call(api.importLedger, {
    id,
    import_id: mintId(),
    hash: check.hash,
    new: check.new,
    received_from: '見本の会',
    confirmed: check.asks.map((asked) => asked.kind),
    reason: '見本',
  });
  await expect(attempt).rejects.toThrow(/直すところが\d+か所あるため、取り込みませんでした/);
  return check.problems.map(({ row, column, says }) => [`${column ?? ''}${row ?? ''}`, says] as const);
}

async function countRows() {
  return town.look(`select (select count(*)::int from visits) as visits, (select count(*)::int from tally_sheets) as sheets,
    (select count(*)::int from encounters) as encounters, (select coalesce(sum(n), 0)::int from encounter_tally) as counted,
    (select count(*)::int from ledger_imports) as imports, (select count(*)::int from households) as households`);
}
