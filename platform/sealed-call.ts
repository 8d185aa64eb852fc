/**
 * One call of an operation on its way from a phone that has no signal. It is signed with the phone's key and sealed to the
 * server's public key, so that from the moment it is kept nobody can read it on the phone, and whoever finds the phone
 * can still let it be delivered. The same code runs on the phone and on the server: nothing but Web Crypto, P-256
 * throughout, which old phones have too.
 */
export interface StoredCall {
  /** The phone it was made on. */
  readonly phone: string;
  /** The call's id (UUIDv7): the same call arrives once, however often it is sent. */
  readonly call: string;
  /** The operation's name, e.g. `recordVisit`. */
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** When it was made, by the phone's clock (ISO instant). */
  readonly made_at: string;
}

type Bytes = Uint8Array<ArrayBuffer>;

export const exchange = { name: 'ECDH', namedCurve: 'P-256' } as const;
export const signing = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const signature = { name: 'ECDSA', hash: 'SHA-256' } as const;
const purpose = new TextEncoder().encode('kanaeau sealed call 1');
/** Bytes of a P-256 point that is written out, and of the nonce. */
const [pointLength, nonceLength] = [65, 12];

/**
 * @param signingKey the phone's own
 * @param serverKey the server's public key: a P-256 point, 65 bytes
 * @returns an ephemeral point, a nonce and the sealed call
 */
export async function sealCall(call: StoredCall, signingKey: CryptoKey, serverKey: Bytes): Promise<Bytes> {
  const { subtle } = crypto;
  const said = new TextEncoder().encode(JSON.stringify(call));
  const signed = new Uint8Array(await subtle.sign(signature, signingKey, said));
  const pair = await subtle.generateKey(exchange, false, ['deriveBits']);
  const point = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
  const key = await deriveKey(pair.privateKey, await importPoint(serverKey), point, 'encrypt');
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
  const contents = join([signed, said]);
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, contents);
  return join([point, nonce, new Uint8Array(sealed)]);
}

/** What was sealed, before anybody asked whose signature it bears. */
export interface OpenedCall {
  readonly call: StoredCall;
  /** Whether the phone that has this public key (a P-256 point) has signed it. */
  wasSignedBy(phoneKey: Bytes): Promise<boolean>;
}

/** @returns null for what is damaged, or sealed for somebody else */
export async function openCall(bytes: Bytes, serverKey: CryptoKey): Promise<OpenedCall | null> {
  try {
    const point = bytes.subarray(0, pointLength);
    const nonce = bytes.subarray(pointLength, pointLength + nonceLength);
    const key = await deriveKey(serverKey, await importPoint(point), point, 'decrypt');
    const sealed = bytes.subarray(pointLength + nonceLength);
    const contents = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, sealed));
    const [signed, said] = [contents.subarray(0, 64), contents.subarray(64)];
    const call = readStoredCall(JSON.parse(new TextDecoder().decode(said)));
    return call && { call, wasSignedBy: (phoneKey) => verifyPoint(phoneKey, signed, said) };
  } catch {
    return null;
  }
}

/** Whether whoever has the private key of this public key (a P-256 point) has signed these bytes. */
export async function verifyPoint(point: Bytes, signed: Bytes, said: Bytes): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', point, signing, false, ['verify']);
  return crypto.subtle.verify(signature, key, signed, said);
}

function readStoredCall(said: unknown): StoredCall | null {
  if (typeof said !== 'object' || said === null) return null;
  const { phone, call, operation, input, made_at } = said as Partial<Record<keyof StoredCall, unknown>>;
  const texts = [phone, call, operation, made_at].every((one) => typeof one === 'string');
  return texts && typeof input === 'object' && input !== null ? (said as StoredCall) : null;
}

function importPoint(point: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', point, exchange, false, []);
}

async function deriveKey(
  own: CryptoKey,
  other: CryptoKey,
  salt: Bytes,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const { subtle } = crypto;
  const shared = await subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const base = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: purpose };
  return subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, [use]);
}

function join(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes as text that is safe in JSON and in addresses. */
export function writeBytes(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @returns null for what is no such text */
export function readBytes(text: string): Bytes | null {
  if (!/^[\w-]*$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    );
  } catch {
    return null;
  }
}
