import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type pg from 'pg';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { renewInvitation, signIn as signInToTown } from '#domains/posts/api.ts';
import { samplePassword } from '#domains/posts/fixtures.ts';
import { signIn } from '#platform/audit/rig.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import { holdDataFolder } from '#platform/engine/lock.ts';
import { projectFolder } from '#platform/house.ts';
import { mintId } from '#platform/uuid.ts';
import { openLocalDoor } from '../server/doors.ts';
import { sealingKeyPath } from '../server/hold.ts';
import { openTown } from '../test/town.ts';

const town = await openTown('cast');
const folder = mkdtempSync(join(tmpdir(), 'kanaeau-terminal-'));
afterAll(() => rmSync(folder, { recursive: true }));
const key = Buffer.alloc(32, 7);
writeFileSync(sealingKeyPath(folder), key, { mode: 0o600 });

const urlOf = ({ user, password, port, database, host }: pg.ClientConfig) =>
  `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? '')}`;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

/** Runs the terminal as a person would, on the test's town. What Node compiled once, it need not compile again. */
function kanaeau(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(projectFolder, 'cli/main.ts'), ...args], {
    env: {
      ...{ NODE_COMPILE_CACHE: join(folder, 'compiled') },
      ...{ PATH: process.env.PATH, KANAEAU_DATA: folder, KANAEAU_NOW: '2026-02-02T10:00:00+09:00' },
      ...{ DATABASE_URL: urlOf(town.appLogin), DATABASE_OWNER_URL: urlOf(town.owner), ...env },
    },
  });
  const ended = { out: '', said: '' };
  child.stdout.on('data', (text) => (ended.out += text));
  child.stderr.on('data', (text) => (ended.said += text));
  return new Promise((done) => child.once('close', (code) => done({ ...ended, code })));
}

const words = async () =>
  (
    await town.look<{ word: string; role: string; outcome: string }>(
      `select word, role, outcome from audit_entries union all select word, role, outcome from audit_inbox`,
    )
  ).map(({ word, role, outcome }) => `${role} ${word} ${outcome}`);

test('help ends well, and what is written wrongly ends with 2 and a sentence', async () => {
  const [help, nothing, unknown, flag] = await Promise.all([
    kanaeau(['--help']),
    kanaeau([]),
    kanaeau(['dance']),
    kanaeau(['verify-audit', '--root', '/nowhere']),
  ]);
  expect(help).toMatchObject({ code: 0, said: '' });
  expect(help.out).toContain('report evaluation --plan CODE');
  expect(nothing.code).toBe(2);
  expect(unknown).toMatchObject({
    code: 2,
    said: expect.stringContaining('「dance」というコマンドはありません'),
  });
  expect(flag).toMatchObject({ code: 2, said: expect.stringContaining('/nowhere') });
});

test('without a running server the terminal opens the town itself, as the operator', async () => {
  const me = await kanaeau(['read-me']);
  expect(me).toMatchObject({ code: 0, said: '' });
  expect(JSON.parse(me.out)).toMatchObject({ current: { role: 'operator' } });
  const refused = await kanaeau(['call', 'listAudit', '--limit', '1']);
  expect(refused).toMatchObject({ code: 1, out: '', said: expect.stringContaining('今の役割では') });
  const invalid = await kanaeau(['report', 'evaluation', '--plan', 'kurume-1', '--format', 'docx']);
  expect(invalid).toMatchObject({ code: 1, said: expect.stringContaining('  format: ') });
  expect(await words()).toContain('operator audit.listed not_allowed');
});

test('the audit trail is proved, and disproved against a root that it does not go through', async () => {
  await sealAudit(town.database);
  const proved = await kanaeau(['verify-audit']);
  expect(proved).toMatchObject({ code: 0, said: expect.stringContaining('つながっています') });
  const root = join(folder, 'audit-root.json');
  expect(await kanaeau(['verify-audit', '--root', root])).toMatchObject({
    code: 0,
    said: expect.stringContaining('書き出したときのままです'),
  });
  const other = join(folder, 'other-root.json');
  writeFileSync(other, JSON.stringify({ ...JSON.parse(readFileSync(root, 'utf8')), hash: 'ab'.repeat(32) }));
  expect(await kanaeau(['verify-audit', '--root', other])).toMatchObject({
    code: 1,
    said: expect.stringContaining('控えのものと違います'),
  });
});

/** What opens a town without a password. */
async function countOpen(ask: (text: string) => Promise<{ rows: Record<string, number>[] }>) {
  const { rows } = await ask(`select (select count(*)::int from sessions where ended_at is null) as sessions,
    (select count(*)::int from tokens where ended_at is null) as tokens,
    (select count(*)::int from invitations where used_at is null) as invitations`);
  return rows[0] ?? {};
}

