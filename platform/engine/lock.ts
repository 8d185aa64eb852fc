import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import * as m from '#messages';
import { Refusal } from '../refusal.ts';
import { codeOf, giveToOwner } from './folder.ts';

/** The process that works with a data folder; `address` once it listens somewhere. */
export type Holder = z.infer<typeof holderNote>;

export interface Hold {
  /** Tells whoever comes second where this server is. */
  announce(address: string): void;
  release(): void;
}

const holderNote = z.object({ pid: z.int(), address: z.string().nullable() });
const sqliteBusy = 5;

/**
 * Takes the data folder for this process until `release` or its end. Node has no file locks of its own, so an
 * empty SQLite file carries it: the kernel drops the lock with the process, however that ends, which a pid in a
 * file cannot promise (pids are used again, and another container counts its own). Nobody may open `server.lock`
 * with plain file calls in the process that holds it: closing it would drop the lock.
 * @throws Refusal when another process holds it; the sentence names its pid and address.
 */
export function holdDataFolder(dataFolder: string): Hold {
  const lockFile = join(dataFolder, 'server.lock');
  const noteFile = join(dataFolder, 'server.json');
  const lock = openLock(dataFolder, lockFile, 'begin exclusive');
  if (!lock) throw refuseHeld(dataFolder);
  giveToOwner(lockFile);

  const note = (address: string | null) => {
    writeFileSync(`${noteFile}.new`, JSON.stringify({ pid: process.pid, address } satisfies Holder), {
      mode: 0o600,
    });
    giveToOwner(`${noteFile}.new`);
    renameSync(`${noteFile}.new`, noteFile);
  };
  note(null);
  let held = true;
  return {
    announce: note,
    release() {
      if (!held) return;
      held = false;
      rmSync(noteFile, { force: true });
      lock.close();
    },
  };
}

/** The process that holds the data folder now, if any. */
export function findHolder(dataFolder: string): Holder | undefined {
  const lock = openLock(dataFolder, join(dataFolder, 'server.lock'), 'select count(*) from sqlite_schema');
  lock?.close();
  return lock ? undefined : readNote(dataFolder);
}

function openLock(dataFolder: string, lockFile: string, take: string): DatabaseSync | undefined {
  let lock: DatabaseSync | undefined;
  try {
    // The short wait is for one that only looks, or that is just ending.
    lock = new DatabaseSync(lockFile, { timeout: 200 });
    lock.exec(take);
    return lock;
  } catch (error) {
    lock?.close();
    if (error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === sqliteBusy)
      return undefined;
    const cause = error instanceof Error ? error.message : codeOf(error);
    throw new Refusal('refused', m.engine_folder_unlockable({ folder: dataFolder, cause }));
  }
}

function readNote(dataFolder: string): Holder {
  try {
    return holderNote.parse(JSON.parse(readFileSync(join(dataFolder, 'server.json'), 'utf8')));
  } catch {
    // Its holder has the lock and has not written its note yet.
    return { pid: 0, address: null };
  }
}

function refuseHeld(folder: string): Refusal {
  const { pid, address } = readNote(folder);
  const sentence = address
    ? m.engine_folder_held_at({ folder, pid, address })
    : m.engine_folder_held({ folder, pid });
  return new Refusal('refused', sentence);
}
