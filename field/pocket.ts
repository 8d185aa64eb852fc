import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Shelf, WaitingCall } from './outbox.ts';
import type { Lock } from './vault.ts';

/** What the phone is to the house, and how its vault is locked. Nothing of it tells of a person but its owner's own words. */
export interface KeptPhone {
  readonly id: string;
  readonly name: string;
  readonly lock: Lock;
  /** The phone's private key under the vault (PKCS #8). */
  readonly signing: string | null;
  /** The house's public keys. */
  readonly opening: string;
  readonly receipts: string;
  /** When the house was last heard, by this phone's clock (ms). */
  readonly heard_at: number;
  /** So many ms the house's clock is ahead of this phone's. */
  readonly ahead: number;
  /** What the house said then. */
  readonly standing: 'good' | 'over' | 'ended' | 'unknown';
}

/** The round as it was taken along, under the vault. */
export interface KeptRound {
  readonly sealed: string;
  readonly taken_at: number;
}

interface Schema extends DBSchema {
  /** One of each, under its name. */
  own: { key: string; value: KeptPhone | KeptRound };
  waiting: { key: string; value: WaitingCall };
}

const name = 'kanaeau-field';

/** The phone's one store. What is written is on the disk when the promise is done (`durability: strict`). */
export interface Pocket extends Shelf {
  readPhone(): Promise<KeptPhone | undefined>;
  writePhone(phone: KeptPhone): Promise<void>;
  readRound(): Promise<KeptRound | undefined>;
  writeRound(round: KeptRound): Promise<void>;
  /** The round and what can be read of waiting calls go; the sealed calls stay deliverable. */
  wipe(): Promise<void>;
  /** Everything goes, also the phone itself. For a phone that has nothing waiting. */
  forget(): Promise<void>;
}

export async function openPocket(): Promise<Pocket> {
  const room = await openDB<Schema>(name, 1, {
    upgrade(made) {
      made.createObjectStore('own');
      made.createObjectStore('waiting', { keyPath: 'call' });
    },
  });
  const write = async (work: (stores: ReturnType<typeof begin>) => Promise<unknown>[]) => {
    const writing = begin(room);
    await Promise.all([...work(writing), writing.done]);
  };
  return {
    readPhone: () => room.get('own', 'phone') as Promise<KeptPhone | undefined>,
    writePhone: (phone) => write((w) => [w.objectStore('own').put(phone, 'phone')]),
    readRound: () => room.get('own', 'round') as Promise<KeptRound | undefined>,
    writeRound: (round) => write((w) => [w.objectStore('own').put(round, 'round')]),
    put: (one) => write((w) => [w.objectStore('waiting').put(one)]),
    list: () => room.getAll('waiting'),
    drop: (call) => write((w) => [w.objectStore('waiting').delete(call)]),
    async wipe() {
      const waiting = await room.getAll('waiting');
      const phone = (await room.get('own', 'phone')) as KeptPhone | undefined;
      await write((w) => [
        w.objectStore('own').delete('round'),
        ...(phone ? [w.objectStore('own').put({ ...phone, signing: null }, 'phone')] : []),
        ...waiting.map((one) => w.objectStore('waiting').put({ ...one, copy: null })),
      ]);
    },
    forget: () => write((w) => [w.objectStore('own').clear(), w.objectStore('waiting').clear()]),
  };
}

function begin(room: IDBPDatabase<Schema>) {
  return room.transaction(['own', 'waiting'], 'readwrite', { durability: 'strict' });
}
