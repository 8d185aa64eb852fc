/**
 * `npm run` has no word for it, since it is done once a release: `node_modules/.bin/node scripts/freeze.ts` keeps a
 * small town of this version in `test/older-towns`, for the upgrades to come.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { plantSampleTown, sampleDay } from '#domains/sample-town.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import { backupTown, printOf } from '#platform/backup/make.ts';
import { openSite } from '#platform/credentials/site.ts';
import { Database } from '#platform/db.ts';
import { startEngine } from '#platform/engine/engine.ts';
import { findDataFolder } from '#platform/engine/folder.ts';
import { projectFolder } from '#platform/house.ts';
import { migrate, newestVersion } from '../db/migrate.ts';

const base = mkdtempSync(join(tmpdir(), 'kanaeau-freeze-'));
chmodSync(base, 0o755);
const env = { KANAEAU_DATA: join(base, 'data') };
const { folder } = findDataFolder({ projectFolder, env, uid: process.getuid?.() });
const engine = await startEngine({ dataFolder: folder, projectFolder, say: () => undefined, fast: true });
try {
  const { host, port, superuser: user, password, database } = engine;
  const owner = { host, port, user, password, database };
  const sealingKey = Buffer.alloc(32, 7);
  openSite({ sealingKey, origin: 'http://localhost:3000', name: '見本' });
  await migrate(owner, 'only-here');
  const pool = new pg.Pool({ ...owner, user: 'kanaeau_app', password: 'only-here' });
  await plantSampleTown(pool, { years: false, say: () => undefined });
  const at = new Date(`${sampleDay}T10:00:00+09:00`);
  await sealAudit(new Database(pool, () => at));
  await pool.end();
  const kept = join(projectFolder, 'test/older-towns');
  const file = join(kept, `${String(newestVersion()).padStart(4, '0')}.kanaeau`);
  mkdirSync(kept, { recursive: true });
  rmSync(file, { force: true });
  const { bytes, rows } = await backupTown({ owner, file, at, keyPrint: printOf(sealingKey) });
  console.log(`${file}: ${rows} rows, ${bytes} bytes`);
} finally {
  await engine.stop();
  rmSync(base, { recursive: true, force: true });
}
