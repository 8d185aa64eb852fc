import { createHmac } from 'node:crypto';
import { readPrintedCode } from '#platform/credentials/secrets.ts';
import { currentSite } from '#platform/credentials/site.ts';
import { receiptDays } from './model.ts';

/** Digits and capitals without I, L, O and U, as on every printed code. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const dayMs = 86_400_000;

/**
 * The receipt of a letter: the day, forty bits that follow from the letter's id and the house's key, and twenty-four that
 * prove the rest. The same letter sent twice has the same receipt, and a receipt tells by itself whether it was ever given:
 * what was not kept needs none to be looked up.
 */
export function receiptOf(letter: string, at: Date): string {
  const head = Buffer.alloc(7);
  head.writeUInt16BE(Math.floor(at.getTime() / dayMs));
  seal(`letter ${letter}`).copy(head, 2, 0, 5);
  return inGroups(Buffer.concat([head, proofOf(head)]));
}

/** @returns whether it is a receipt of this house, and whether its days are over */
export function weighReceipt(typed: string, now: Date, days = receiptDays): 'unknown' | 'over' | 'good' {
  const bytes = fromGroups(readPrintedCode(typed));
  if (!bytes) return 'unknown';
  const head = bytes.subarray(0, 7);
  if (!proofOf(head).equals(bytes.subarray(7))) return 'unknown';
  return now.getTime() / dayMs - head.readUInt16BE() > days ? 'over' : 'good';
}

/** The proof that a form was handed out by this house, for this letter, at this moment (milliseconds). */
export function proofOfForm(letter: string, handedOutAt: number): string {
  return seal(`form ${letter} ${handedOutAt}`).toString('base64url');
}

function proofOf(head: Buffer): Buffer {
  return seal(`receipt ${head.toString('hex')}`).subarray(0, 3);
}

function seal(text: string): Buffer {
  return createHmac('sha256', currentSite().sealingKey).update(text).digest();
}

function inGroups(bytes: Buffer): string {
  let bits = BigInt(`0x${bytes.toString('hex')}`);
  let signs = '';
  for (let i = 0; i < 16; i++, bits >>= 5n) signs = alphabet[Number(bits & 31n)] + signs;
  return readPrintedCode(signs);
}

function fromGroups(code: string): Buffer | null {
  const signs = code.replaceAll('-', '');
  if (signs.length !== 16 || [...signs].some((sign) => !alphabet.includes(sign))) return null;
  const bits = [...signs].reduce((sum, sign) => (sum << 5n) | BigInt(alphabet.indexOf(sign)), 0n);
  return Buffer.from(bits.toString(16).padStart(20, '0'), 'hex');
}
