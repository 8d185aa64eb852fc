import { createHash, randomBytes } from 'node:crypto';

/** A secret for a session or a program: 256 random bits, safe in a cookie, a header and an address. */
export function mintSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret. It is random and long, so a plain SHA-256 makes the stored form useless. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Digits and capitals without I, L, O and U, so that a printed code can be read aloud and typed by anybody. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code to be printed: groups of four signs, five random bits each, e.g. `7K2M-Q0XD-9RTA-HV4C`. */
export function mintPrintedCode(groups = 4): string {
  return Array.from({ length: groups }, () =>
    Array.from(randomBytes(4), (byte) => alphabet[byte % alphabet.length]).join(''),
  ).join('-');
}

/** A printed code as somebody typed it, in its one writing: any width, case, spacing; O is 0, I and L are 1. */
export function readPrintedCode(typed: string): string {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015\u2212\u30fc]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return signs.match(/.{1,4}/g)?.join('-') ?? '';
}
