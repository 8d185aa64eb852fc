import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openTown } from '../../test/town.ts';
import { leaveRows, signIn } from './rig.ts';
import { exportRoot, readRoot, rootPath } from './root.ts';
import { sealAudit } from './seal.ts';
import { verifyChain } from './verify.ts';

const town = await openTown('empty');
const { database } = town;
for (let i = 0; i < 5; i++) {
  await leaveRows(database, 7);
  await sealAudit(database);
}

const verify = (root?: { batch: number; hash: string }) =>
  database.as({ kind: 'system', name: 'sealer' }, 'verify', (db) => verifyChain(db.driver, root));

/** Does to the chain what only somebody with the database in their hands can, looks, and undoes it. */
async function tamper(text: string, root?: { batch: number; hash: string }) {
  const client = await signIn(town.owner);
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  try {
    await client.query(text);
    return await verifyChain({ executeSql: (t, v) => client.query(t, v) }, root);
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

test('an untouched chain holds', async () => {
  expect(await verify()).toMatchObject({ batches: 5, entries: 35, broken: null });
});

test.each([
  ['a changed entry', 'update audit_entries set outcome = $$refused$$ where number = 10', 2, '違います'],
  [
    'an entry made to touch nobody',
    `update audit_entries set subjects = '{}', account_id = gen_random_uuid() where number = 1`,
    1,
    '違います',
  ],
  ['a deleted entry', 'delete from audit_entries where number = 16', 3, '7 件あるはずですが、6 件'],
  ['a whole batch emptied', 'delete from audit_entries where batch = 3', 3, '0 件'],
  [
    'an entry slipped into a sealed batch',
    `insert into audit_entries select 36, 4, gen_random_uuid(), at, account_id, post_id, role, body_id, operation, word,
      outcome, subjects, call_id, input_hash from audit_entries where number = 22`,
    4,
    '8 件',
  ],
  [
    'an entry slipped in behind the chain',
    `insert into audit_entries select 36, 6, gen_random_uuid(), at, account_id, post_id, role, body_id, operation, word,
      outcome, subjects, call_id, input_hash from audit_entries where number = 22`,
    null,
    '1 件',
  ],
  ['an entry moved to another batch', 'update audit_entries set batch = 2 where number = 29', 2, '8 件'],
  [
    'two entries that changed places',
    'update audit_entries set number = case number when 23 then -24 else -23 end where number in (23, 24); update audit_entries set number = -number where number < 0',
    4,
    '違います',
  ],
  ['a missing batch', 'delete from audit_batches where number = 2', 2, 'ありません'],
  [
    'a batch that follows another',
    `update audit_batches set previous_hash = '\\x00' where number = 4`,
    4,
    'つながって',
  ],
  [
    'a batch sealed at another time',
    `update audit_batches set sealed_at = sealed_at + interval '1 microsecond' where number = 5`,
    5,
    '違います',
  ],
  [
    'numbers that jump',
    'update audit_batches set first_entry = first_entry + 1 where number = 3',
    3,
    '続いていません',
  ],
])('%s is found', async (_, text, batch, words) => {
  const { broken } = await tamper(text);
  expect(broken?.batch).toBe(batch);
  expect(broken?.sentence).toContain(words);
});

test('a chain made anew or cut short holds in itself, and is found against the root exported earlier', async () => {
  const { hash } = await verify();
  const root = { batch: 5, hash: hash ?? '' };
  expect((await verify(root)).broken).toBeNull();
  const cut = 'delete from audit_entries where batch = 5; delete from audit_batches where number = 5';
  expect((await tamper(cut)).broken).toBeNull();
  expect((await tamper(cut, root)).broken).toMatchObject({
    batch: 5,
    sentence: expect.stringContaining('控えにあるまとまり 5'),
  });
  const other = { batch: 4, hash: 'ab'.repeat(32) };
  expect((await verify(other)).broken).toMatchObject({
    batch: 4,
    sentence: expect.stringContaining('控えのものと違います'),
  });
});

test('the newest root is written outside the database when it has moved', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kanaeau-root-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(await exportRoot(database, folder)).toBe(true);
  expect(await exportRoot(database, folder)).toBe(false);
  const { hash } = await verify();
  expect(readRoot(rootPath(folder))).toMatchObject({ batch: 5, entries: 35, hash });
  writeFileSync(rootPath(folder), readFileSync(rootPath(folder), 'utf8').slice(0, 20));
  expect(() => readRoot(rootPath(folder))).toThrow('控えとして読み取れません');
});

test('the encoding stands still: the same entries have the same hash on every server and in every release', async () => {
  const client = await signIn(town.owner);
  await client.query(
    'begin; set local session_replication_role = replica; delete from audit_entries; delete from audit_batches',
  );
  await client.query(`insert into audit_entries values (1, 1, '018f0000-0000-7000-8000-000000000001', '2026-02-02 01:00:00.5Z',
    null, null, 'visitor', null, 'recordVisit', 'quote " tab \t 記録', 'done',
    '{018f0000-0000-7000-8000-00000000000a,018f0000-0000-7000-8000-00000000000b}', null, '\\xc0ffee')`);
  await client.query(`insert into audit_batches values (1, '2026-02-02 01:00:10Z', 1, 1, decode(repeat('00', 32), 'hex'),
    decode('0000000000000000000000000000000000000000000000000000000000000000', 'hex'))`);
  const reading = { executeSql: (t: string, v?: unknown[]) => client.query(t, v) };
  await client.query(`update audit_batches set hash = sha256(decode(repeat('00', 32), 'hex')
    || convert_to($$[1,"2026-02-02T01:00:10.000000Z",1,1]$$ || chr(10), 'utf8')
    || convert_to($$[1, 1, "018f0000-0000-7000-8000-000000000001", "2026-02-02T01:00:00.500000Z", null, null, "visitor", null, "recordVisit", "quote \\" tab \\t 記録", "done", ["018f0000-0000-7000-8000-00000000000a","018f0000-0000-7000-8000-00000000000b"], null, "c0ffee"]$$ || chr(10), 'utf8'))`);
  expect((await verifyChain(reading)).broken).toBeNull();
  await client.query('rollback');
  await client.end();
});
