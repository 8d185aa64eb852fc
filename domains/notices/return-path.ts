import { createHmac, timingSafeEqual } from 'node:crypto';
import { currentSite } from '#platform/credentials/site.ts';

/** Hex digits of the proof: enough that nobody guesses one for a delivery, and the part before the @ stays below 64 signs. */
const proofDigits = 12;

/**
 * The envelope sender of one letter (VERP): what comes back to it says by its address which delivery it is of, and nothing of whom. The
 * proof follows from the house's key, so that nobody makes one up.
 *
 * @param returnTo the address that takes what comes back, e.g. `modori@example.jp`
 */
export function returnPathOf(returnTo: string, delivery: string): string {
  const at = returnTo.lastIndexOf('@');
  return `${returnTo.slice(0, at)}+${delivery.replaceAll('-', '')}${proofOf(delivery)}${returnTo.slice(at)}`;
}

/** The delivery whose letter has come back to one of these addresses; nothing where none of them is ours. */
export function deliveryOfReturn(addresses: string): string | null {
  for (const [, hex = '', proof = ''] of addresses.matchAll(/\+([0-9a-f]{32})([0-9a-f]{12})@/gi)) {
    const id = hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    if (timingSafeEqual(Buffer.from(proofOf(id)), Buffer.from(proof.toLowerCase()))) return id;
  }
  return null;
}

function proofOf(delivery: string): string {
  return createHmac('sha256', currentSite().sealingKey)
    .update(`notice return ${delivery}`)
    .digest('hex')
    .slice(0, proofDigits);
}
