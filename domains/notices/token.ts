import { createHash, createHmac } from 'node:crypto';
import { hashSecret } from '#platform/credentials/secrets.ts';
import { currentSite } from '#platform/credentials/site.ts';

/** What stands in the letters to one address: it follows from the subscription's id and the house's key, and is kept as a hash alone. */
export function tokenOf(subscription: string): string {
  return createHmac('sha256', currentSite().sealingKey)
    .update(`notice subscription ${subscription}`)
    .digest('base64url');
}

/** The hash under which the gate knows a token. */
export function hashOfToken(token: string): Buffer {
  return hashSecret(token);
}

/** What stands for a device: whoever knows its address at the push service may end it, and only the browser and the house do. */
export function tokenOfDevice(endpoint: string): string {
  return createHash('sha256').update(`device ${endpoint}`).digest('base64url');
}
