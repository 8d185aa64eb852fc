/**
 * A new id for a record or a call: UUID version 7 (RFC 9562), in lower case. Ids minted one after the other in
 * one process sort in that order, also within a millisecond and when the clock is set back.
 */
export function mintId(): string {
  const now = Date.now();
  if (now > lastMoment) {
    lastMoment = now;
    // Half of the range is left free, so that counting up within the millisecond has room.
    counter = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 7;
  } else if (++counter > largestCounter) {
    lastMoment += 1;
    counter = 0;
  }
  return writeId(lastMoment, counter, takeRandom(6));
}

/** Asking the system for random bytes costs more than they do, so they are fetched in store. */
function takeRandom(count: number): Uint8Array {
  if (used + count > fetched.length) {
    crypto.getRandomValues(fetched);
    used = 0;
  }
  used += count;
  return fetched.subarray(used - count, used);
}

const fetched = new Uint8Array(1536);
let used = fetched.length;

// 26 bits: 12 in `rand_a` and 14 at the head of `rand_b`.
const largestCounter = 2 ** 26 - 1;
let lastMoment = 0;
let counter = 0;

function writeId(moment: number, count: number, random: Uint8Array): string {
  const time = moment.toString(16).padStart(12, '0');
  const high = (0x7000 | (count >>> 14)).toString(16);
  const low = (0x8000 | (count & 0x3fff)).toString(16);
  let tail = '';
  for (const byte of random) tail += bytesInHex[byte];
  return `${time.slice(0, 8)}-${time.slice(8)}-${high}-${low}-${tail}`;
}

const bytesInHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Whether a text is a UUID in its usual writing. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
