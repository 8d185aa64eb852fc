import { readDeliveryKeys, registerPhone } from '#domains/phones/api.ts';
import { signing, writeBytes } from '#platform/sealed-call.ts';
import { mintId } from '#platform/uuid.ts';
import type { PhoneIdentity, Shelf, WaitingCall } from '../field/outbox.ts';
import type { Town } from './town.ts';

/** A phone of the cast, as the field app makes one: registered over the API, its private key its own. */
export interface TestPhone extends PhoneIdentity {
  readonly who: string;
  readonly receipts: string;
}

export async function registerTestPhone(town: Town, who: string): Promise<TestPhone> {
  const pair = await crypto.subtle.generateKey(signing, false, ['sign', 'verify']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const phone = mintId();
  await town.as(who).call(registerPhone, { id: phone, name: '見本の電話', signing_key: writeBytes(point) });
  const { opening, receipts } = await town.as(who).call(readDeliveryKeys, {});
  return { who, phone, signingKey: pair.privateKey, opening, receipts };
}

/** The network as it should be: what is handed over arrives, and the answer comes back. */
export function carryTo(town: Town): (delivery: string) => Promise<string> {
  return async (delivery) => {
    const response = await town.app.request('/field/deliveries', { method: 'POST', body: delivery });
    return response.text();
  };
}

/** A shelf that outlives the app but not the test. */
export function openShelf(): Shelf & { readonly lies: Map<string, WaitingCall> } {
  const lies = new Map<string, WaitingCall>();
  return {
    lies,
    put: async (one) => void lies.set(one.call, one),
    list: async () => [...lies.values()].sort((a, b) => (a.call < b.call ? -1 : 1)),
    drop: async (call) => void lies.delete(call),
  };
}
