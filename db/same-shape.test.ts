import { expect, test } from 'vitest';
import { signIn } from '#platform/audit/rig.ts';
import { openTown } from '../test/town.ts';
import { migrate, newestVersion } from './migrate.ts';
import { makeEmptyDatabase } from './rig.ts';
import { readShape } from './shape.ts';

const town = await openTown('empty');

test('the migrations, one after the other, make the same database as the tables that stand in the rooms', async () => {
  // When this fails, a migration is missing or says something else than tables.sql.
  expect(newestVersion()).toBeGreaterThan(0);
  const byMigrations = await makeEmptyDatabase(town.owner);
  await migrate(byMigrations, undefined, { filling: { version: 0, fill: async () => undefined } });
  const [one, other] = [await signIn(town.owner), await signIn(byMigrations)];
  const versions = 'select number, name from schema_versions order by number';
  expect((await other.query(versions)).rows).toEqual((await one.query(versions)).rows);
  expect(await readShape(other)).toEqual(await readShape(one));
  await Promise.all([one.end(), other.end()]);
});

test('two databases that differ in one thing do not have the same shape', async () => {
  const client = await signIn(town.owner);
  const shape = await readShape(client);
  for (const change of [
    'alter table audit_entries add column more text',
    'alter table audit_entries alter column role set not null',
    'drop index audit_entries_account',
    'alter table audit_entries drop constraint audit_entries_batch_fkey',
    'alter table audit_entries no force row level security',
    'drop policy a_backup_reads_everything on audit_entries',
    'revoke select on audit_entries from kanaeau_app',
    'alter table audit_inbox reset (autovacuum_vacuum_threshold)',
    'alter function gate.today() volatile',
  ]) {
    await client.query('begin');
    await client.query(change);
    expect(await readShape(client), change).not.toEqual(shape);
    await client.query('rollback');
  }
  await client.end();
});
