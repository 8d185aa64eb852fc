import { findClosedRings } from './closed-rings.ts';
import type { Component } from './components.ts';
import type { Layout } from './lay-out.ts';

/** Matches that are in and matches that are out from here on. */
export interface Decision {
  readonly in: readonly number[];
  readonly out: readonly number[];
}

/**
 * The first rule that these matches break, as a list of decisions: every set of matches that keeps to the rule, and no
 * set that breaks it as this one does, is found under exactly one of them. Null where all is kept.
 */
export function findBreach(
  layout: Layout,
  component: Component,
  isChosen: (match: number) => boolean,
): Decision[] | null {
  for (const { matches, atMost } of component.groups) {
    const chosen = matches.filter(isChosen);
    if (chosen.length > atMost) return oneOut(layout, chosen);
  }
  for (const group of component.together) {
    const chosen = group.filter(isChosen);
    if (chosen.length > 0 && chosen.length < group.length)
      return [
        { in: [], out: group },
        { in: group, out: [] },
      ];
  }
  if (component.parties <= layout.longestRing) return null;
  const ring = findClosedRings(layout, component.matches.filter(isChosen)).find(
    ({ length }) => length > layout.longestRing,
  );
  return ring ? [...oneOut(layout, ring), ...openedBy(layout, component, ring)] : null;
}

/** The cheapest is left out, or it stays and the next is left out, and so on. */
function oneOut({ score }: Layout, matches: readonly number[]): Decision[] {
  const byScore = [...matches].sort((a, b) => (score[a] as number) - (score[b] as number) || a - b);
  return byScore.map((match, at) => ({ in: byScore.slice(0, at), out: [match] }));
}

/** The whole ring stays, and another match of one of its parties opens it. */
function openedBy({ giver, receiver }: Layout, component: Component, ring: readonly number[]): Decision[] {
  const parties = new Set(ring.map((n) => giver[n] as number));
  const own = new Set(ring);
  const others = component.matches.filter(
    (n) => !own.has(n) && (parties.has(giver[n] as number) || parties.has(receiver[n] as number)),
  );
  return others.map((match, at) => ({ in: [...ring, match], out: others.slice(0, at) }));
}
