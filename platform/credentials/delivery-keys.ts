import { createECDH, hkdfSync } from 'node:crypto';
import { exchange, signing, writeBytes } from '../sealed-call.ts';
import { currentSite } from './site.ts';

/** The two keys of the server that phones know the public half of. */
export interface DeliveryKeys {
  /** Opens what phones have sealed. */
  readonly opening: CryptoKey;
  /** Signs the receipts, for which alone a phone lets go of what it keeps. */
  readonly receipts: CryptoKey;
  /** What a phone seals to, and what it checks receipts with: P-256 points, as text. */
  readonly published: { readonly opening: string; readonly receipts: string };
}

const known = new WeakMap<Buffer, Promise<DeliveryKeys>>();

/**
 * Both follow from the house's sealing key, so there is nothing more to keep, to back up or to lose: a house restored with
 * its sealing key still opens what lies on the phones.
 */
export function deliveryKeys(): Promise<DeliveryKeys> {
  const { sealingKey } = currentSite();
  const found = known.get(sealingKey) ?? makeKeys(sealingKey);
  known.set(sealingKey, found);
  return found;
}

async function makeKeys(sealingKey: Buffer): Promise<DeliveryKeys> {
  const [opening, receipts] = [derivePair(sealingKey, 'opening'), derivePair(sealingKey, 'receipts')];
  return {
    opening: await crypto.subtle.importKey('jwk', opening.jwk, exchange, false, ['deriveBits']),
    receipts: await crypto.subtle.importKey('jwk', receipts.jwk, signing, false, ['sign']),
    published: { opening: opening.point, receipts: receipts.point },
  };
}

function derivePair(sealingKey: Buffer, purpose: string): { jwk: JsonWebKey; point: string } {
  for (let n = 0; ; n++) {
    const secret = Buffer.from(hkdfSync('sha256', sealingKey, '', `kanaeau ${purpose} ${n}`, 32));
    const pair = createECDH('prime256v1');
    try {
      pair.setPrivateKey(secret);
    } catch {
      // One number in four thousand million is no key of this curve; the next one is.
      continue;
    }
    const point = pair.getPublicKey();
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map(writeBytes);
    return {
      jwk: { kty: 'EC', crv: 'P-256', d: writeBytes(secret), x, y } as JsonWebKey,
      point: writeBytes(point),
    };
  }
}
