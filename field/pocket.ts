import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
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
  /** What the house said of itself and of the phone. A phone that was forgotten meanwhile stays forgotten. */
  noteHeard(heard: Pick<KeptPhone, 'heard_at' | 'ahead' | 'standing'>): Promise<void>;
  readRound(): Promise<KeptRound | undefined>;
  writeRound(round: KeptRound): Promise<void>;
  /** The round and what can be read of waiting calls go; the sealed calls stay deliverable. */
  wipe(): Promise<void>;
  /** Everything goes, also the phone itself. For a phone that has nothing waiting. */
  forget(): Promise<void>;
}

export async function openPocket(): Promise<Pocket> {
  // An old phone may close the store of an app that lay in the background: it is opened anew for the next stroke.
  let coming: Promise<IDBPDatabase<Schema>> | null = null;
  const reach = () => {
    coming ??= openRoom(() => {
      coming = null;
    });
    return coming;
  };
  await reach();
  const read = async <T>(work: (room: IDBPDatabase<Schema>) => Promise<T>) => work(await reach());
  const write = async (work: (writing: Writing) => Promise<unknown>) => {
    const writing = (await reach()).transaction(['own', 'waiting'], 'readwrite', { durability: 'strict' });
    await Promise.all([work(writing), writing.done]);
  };
  /** Whether the round was taken from this phone, perhaps by another window of it: nothing that can be read is written then. */
  const isWiped = async (writing: Writing) => {
    const phone = (await writing.objectStore('own').get('phone')) as KeptPhone | undefined;
    return phone?.signing === null;
  };
  return {
    readPhone: () => read((room) => room.get('own', 'phone') as Promise<KeptPhone | undefined>),
    writePhone: (phone) => write((w) => w.objectStore('own').put(phone, 'phone')),
    noteHeard: (heard) =>
      write(async (w) => {
        const phone = (await w.objectStore('own').get('phone')) as KeptPhone | undefined;
        if (phone) await w.objectStore('own').put({ ...phone, ...heard }, 'phone');
      }),
    readRound: () => read((room) => room.get('own', 'round') as Promise<KeptRound | undefined>),
    writeRound: (round) =>
      write(async (w) => {
        if (!(await isWiped(w))) await w.objectStore('own').put(round, 'round');
      }),
    put: (one) =>
      write(async (w) => {
        const copy = (await isWiped(w)) ? null : one.copy;
        await w.objectStore('waiting').put({ ...one, copy });
      }),
    list: () => read((room) => room.getAll('waiting')),
    drop: (call) => write((w) => w.objectStore('waiting').delete(call)),
    wipe: () =>
      write(async (w) => {
        await w.objectStore('own').delete('round');
        const phone = (await w.objectStore('own').get('phone')) as KeptPhone | undefined;
        if (phone) await w.objectStore('own').put({ ...phone, signing: null }, 'phone');
        for (const one of await w.objectStore('waiting').getAll())
          await w.objectStore('waiting').put({ ...one, copy: null });
      }),
    forget: () =>
      write(async (w) => {
        await w.objectStore('own').clear();
        await w.objectStore('waiting').clear();
      }),
  };
}

type Writing = IDBPTransaction<Schema, ('own' | 'waiting')[], 'readwrite'>;

function openRoom(closed: () => void): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, 1, {
    upgrade(made) {
      made.createObjectStore('own');
      made.createObjectStore('waiting', { keyPath: 'call' });
    },
    terminated: closed,
  });
}
