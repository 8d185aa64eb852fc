import { type Argon2Parameters, argon2, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

/** Argon2id with 19 MiB and two passes: the least memory among the settings OWASP holds to be equally strong. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;

/**
 * The stored form of a password, in PHC notation: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`. What was typed
 * in full width or as compatible signs is the same password (NFKC).
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const { memory, passes, parallelism } = cost;
  const hash = await deriveKey(password, { salt, memory, passes, parallelism, length: tagLength });
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/**
 * Whether this is the password. Without a stored form (null) the same work is done and the answer is no, so that
 * the time taken does not tell an unknown name from a wrong password.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const { salt, hash, memory, passes, parallelism } = readStored(stored ?? decoy);
  const derived = await deriveKey(password, { salt, memory, passes, parallelism, length: hash.length });
  return timingSafeEqual(derived, hash) && stored !== null;
}

/**
 * The stored form of a printed code that stays good for years: as costly to guess as a password, so that its 80 random bits
 * hold out against whoever has the database. The owner's id, random itself, is the salt, so that one derivation finds a code
 * among all of its owner's.
 */
export function stretchCode(code: string, owner: string): Promise<Buffer> {
  const salt = createHash('sha256').update(`code:${owner}`).digest().subarray(0, 16);
  return deriveKey(code, { salt, ...cost, length: tagLength });
}

interface Derivation {
  salt: Buffer;
  memory: number;
  passes: number;
  parallelism: number;
  length: number;
}

function deriveKey(password: string, { salt, memory, passes, parallelism, length }: Derivation) {
  const message = password.normalize('NFKC');
  return derive('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: length });
}

const notation = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function readStored(stored: string) {
  const parts = notation.exec(stored);
  if (!parts) throw new Error('a stored password is not in PHC notation');
  const [, memory, passes, parallelism, salt = '', hash = ''] = parts;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

/** No password's hash: compared with when there is none. */
const decoy = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(randomBytes(16))}$${unpadded(randomBytes(tagLength))}`;
