/** What the tests of upgrades and backups share. */
import type pg from 'pg';
import { onTestFinished } from 'vitest';
import { signIn } from '#platform/audit/rig.ts';
import { mintId } from '#platform/uuid.ts';

/** An empty database on the same server, dropped after the test. */
export async function makeEmptyDatabase(on: pg.ClientConfig): Promise<pg.ClientConfig> {
  const name = `empty_${mintId().replaceAll('-', '')}`;
  const admin = await signIn({ ...on, database: 'postgres' });
  await admin.query(`create database ${name} template template0`);
  onTestFinished(async () => {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });
  return { ...on, database: name };
}

/** Every table's rows in a fixed order, hashed, and where the counters stand. */
export async function readRows(owner: pg.ClientConfig): Promise<Record<string, string>> {
  const client = await signIn(owner);
  const { rows: tables } = await client.query(`select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'schema_%'`);
  const prints: Record<string, string> = {};
  for (const { relname } of tables) {
    const { rows } = await client.query(
      `select count(*)::text || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text collate "C")), '') as print from ${relname} t`,
    );
    prints[relname] = rows[0].print;
  }
  const { rows: counters } = await client.query(
    `select sequencename, last_value::text as at from pg_sequences where schemaname = 'public'`,
  );
  for (const { sequencename, at } of counters) prints[sequencename] = at ?? 'unused';
  await client.end();
  return prints;
}
