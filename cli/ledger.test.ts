import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, expect, test } from 'vitest';
import { columnsOf } from '#domains/ledgers/rig.ts';
import { projectFolder } from '#platform/house.ts';
import { openTown } from '../test/town.ts';

const town = await openTown('cast');
const folder = mkdtempSync(join(tmpdir(), 'kanaeau-ledger-'));
const server = createServer(getRequestListener(town.app.fetch));
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** The terminal as an officer's program uses it: over HTTP, with a token. */
function kanaeau(...args: string[]): Promise<{ code: number | null; answer: Record<string, unknown> }> {
  const child = spawn(
    process.execPath,
    [join(projectFolder, 'cli/main.ts'), ...args, '--url', url, '--token', 'test-token-ogata'],
    { env: { PATH: process.env.PATH, KANAEAU_DATA: folder } },
  );
  let out = '';
  child.stdout.on('data', (text) => (out += text));
  return new Promise((done) =>
    child.once('close', (code) => done({ code, answer: out === '' ? {} : JSON.parse(out) })),
  );
}

test('a ledger is taken in from the terminal, file and all', { timeout: 120_000 }, async () => {
  const file = join(folder, '12月.csv');
  writeFileSync(file, '校区,年月,方法,件数\n合川,2025/12,対面,10\n');
  const sent = await kanaeau('upload-ledger', '--kind', 'tally', '--file', file);
  expect(sent.code).toBe(0);
  const id = String(sent.answer.id);
  const columns = JSON.stringify(columnsOf('tally'));
  expect((await kanaeau('say-ledger-columns', '--id', id, '--columns', columns)).code).toBe(0);
  const { answer: check } = await kanaeau('check-ledger', '--id', id);
  expect(check).toMatchObject({ read: 1, new: 1, problem_count: 0 });
  const said = ['--hash', String(check.hash), '--new', '1', '--received-from', '合川の会（見本）'];
  const import_id = town.id('import:terminal');
  const taken = await kanaeau('import-ledger', '--id', id, '--import-id', import_id, ...said);
  expect(taken).toEqual({ code: 0, answer: { id: import_id, households: [] } });
});
