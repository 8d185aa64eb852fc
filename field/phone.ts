import type { Answer } from '#domains/phones/answer.ts';
import { hoursKept } from '#domains/phones/model.ts';
import type { readMe } from '#domains/posts/api.ts';
import { todayIn } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { readBytes, signing, writeBytes } from '#platform/sealed-call.ts';
import { mintId } from '#platform/uuid.ts';
import { request } from '#ui/call.ts';
import { sendWaiting } from './outbox.ts';
import type { KeptPhone, Pocket } from './pocket.ts';
import type { Lock, Vault } from './vault.ts';

/** A phone whose vault is open, until the app is closed or has not been touched for a while. */
export interface OpenPhone {
  readonly vault: Vault;
  readonly phone: KeptPhone;
}

/** Who is signed in on this phone, or null. Throws `CallRefused` without a signal. */
export async function findOwner(): Promise<OutputOf<typeof readMe>['account']> {
  return (await request<OutputOf<typeof readMe>>('/api/me', {})).account;
}

/**
 * Makes this phone one of its owner's: the key is made here, and its public half goes to the house. Then the session ends: who
 * finds the phone finds nobody signed in, and what asks the house from now on is the key under the lock.
 */
export async function setUpPhone(
  pocket: Pocket,
  name: string,
  { vault, lock }: { vault: Vault; lock: Lock },
): Promise<OpenPhone> {
  const pair = await crypto.subtle.generateKey(signing, true, ['sign', 'verify']);
  const point = writeBytes(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const secret = writeBytes(new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)));
  const id = mintId();
  await request('/api/phones', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kanaeau-call': mintId() },
    body: JSON.stringify({ id, name, signing_key: point }),
  });
  const keys = await request<{ opening: string; receipts: string }>('/api/delivery-keys', {});
  const phone: KeptPhone = {
    ...{ id, name, lock, signing: await vault.seal(secret) },
    ...{ opening: keys.opening, receipts: keys.receipts, heard_at: Date.now(), ahead: 0, standing: 'good' },
  };
  await pocket.writePhone(phone);
  await request('/api/session', { method: 'DELETE', headers: { 'x-kanaeau-call': mintId() } });
  return { vault, phone };
}

/** The phone's private key, out of the vault for as long as it signs. */
export async function takeSigningKey({ vault, phone }: OpenPhone): Promise<CryptoKey> {
  const secret = phone.signing === null ? null : await vault.open(phone.signing);
  if (secret === null) throw new Error('the phone has no key any more');
  return crypto.subtle.importKey('pkcs8', readBytes(secret) ?? new Uint8Array(0), signing, false, ['sign']);
}

/** The day it is in the town, by the house's clock as it was last heard. */
export function todayOf({ ahead }: KeptPhone): string {
  return todayIn(new Date(Date.now() + ahead));
}

/**
 * Sends what waits, from one window of this phone at a time, and does what the house says: a phone that may not have the
 * round any more wipes it.
 *
 * @returns null without a signal, or while another window sends
 */
export async function sendNow(pocket: Pocket, again = false): Promise<Answer | null> {
  return navigator.locks.request('kanaeau-sending', { ifAvailable: true }, async (held) => {
    const phone = held && (await pocket.readPhone());
    if (!phone) return null;
    const carry = async (delivery: string) => {
      const answer = await fetch('/field/deliveries', {
        method: 'POST',
        body: delivery,
        credentials: 'omit',
      });
      return answer.text();
    };
    const sent = await sendWaiting(pocket, carry, { phone: phone.id, receipts: phone.receipts, again }).catch(
      () => null,
    );
    if (!sent?.answer) return null;
    const { standing, at } = sent.answer;
    const now = Date.now();
    await pocket.noteHeard({ heard_at: now, ahead: Date.parse(at) - now, standing });
    if (standing !== 'good') await pocket.wipe();
    return sent.answer;
  });
}

/** What became of a call that its owner has handed over. */
export type HandedOver = 'arrived' | 'waits' | 'refused';

/** Hands a call over to whoever gathers in the district: it is sent as it lies, and a person looks at what the house could not do. */
export async function handOverCall(pocket: Pocket, call: string): Promise<HandedOver> {
  const find = async () => (await pocket.list()).find((one) => one.call === call);
  const one = await find();
  if (one) await pocket.put({ ...one, trouble: null, handed_over: true });
  await sendNow(pocket);
  const left = await find();
  if (!left) return 'arrived';
  return left.trouble === null ? 'waits' : 'refused';
}

/** Whether the round has gone because the house was not heard for 72 hours. It goes whether or not anybody unlocks. */
export async function wipeWhatIsTooOld(pocket: Pocket): Promise<boolean> {
  const phone = await pocket.readPhone();
  if (!phone || Date.now() - phone.heard_at < hoursKept * 3_600_000) return false;
  if (await pocket.readRound()) await pocket.wipe();
  return true;
}
