import type { Answer, Receipt } from '#domains/phones/answer.ts';
import { readBytes, type StoredCall, sealCall, verifyPoint, writeBytes } from '#platform/sealed-call.ts';

/** One stored call as it lies on the phone: sealed for the house, and under the vault for its owner. */
export interface WaitingCall {
  readonly call: string;
  readonly sealed: string;
  /** What it says, readable with the vault alone; gone when the round is. */
  readonly copy: string | null;
  readonly made_at: string;
  /** Why the house could not do it as it stands; null while it only waits. */
  readonly trouble: string | null;
  /** Its owner has handed it over: where the house cannot do it, somebody in the district looks at it. */
  readonly handed_over: boolean;
}

/** Where waiting calls lie. Each method is done when what it did has reached the disk. */
export interface Shelf {
  put(one: WaitingCall): Promise<void>;
  /** In the order in which they were made. */
  list(): Promise<WaitingCall[]>;
  drop(call: string): Promise<void>;
}

/** What a phone is to the house: its own id and key, and the house's public keys. */
export interface PhoneIdentity {
  readonly phone: string;
  readonly signingKey: CryptoKey;
  readonly opening: string;
}

/** Brings a delivery to the house and its answer back: `{ said, signature }` as text. Throws without a signal. */
export type Carry = (delivery: string) => Promise<string>;

/**
 * Most calls in one delivery, and what they may come to as text. Photographs make calls heavy, and what is more than the house, or a
 * server before it, takes in one piece would never arrive.
 */
const together = { calls: 50, signs: 900_000 };

/** What waits, in the order it was made, cut into deliveries; one at least, so that the house is heard. */
function cutIntoDeliveries(waiting: readonly WaitingCall[]): WaitingCall[][] {
  const parts: WaitingCall[][] = [[]];
  let signs = 0;
  for (const one of waiting) {
    let part = parts.at(-1) ?? [];
    if (part.length >= together.calls || (part.length > 0 && signs + one.sealed.length > together.signs)) {
      part = [];
      parts.push(part);
      signs = 0;
    }
    part.push(one);
    signs += one.sealed.length;
  }
  return parts;
}

/**
 * Keeps a call until the house has it.
 *
 * @param copy what its owner reads again on this phone, sealed by the vault
 */
export async function keepCall(
  shelf: Shelf,
  { phone, signingKey, opening }: PhoneIdentity,
  call: Omit<StoredCall, 'phone'>,
  copy: string | null,
): Promise<void> {
  const sealed = await sealCall({ ...call, phone }, signingKey, mustRead(opening));
  const { made_at } = call;
  await shelf.put({
    call: call.call,
    sealed: writeBytes(sealed),
    copy,
    made_at,
    trouble: null,
    handed_over: false,
  });
}

/** How one attempt to send ended. */
export interface Sent {
  /** What the house said last; null where it did not answer, or not in its own name. */
  readonly answer: Answer | null;
  /** Calls that are no longer waiting. */
  readonly gone: readonly string[];
}

/**
 * Sends what waits, some calls at a time, and lets go of what the house has signed for: nothing else makes a call
 * leave the shelf. Two of these at once do no harm, and neither does an answer that is lost; a delivery that is not answered does not
 * hold up the next.
 *
 * @param receipts the house's public key for receipts: a P-256 point, as text
 * @param again also what the house could not do before
 */
export async function sendWaiting(
  shelf: Shelf,
  carry: Carry,
  { phone, receipts, again = false }: { phone: string; receipts: string; again?: boolean },
): Promise<Sent> {
  const waiting = (await shelf.list()).filter(({ trouble }) => again || trouble === null);
  const gone: string[] = [];
  let answer: Answer | null = null;
  for (const part of cutIntoDeliveries(waiting)) {
    const calls = part.map(({ call, sealed, handed_over }) => ({ call, sealed, handed_over }));
    const said = await readAnswer(await carry(JSON.stringify({ phone, calls })), receipts);
    if (said?.phone !== phone) continue;
    answer = said;
    for (const receipt of said.receipts) {
      const one = part.find(({ call }) => call === receipt.call);
      if (one && (await settle(shelf, one, receipt))) gone.push(one.call);
    }
  }
  return { answer, gone };
}

/** @returns whether the call has left the shelf */
async function settle(shelf: Shelf, one: WaitingCall, { outcome, sentence }: Receipt): Promise<boolean> {
  if (outcome === 'done' || outcome === 'kept') {
    await shelf.drop(one.call);
    return true;
  }
  await shelf.put({ ...one, trouble: sentence ?? '' });
  return false;
}

/** @returns null for what the house has not signed */
async function readAnswer(text: string, receipts: string): Promise<Answer | null> {
  try {
    const { said, signature } = JSON.parse(text) as { said: string; signature: string };
    const bytes = new TextEncoder().encode(said);
    const genuine = await verifyPoint(mustRead(receipts), mustRead(signature), bytes);
    return genuine ? (JSON.parse(said) as Answer) : null;
  } catch {
    return null;
  }
}

function mustRead(text: string): Uint8Array<ArrayBuffer> {
  const bytes = readBytes(text);
  if (bytes === null) throw new Error('a key of the house is no key');
  return bytes;
}
