import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { idOf } from '#domains/sample-town.ts';
import { handInTallySheet } from '#domains/visits/api.ts';
import { signIn } from '#platform/audit/rig.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '../test/town.ts';
import { packFolder } from './open-archive.ts';
import { exportTown } from './open-export.ts';
import { importTown } from './open-import.ts';
import { makeEmptyDatabase, readRows } from './rig.ts';
import { readShape } from './shape.ts';

const town = await openTown('sample');
const scan = Buffer.from('89504e470d0a1a0a0001fffe', 'hex');
await town.as('ogata').call(handInTallySheet, {
  id: mintId(),
  district_id: town.id('district:合川'),
  group_id: town.id('body:合川'),
  month: '2026-01',
  follows: 1,
  reason: '見本',
  counts: { face: 1, intercom: 0, phone: 0, letter: 0, outside: 0, message: 0, gathering: 0 },
  counted_by: '見本 "引用符",\n改行と=1+1',
  scan: { name: '紙.PNG', base64: scan.toString('base64') },
});
await sealAudit(town.database);

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kanaeau-open-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'town');
}
const secret =
  /^(account_secrets|passkeys|passkey_challenges|recovery_codes|sessions|tokens|disclosure_codes|wish_card_codes|registration_codes|notice_subscriptions|notice_deliveries|calendar_addresses|invitations|sign_on_links|sign_on_ceremonies|sign_in_failures|calls|ledger_files|standard_files)/;

test('the sample town goes out in open formats and comes back into an empty town with equal rows', async () => {
  const folder = makeFolder();
  const before = await readRows(town.owner);
  const { manifest, files } = await exportTown({ owner: town.owner, folder, at: town.clock.now });
  expect(files).toBeGreaterThan(0);
  const owner = await makeEmptyDatabase(town.owner);
  const { audit } = await importTown({ folder, owner });
  expect(audit.broken).toBe(null);
  const after = await readRows(owner);
  const kept = (rows: Record<string, string>) =>
    Object.fromEntries(Object.entries(rows).filter(([table]) => !secret.test(table)));
  expect(kept(after)).toEqual(kept(before));
  expect(Object.keys(kept(after)).length).toBe(manifest.tables.length);
  expect(after.account_secrets).toBe('0 ');
  const [one, other] = [await signIn(town.owner), await signIn(owner)];
  expect(await readShape(other)).toEqual(await readShape(one));
  const { rows } = await other.query('select bytes from tally_sheet_scans where name = $1', ['紙.PNG']);
  expect(rows[0].bytes).toEqual(scan);
  await Promise.all([one.end(), other.end()]);
  expect(readFileSync(join(folder, 'tables/towns.csv'), 'utf8')).toMatch(/^﻿code,name,/);
  expect(idOf('district:合川')).toBe(town.id('district:合川'));
});

test('one file holds the same, is unpacked by what every machine has, and comes back with equal rows', async () => {
  const folder = makeFolder();
  const file = `${folder}.tar`;
  const { manifest } = await exportTown({ owner: town.owner, folder, at: town.clock.now });
  await packFolder(folder, file, town.clock.now);
  await expect(packFolder(folder, file, town.clock.now)).rejects.toMatchObject({ code: 'refused' });
  const unpacked = `${folder}-unpacked`;
  mkdirSync(unpacked);
  expect(spawnSync('tar', ['-xf', file, '-C', unpacked]).status).toBe(0);
  const filesIn = (top: string) =>
    globSync('**/*', { cwd: top }).filter((name) => statSync(join(top, name)).isFile());
  expect(filesIn(unpacked).sort()).toEqual(filesIn(folder).sort());
  for (const name of filesIn(folder))
    expect(readFileSync(join(unpacked, name)).equals(readFileSync(join(folder, name))), name).toBe(true);
  const owner = await makeEmptyDatabase(town.owner);
  await importTown({ folder: file, owner });
  const [before, after] = [await readRows(town.owner), await readRows(owner)];
  for (const { name } of manifest.tables) expect(after[name], name).toBe(before[name]);
  const client = await signIn(owner);
  const { rows } = await client.query('select bytes from tally_sheet_scans where name = $1', ['紙.PNG']);
  expect(rows[0].bytes).toEqual(scan);
  await client.end();

  const whole = readFileSync(file);
  for (const damaged of [whole.subarray(0, whole.length / 2), Buffer.from('見本'), Buffer.alloc(0)]) {
    writeFileSync(file, damaged);
    const empty = await makeEmptyDatabase(town.owner);
    await expect(importTown({ folder: file, owner: empty })).rejects.toMatchObject({ code: 'refused' });
  }
});

test('every table and every column that goes out is explained in Japanese', async () => {
  const folder = makeFolder();
  const { manifest } = await exportTown({ owner: town.owner, folder, at: town.clock.now });
  const [, ...rows] = readFileSync(join(folder, 'fields.csv'), 'utf8')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  expect(rows.length).toBe(manifest.tables.reduce((n, { columns }) => n + columns.length, 0));
  const unexplained = rows.filter(([, table, , column]) => !table || !column);
  expect(unexplained.map(([table, , column]) => `${table}.${column}`)).toEqual([]);
});

test('nothing that opens the town goes out', async () => {
  const folder = makeFolder();
  const { manifest } = await exportTown({ owner: town.owner, folder, at: town.clock.now });
  const names = manifest.tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`));
  // That an item of a conference is sealed says who may read it; nothing is opened by it.
  const opens = /password|token_hash|code_hash|totp|credential|public_key|(?<!^conference_\w+\.)sealed$/;
  expect(names.filter((name) => opens.test(name))).toEqual([]);
  const client = new pg.Client(town.owner);
  await client.connect();
  const { rows } = await client.query(
    'select password_hash from account_secrets where password_hash is not null limit 1',
  );
  await client.end();
  const said = manifest.tables
    .map(({ name }) => readFileSync(join(folder, `tables/${name}.csv`), 'utf8'))
    .join('');
  expect(said).not.toContain(rows[0].password_hash);
});

test('a folder that is damaged leaves nothing behind', async () => {
  const folder = makeFolder();
  await exportTown({ owner: town.owner, folder, at: town.clock.now });
  await expect(exportTown({ owner: town.owner, folder, at: town.clock.now })).rejects.toThrow('空のフォルダ');
  writeFileSync(join(folder, 'tables/districts.csv'), '﻿id,code\n');
  const owner = await makeEmptyDatabase(town.owner);
  await expect(importTown({ folder, owner })).rejects.toMatchObject({ code: 'refused' });
  const client = await signIn(owner);
  const { rows } = await client.query(
    "select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace",
  );
  expect(rows[0].n).toBe(0);
  await client.end();
});
