import { prefectureNames, prefectureOf } from './standard-sets.ts';

/** An address with prefecture and town before it, said once. */
export function toFullAddress(
  address: string,
  town: { readonly code: string; readonly name: string },
): string {
  const plain = address.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
  if (prefectureNames.some((name) => plain.startsWith(name))) return plain;
  const from = plain.startsWith(town.name) ? '' : town.name;
  return `${prefectureOf(town.code)}${from}${plain}`;
}

/** The first telephone number in some words, in plain digits and hyphens; null: there is none. */
export function toPhoneNumber(words: string | null): string | null {
  const plain = words?.normalize('NFKC').replaceAll(/[‐‑‒–—―−]/g, '-');
  return plain?.match(/(?<!\d)0\d{1,4}-\d{1,4}-\d{3,4}(?!\d)|(?<!\d)0\d{9,10}(?!\d)/)?.[0] ?? null;
}
