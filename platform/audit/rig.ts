/** What the tests of the audit chain share. */
import pg from 'pg';
import type { Database } from '../db.ts';

/** Leaves one row in the inbox, as any call does with its commit. */
export function leaveRow(database: Database, word: string): Promise<void> {
  return database.enter({ kind: 'none' }, 'recordVisit', null, async () => ({
    answer: undefined,
    closing: { audit: { word, outcome: 'done', subjects: [], inputHash: null }, call: null },
  }));
}

export async function leaveRows(database: Database, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await leaveRow(database, `visit.recorded.${i}`);
}

/** Signs in beside the pool, e.g. for a transaction that stays open. */
export async function signIn(login: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(login);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
