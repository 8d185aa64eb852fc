import { createHash, createHmac } from 'node:crypto';
import { readPrintedCode } from '#platform/credentials/secrets.ts';
import { currentSite } from '#platform/credentials/site.ts';

/** Digits and capitals without I, L, O and U, as on every printed code. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The code on a registration's card: it follows from the registration and the house's key, so that it can be printed again, and stands nowhere. */
export function codeOfRegistration(id: string): string {
  const sealed = createHmac('sha256', currentSite().sealingKey).update(`registration ${id}`).digest();
  const signs = [...sealed.subarray(0, 16)].map((byte) => alphabet[byte & 31]).join('');
  return readPrintedCode(signs);
}

/** The id of somebody whom a registration adds to the list of a place: it follows from the registration. */
export function guestOfRegistration(id: string): string {
  const hex = createHash('sha256').update(`guest of ${id}`).digest('hex');
  return `${id.slice(0, 14)}7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}
