import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import * as m from '#messages';
import { findRunningServer } from './leftover.ts';

/** How long a server that calls itself ready may refuse us (ms): its socket may be gone. */
const patience = 10_000;
/** A start that takes longer than this (ms) is replaying the log, and the person is told once. */
const usualStart = 1500;

/**
 * Signs in as soon as the cluster's server takes connections, however long it replays its log. Its own word for
 * that is read first, so that its log does not fill with refused calls. Undefined when it ended instead, or does
 * not answer.
 */
export async function connectWhenReady(
  cluster: string,
  login: pg.ClientConfig,
  alive: () => boolean,
  say: (sentence: string) => void,
): Promise<pg.Client | undefined> {
  const begin = performance.now();
  let told = false;
  let readySince: number | undefined;
  for (let wait = 1; alive(); wait = Math.min(wait * 1.2, 50)) {
    const now = performance.now();
    if (findRunningServer(cluster)?.ready) {
      readySince ??= now;
      const client = new pg.Client({ ...login, connectionTimeoutMillis: 5000 });
      // Whoever ends the server later ends this connection with it; that is no news.
      client.on('error', () => undefined);
      try {
        await client.connect();
        return client;
      } catch (error) {
        if (error instanceof pg.DatabaseError && error.code === '28P01') throw error;
        if (now - readySince > patience) return undefined;
      }
    } else if (now - begin > usualStart && !told) {
      told = true;
      say(m.engine_recovering());
    }
    await pause(wait);
  }
  return undefined;
}
