import { draftOwner } from './drafts.ts';
import type { Typed } from './read-typed.ts';

/**
 * What was typed while no server could be reached, sealed in the browser: AES-GCM under a key that no script can take out,
 * in IndexedDB and nowhere else. Opened for the same account and post alone, wiped at sign-out and a day after it was sealed.
 */
const name = 'kanaeau-drafts';
const lifeMs = 24 * 3_600_000;

interface Sealed {
  readonly id: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly words: ArrayBuffer;
  /** Milliseconds. */
  readonly at: number;
}

/** A draft as it was sealed. */
export interface OpenedDraft {
  readonly typed: Typed;
  readonly at: Date;
}

/** Seals what was typed, in the place of what was sealed of the same form before. Where a browser cannot, nothing is kept. */
export async function sealDraft(form: string, typed: Typed): Promise<void> {
  const whose = await whoseDraft(form);
  if (!whose) return;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(typed));
  const key = await keyOf(await openRoom());
  const words = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: whose.proof }, key, plain);
  await ask('drafts', 'readwrite', (drafts) =>
    drafts.put({ id: whose.id, iv, words, at: Date.now() } satisfies Sealed),
  );
}

/** What was sealed of a form, for whoever typed it; nothing for anybody else, and nothing that is older than a day. */
export async function openDraft(form: string): Promise<OpenedDraft | null> {
  const whose = await whoseDraft(form);
  if (!whose) return null;
  await wipeOldDrafts();
  const sealed = await ask<Sealed | undefined>('drafts', 'readonly', (drafts) => drafts.get(whose.id));
  if (!sealed) return null;
  const key = await keyOf(await openRoom());
  const algorithm = { name: 'AES-GCM', iv: sealed.iv, additionalData: whose.proof };
  const plain = await crypto.subtle.decrypt(algorithm, key, sealed.words).catch(() => null);
  return plain && { typed: JSON.parse(new TextDecoder().decode(plain)), at: new Date(sealed.at) };
}

/** It reached the server, was sent, or is not wanted any more. */
export async function dropSealed(form: string): Promise<void> {
  const whose = await whoseDraft(form);
  if (whose) await ask('drafts', 'readwrite', (drafts) => drafts.delete(whose.id));
}

/** On signing out: words, key and room, of whomever they are. */
export function wipeSealed(): Promise<void> {
  return new Promise((done) => {
    if (!isThere()) return done();
    void opened?.then((room) => room.close());
    opened = undefined;
    const wiping = indexedDB.deleteDatabase(name);
    wiping.onsuccess = wiping.onerror = wiping.onblocked = () => done();
  });
}

/** What is older than a day, also what was typed under other names: when the app is opened, and every hour. */
export async function wipeOldDrafts(): Promise<void> {
  if (!isThere() || !(await indexedDB.databases()).some((one) => one.name === name)) return;
  const until = IDBKeyRange.upperBound(Date.now() - lifeMs);
  const old = await ask('drafts', 'readonly', (drafts) => drafts.index('at').getAllKeys(until));
  for (const id of old) await ask('drafts', 'readwrite', (drafts) => drafts.delete(id));
}

function isThere(): boolean {
  return typeof indexedDB !== 'undefined' && crypto.subtle !== undefined;
}

/** Under which sign a draft lies, which tells nothing of the form; and what its seal is bound to. */
async function whoseDraft(form: string) {
  const owner = draftOwner();
  if (owner === null || !isThere()) return null;
  const proof = new TextEncoder().encode(`${owner}\n${form}`);
  const id = new Uint8Array(await crypto.subtle.digest('SHA-256', proof));
  return { proof, id: Array.from(id, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

let opened: Promise<IDBDatabase> | undefined;

function openRoom(): Promise<IDBDatabase> {
  opened ??= new Promise((done, fail) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('keys');
      opening.result.createObjectStore('drafts', { keyPath: 'id' }).createIndex('at', 'at');
    };
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      // Another window signs out: its wiping must not wait for this one.
      opening.result.onversionchange = () => {
        opening.result.close();
        opened = undefined;
      };
      done(opening.result);
    };
  });
  return opened;
}

/** The key of this browser, made when it is first needed. It cannot be taken out, only used. */
async function keyOf(room: IDBDatabase): Promise<CryptoKey> {
  const known = await ask<CryptoKey | undefined>('keys', 'readonly', (keys) => keys.get('key'), room);
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await ask('keys', 'readwrite', (keys) => keys.put(made, 'key'), room);
  return made;
}

async function ask<T>(
  store: 'keys' | 'drafts',
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
  room?: IDBDatabase,
): Promise<T> {
  const asked = work((room ?? (await openRoom())).transaction(store, mode).objectStore(store));
  return new Promise((done, fail) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}
