import { findClosedRings } from './closed-rings.ts';
import type { Component } from './components.ts';
import type { Layout } from './lay-out.ts';

/** Matches that are in and matches that are out from here on. */
export interface Decision {
  readonly in: readonly number[];
  readonly out: readonly number[];
}

/**
 * The rules that these matches break, each as a list of decisions: every set of matches that keeps to the rule, and no set
 * that breaks it as this one does, is found under exactly one of them. Groups first, then what belongs together, and rings
 * only where nothing else is broken. Empty where all is kept.
 */
export function findBreaches(
  layout: Layout,
  component: Component,
  isChosen: (match: number) => boolean,
): Decision[][] {
  const breaches: Decision[][] = [];
  for (const { matches, atMost } of component.groups) {
    const chosen = matches.filter(isChosen);
    if (chosen.length > atMost) breaches.push(oneOut(layout, chosen));
  }
  for (const group of component.together) {
    const chosen = group.filter(isChosen);
    if (chosen.length > 0 && chosen.length < group.length)
      breaches.push([
        { in: [], out: group },
        { in: group, out: [] },
      ]);
  }
  if (breaches.length > 0 || component.parties <= layout.longestRing) return breaches;
  return findClosedRings(layout, component.matches.filter(isChosen))
    .filter(({ length }) => length > layout.longestRing)
    .map((ring) => [...oneOut(layout, ring), ...openedBy(layout, component, ring)]);
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
