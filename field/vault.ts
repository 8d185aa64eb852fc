import { readBytes, writeBytes } from '#platform/sealed-call.ts';

/**
 * What lies on the phone lies under one key, which is made on it and never leaves it in clear. It is wrapped by what its owner
 * brings each time: the phone's own lock (a passkey's PRF), or a passphrase. Nothing of either is kept.
 */
export type Lock =
  | { readonly kind: 'passphrase'; readonly salt: string; readonly rounds: number; readonly wrapped: string }
  | {
      readonly kind: 'passkey';
      readonly credential: string;
      readonly salt: string;
      readonly wrapped: string;
    };

/** An opened vault: it is closed again by forgetting it. */
export interface Vault {
  seal(text: string): Promise<string>;
  /** @returns null for what was sealed under another key, or changed */
  open(sealed: string): Promise<string | null>;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** PBKDF2-SHA-256; a six-digit number would be guessed off line all the same, so that it wants more signs than that. */
export const rounds = 600_000;
export const shortestPassphrase = 10;
const aes = { name: 'AES-GCM', length: 256 } as const;

/** A new vault behind a passphrase. */
export async function lockWithPassphrase(passphrase: string): Promise<{ vault: Vault; lock: Lock }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const outer = await fromPassphrase(passphrase, salt, rounds);
  const { vault, wrapped } = await makeVault(outer);
  return { vault, lock: { kind: 'passphrase', salt: writeBytes(salt), rounds, wrapped } };
}

/** @returns null for another passphrase */
export async function unlockWithPassphrase(
  lock: Lock & { kind: 'passphrase' },
  passphrase: string,
): Promise<Vault | null> {
  return unwrap(await fromPassphrase(passphrase, must(lock.salt), lock.rounds), lock.wrapped);
}

/** A new vault behind the phone's own lock: what the passkey answers to a salt of its own (PRF). */
export async function lockWithPasskey(
  credential: string,
  salt: Bytes,
  answer: ArrayBuffer,
): Promise<{ vault: Vault; lock: Lock }> {
  const { vault, wrapped } = await makeVault(await fromPasskey(answer));
  return { vault, lock: { kind: 'passkey', credential, salt: writeBytes(salt), wrapped } };
}

/** @returns null for another passkey's answer */
export async function unlockWithPasskey(
  lock: Lock & { kind: 'passkey' },
  answer: ArrayBuffer,
): Promise<Vault | null> {
  return unwrap(await fromPasskey(answer), lock.wrapped);
}

async function fromPassphrase(passphrase: string, salt: Bytes, times: number): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times };
  return crypto.subtle.deriveKey(how, base, aes, false, ['wrapKey', 'unwrapKey']);
}

async function fromPasskey(answer: ArrayBuffer): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', answer, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('kanaeau vault 1');
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
  return crypto.subtle.deriveKey(how, base, aes, false, ['wrapKey', 'unwrapKey']);
}

async function makeVault(outer: CryptoKey): Promise<{ vault: Vault; wrapped: string }> {
  const inner = await crypto.subtle.generateKey(aes, true, ['encrypt', 'decrypt']);
  const nonce = newNonce();
  const wrapped = await crypto.subtle.wrapKey('raw', inner, outer, { name: 'AES-GCM', iv: nonce });
  const lying = joined(nonce, new Uint8Array(wrapped));
  const vault = await unwrap(outer, lying);
  if (!vault) throw new Error('a key that was just wrapped does not unwrap');
  return { vault, wrapped: lying };
}

async function unwrap(outer: CryptoKey, wrapped: string): Promise<Vault | null> {
  const { nonce, rest } = parted(wrapped);
  const how = { name: 'AES-GCM', iv: nonce };
  return crypto.subtle
    .unwrapKey('raw', rest, outer, how, aes, false, ['encrypt', 'decrypt'])
    .then(openVault, () => null);
}

function openVault(key: CryptoKey): Vault {
  return {
    async seal(text) {
      const nonce = newNonce();
      const plain = new TextEncoder().encode(text);
      return joined(
        nonce,
        new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain)),
      );
    },
    async open(sealed) {
      const { nonce, rest } = parted(sealed);
      return crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, rest).then(
        (plain) => new TextDecoder().decode(plain),
        () => null,
      );
    },
  };
}

function newNonce(): Bytes {
  return crypto.getRandomValues(new Uint8Array(12));
}

function joined(nonce: Bytes, rest: Bytes): string {
  return `${writeBytes(nonce)}.${writeBytes(rest)}`;
}

function parted(sealed: string): { nonce: Bytes; rest: Bytes } {
  const [nonce = '', rest = ''] = sealed.split('.');
  return { nonce: must(nonce), rest: must(rest) };
}

function must(text: string): Bytes {
  return readBytes(text) ?? new Uint8Array(0);
}
