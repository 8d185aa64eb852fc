import { findClosedRings } from './closed-rings.ts';
import { layOut } from './lay-out.ts';
import type { Town } from './town.ts';

/** The points of the best set of matches, found by looking at every set there is; null where none keeps to the rules. */
export function tryEverySet(town: Town): number | null {
  const layout = layOut(town);
  const { giver, receiver, offer, wish, score } = layout;
  const count = score.length;
  let best: number | null = null;
  // Those that are barred are not in the layout, so that one locked in as well would be missed.
  const named = new Set(town.rules?.lockedIn ?? []);
  const there = new Set(Array.from(layout.listed, (at) => town.candidates[at]?.id));
  if ([...named].some((id) => !there.has(id))) return null;
  for (let set = 0; set < 2 ** count; set++) {
    const has = (n: number) => (set & (1 << n)) !== 0;
    const matches = Array.from({ length: count }, (_, n) => n).filter(has);
    const held = (ends: Int32Array, end: number) => matches.filter((n) => ends[n] === end).length;
    const fits =
      matches.every(
        (n) =>
          held(offer, offer[n] as number) <= (layout.offerTimes[offer[n] as number] as number) &&
          held(wish, wish[n] as number) <= (layout.wishTimes[wish[n] as number] as number) &&
          held(giver, giver[n] as number) <= (layout.givesAtMost[giver[n] as number] as number),
      ) &&
      layout.lockedIn.every(has) &&
      layout.groups.every((group) => group.matches.filter(has).length <= group.atMost) &&
      layout.together.every((group) => group.every(has) || !group.some(has)) &&
      findClosedRings(layout, matches).every((ring) => ring.length <= layout.longestRing);
    if (!fits) continue;
    const both = new Set(
      matches.map((n) => giver[n]).filter((party) => matches.some((n) => receiver[n] === party)),
    );
    const points = matches.reduce((sum, n) => sum + (score[n] as number), layout.bonus * both.size);
    best = Math.max(best ?? points, points);
  }
  return best;
}
