import type { Layout } from './lay-out.ts';

/**
 * The closed rings among these matches: each party on it gives once, to the next, and receives once, from the one before.
 * Each ring from its smallest match on; rings in that order too.
 */
export function findClosedRings({ giver, receiver }: Layout, matches: readonly number[]): number[][] {
  const gives = new Map<number, number>();
  const received = new Set<number>();
  const several = new Set<number>();
  for (const n of matches) {
    const [from, to] = [giver[n] as number, receiver[n] as number];
    if (gives.has(from)) several.add(from);
    if (received.has(to)) several.add(to);
    gives.set(from, n);
    received.add(to);
  }
  const rings: number[][] = [];
  const seen = new Set<number>();
  for (const start of matches) {
    const ring: number[] = [];
    let n: number | undefined = start;
    while (n !== undefined && !seen.has(n) && !several.has(giver[n] as number)) {
      seen.add(n);
      ring.push(n);
      n = gives.get(receiver[n] as number);
    }
    if (n === start && ring.length > 0) rings.push(ring);
  }
  return rings;
}
