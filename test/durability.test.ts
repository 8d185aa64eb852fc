import { spawn } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { countRecorded } from '#domains/encounters/queries.ts';
import { idOf, plantSampleTown } from '#domains/sample-town.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import { verifyChain } from '#platform/audit/verify.ts';
import { keepSealingKey } from '#platform/credentials/sealing.ts';
import { hashSecret } from '#platform/credentials/secrets.ts';
import { openSite } from '#platform/credentials/site.ts';
import { Database } from '#platform/db.ts';
import { resolveConnections } from '#platform/engine/connections.ts';
import { startEngine } from '#platform/engine/engine.ts';
import { killAll, makeDataFolder, treeOf } from '#platform/engine/rig.ts';
import { projectFolder } from '#platform/house.ts';
import { mintId } from '#platform/uuid.ts';
import { migrate } from '../db/migrate.ts';

/**
 * The plug is pulled twenty times in the middle of writing: the server, PostgreSQL and everything below them die
 * at once. What was acknowledged is there; the trail verifies; the indicator equals the count.
 */
const rounds = 20;
const port = 4600 + (process.pid % 300);
const place = makeDataFolder();
afterAll(() => place[Symbol.dispose]());

test('kill -9 of everything in the middle of writing loses no acknowledged visit', {
  timeout: 400_000,
}, async () => {
  const door = await prepareTown();
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const server = spawn(process.execPath, [join(projectFolder, 'dist/server/main.js')], {
      env: {
        PATH: process.env.PATH,
        KANAEAU_DATA: place.path,
        PORT: String(port),
        KANAEAU_LOG: 'off',
        KANAEAU_RATE: 'off',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
      detached: true,
    });
    await waitUntilReady();
    let alive = true;
    const writers = Array.from({ length: 4 }, async () => {
      while (alive) {
        const id = mintId();
        const ok = await writeVisit(id, door).catch(() => false);
        if (ok) acknowledged.push(id);
      }
    });
    // Another moment each time, from the first writes to the first folding of the count.
    await pause(150 + round * 60);
    await killAll(server, treeOf(server.pid ?? 0));
    alive = false;
    await Promise.all(writers);
  }
  expect(acknowledged.length).toBeGreaterThan(rounds * 10);
  await inspectTown(acknowledged);
});

/** The cast, planted on the embedded PostgreSQL as a start would; a token for 古賀さん. */
async function prepareTown(): Promise<string> {
  const engine = await startEngine({ dataFolder: place.path, projectFolder, say: () => undefined });
  const { owner, app } = resolveConnections({}, engine, place.path);
  await migrate(owner, app.password as string);
  openSite({
    sealingKey: keepSealingKey(join(place.path, 'sealing.key')),
    origin: `http://localhost:${port}`,
    name: 'test',
  });
  const pool = new pg.Pool({ ...app, max: 2 });
  await plantSampleTown(pool, { years: false, say: () => undefined });
  await pool.end();
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(
    `insert into tokens (id, token_hash, account_id, post_id, name, created_at, expires_at)
     select $1, $2, p.account_id, p.id, 'test', '2024-04-01', '2099-01-01' from posts p where p.id = $3`,
    [mintId(), hashSecret('durable'), idOf('post:koga')],
  );
  const { rows } = await client.query(
    'select household_id from household_assignments where post_id = $1 limit 1',
    [idOf('post:koga')],
  );
  await client.end();
  await engine.stop();
  return rows[0].household_id;
}

async function writeVisit(id: string, household_id: string): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/api/visits`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer durable',
      'content-type': 'application/json',
      'x-kanaeau-call': mintId(),
    },
    body: JSON.stringify({ id, household_id, visited_on: '2026-02-01', channel: 'face', contact: 'met' }),
  });
  return response.ok;
}

async function inspectTown(acknowledged: readonly string[]): Promise<void> {
  const engine = await startEngine({ dataFolder: place.path, projectFolder, say: () => undefined });
  const { owner, app } = resolveConnections({}, engine, place.path);
  const client = new pg.Client(owner);
  await client.connect();
  const { rows } = await client.query('select id from visits where id = any($1)', [acknowledged]);
  expect(rows.length).toBe(acknowledged.length);
  const [{ n: visits }] = (
    await client.query("select count(*)::int as n from encounters where kind = 'visit'")
  ).rows;
  await client.end();

  const database = new Database(new pg.Pool({ ...app, max: 4 }), () => new Date('2026-02-02T23:59:00+09:00'));
  const rule = {
    kinds: ['visit'],
    roles: null,
    channels: null,
    contacts: null,
    sources: ['single'],
  } as const;
  const counted = await database.as({ kind: 'post', post: idOf('post:tsutsumi') }, 'test', (db) =>
    countRecorded(db, rule, { from: '2025-04', until: '2026-03' }),
  );
  expect(counted.reduce((sum, cell) => sum + cell.n, 0)).toBe(visits);
  await sealAudit(database);
  const proof = await database.as({ kind: 'post', post: idOf('post:shiraishi-audit') }, 'test', (db) =>
    verifyChain(db.driver),
  );
  expect(proof.broken).toBeNull();
  expect(proof.entries).toBeGreaterThanOrEqual(acknowledged.length);
  await database.close();
  await engine.stop();
}

async function waitUntilReady(): Promise<void> {
  for (let i = 0; i < 600; i++) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (r) => r.ok,
      () => false,
    );
    if (ready) return;
    await pause(50);
  }
  throw new Error('the server did not get ready within 30 s');
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