test('a backup is made and put back, and both towns say so in their trail', async () => {
  const file = join(folder, 'town.kanaeau');
  await town.browser().call(signInToTown, { sign_in_name: 'koga', password: samplePassword });
  await town.as('shiraishi').call(renewInvitation, { id: town.id('account:noda') });
  const open = await countOpen(async (text) => ({ rows: await town.look(text) }));
  expect(Object.values(open).every((n) => n > 0)).toBe(true);
  const made = await kanaeau(['backup', '--out', file]);
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining(file) });
  expect(await words()).toContain('operator backup.begun done');
  expect(await kanaeau(['backup', '--out', file])).toMatchObject({ code: 1 });

  const name = `restored_${mintId().replaceAll('-', '')}`;
  await town.look(`create database ${name} template template0`);
  onTestFinished(async () => {
    await town.look(`drop database ${name} with (force)`);
  });
  const elsewhere = join(folder, 'elsewhere');
  const there = {
    KANAEAU_DATA: elsewhere,
    DATABASE_URL: urlOf({ ...town.appLogin, database: name }),
    DATABASE_OWNER_URL: urlOf({ ...town.owner, database: name }),
  };
  const keyless = await kanaeau(['restore', file], there);
  expect(keyless).toMatchObject({ code: 1, said: expect.stringContaining('--without-key') });
  writeFileSync(sealingKeyPath(elsewhere), Buffer.alloc(32, 8), { mode: 0o600 });
  const other = await kanaeau(['restore', file], there);
  expect(other).toMatchObject({ code: 1, said: expect.stringContaining('鍵ではありません') });
  writeFileSync(sealingKeyPath(elsewhere), key, { mode: 0o600 });
  const restored = await kanaeau(['restore', file], there);
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('を戻しました') });
  expect(restored.said).toContain('もう一度サインインし');
  const client = await signIn({ ...town.owner, database: name });
  const { rows } = await client.query('select word from audit_entries order by number desc limit 1');
  expect(rows).toEqual([{ word: 'backup.restored' }]);
  expect(await countOpen((text) => client.query(text))).toEqual({ sessions: 0, tokens: 0, invitations: 0 });
  await client.end();
  expect(await kanaeau(['restore', file], there)).toMatchObject({
    code: 1,
    said: expect.stringContaining('すでに記録があります'),
  });
});

test('a town whose key was lost comes back without what the key had sealed', async () => {
  const file = join(folder, 'keyless.kanaeau');
  await kanaeau(['backup', '--out', file]);
  const name = `restored_${mintId().replaceAll('-', '')}`;
  await town.look(`create database ${name} template template0`);
  onTestFinished(async () => {
    await town.look(`drop database ${name} with (force)`);
  });
  const restored = await kanaeau(['restore', file, '--without-key', '--keep-tokens'], {
    KANAEAU_DATA: join(folder, 'keyless'),
    DATABASE_URL: urlOf({ ...town.appLogin, database: name }),
    DATABASE_OWNER_URL: urlOf({ ...town.owner, database: name }),
  });
  expect(restored.code).toBe(0);
  const client = await signIn({ ...town.owner, database: name });
  const { rows } = await client.query(
    `select count(password_hash)::int as passwords, count(totp_secret)::int as sealed from account_secrets`,
  );
  expect(rows[0]).toMatchObject({ sealed: 0 });
  expect(rows[0].passwords).toBeGreaterThan(0);
  expect(restored.said).toContain('そのまま使えます');
  const open = await countOpen((text) => client.query(text));
  expect(open).toMatchObject({ sessions: 0, invitations: 0 });
  expect(open.tokens).toBeGreaterThan(0);
  await client.end();
});

test('a running server is reached over the socket of its data folder, which its owner alone can open', async () => {
  const hold = holdDataFolder(folder);
  const close = await openLocalDoor(town.app, folder);
  onTestFinished(async () => {
    await close();
    hold.release();
  });
  expect(statSync(join(folder, 'server.sock')).mode & 0o777).toBe(0o600);
  const me = await kanaeau(['read-me']);
  expect(me.code).toBe(0);
  expect(JSON.parse(me.out)).toMatchObject({ current: { role: 'operator' } });
  expect(await kanaeau(['verify-audit'])).toMatchObject({ code: 0 });
  const file = join(folder, 'running.kanaeau');
  expect(await kanaeau(['backup', '--out', file])).toMatchObject({ code: 0 });
  const onto = await kanaeau(['restore', file]);
  expect(onto).toMatchObject({ code: 1, said: expect.stringContaining('止めてから') });
  expect(await town.anonymous.fetch('/api/audit/verification')).toMatchObject({ status: 401 });
});

test('with a token the terminal acts over the network as the token’s post', async () => {
  const server = createServer(getRequestListener(town.app.fetch)).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((done) => server.once('listening', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const asKoga = { KANAEAU_TOKEN: 'test-token-koga', KANAEAU_URL: url };
  const me = await kanaeau(['read-me'], asKoga);
  expect(JSON.parse(me.out)).toMatchObject({ current: { role: 'visitor' } });
  const listed = await kanaeau(['list-visits', '--limit', '5', '--token', 'test-token-koga', '--url', url]);
  expect(listed).toMatchObject({ code: 0, said: '' });
  expect(JSON.parse(listed.out)).toHaveProperty('visits');
  const out = join(folder, 'visits.json');
  await kanaeau(['list-visits', '--json', '{"limit": 5}', '--out', out], asKoga);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(JSON.parse(listed.out));
  const nobody = await kanaeau(['read-me'], { KANAEAU_TOKEN: 'wrong', KANAEAU_URL: url });
  expect(JSON.parse(nobody.out)).toMatchObject({ account: null });
  const gone = await kanaeau(['read-me'], { ...asKoga, KANAEAU_URL: 'http://127.0.0.1:9' });
  expect(gone).toMatchObject({ code: 1, said: expect.stringContaining('つながりません') });
});
