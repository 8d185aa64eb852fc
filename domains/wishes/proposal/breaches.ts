import { findClosedRings } from './closed-rings.ts';
import type { Component } from './components.ts';
import type { Layout } from './lay-out.ts';

/** Matches that are in and matches that are out from here on. */
export interface Decision {
  readonly in: readonly number[];
  readonly out: readonly number[];
}

/** A list of decisions that are written out one at a time: of a long ring all at once fill gigabytes. */
export interface Breach {
  readonly count: number;
  decide(at: number): Decision;
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
): Breach[] {
  const breaches: Breach[] = [];
  for (const { matches, atMost } of component.groups) {
    const chosen = matches.filter(isChosen);
    if (chosen.length > atMost) breaches.push(oneOut(layout, chosen));
  }
  for (const group of component.together) {
    const chosen = group.filter(isChosen);
    if (chosen.length > 0 && chosen.length < group.length) breaches.push(eitherWay(group, 'out'));
  }
  if (breaches.length > 0 || component.parties <= layout.longestRing) return breaches;
  return findClosedRings(layout, component.matches.filter(isChosen))
    .filter(({ length }) => length > layout.longestRing)
    .map((ring) => oneAfterOther(oneOut(layout, ring), openedBy(layout, component, ring)));
}

/** The cheapest is left out, or it stays and the next is left out, and so on. */
function oneOut({ score }: Layout, matches: readonly number[]): Breach {
  const byScore = [...matches].sort((a, b) => (score[a] as number) - (score[b] as number) || a - b);
  return {
    count: byScore.length,
    decide: (at) => ({ in: byScore.slice(0, at), out: byScore.slice(at, at + 1) }),
  };
}

/** The whole ring stays, and another match of one of its parties opens it. */
function openedBy({ giver, receiver }: Layout, component: Component, ring: readonly number[]): Breach {
  const parties = new Set(ring.map((n) => giver[n] as number));
  const own = new Set(ring);
  const others = component.matches.filter(
    (n) => !own.has(n) && (parties.has(giver[n] as number) || parties.has(receiver[n] as number)),
  );
  return {
    count: others.length,
    decide: (at) => ({ in: [...ring, ...others.slice(at, at + 1)], out: others.slice(0, at) }),
  };
}

/** All of them in, or all of them out. */
export function eitherWay(matches: readonly number[], first: 'in' | 'out'): Breach {
  return {
    count: 2,
    decide: (at) => ((at === 0) === (first === 'in') ? { in: matches, out: [] } : { in: [], out: matches }),
  };
}

function oneAfterOther(first: Breach, then: Breach): Breach {
  return {
    count: first.count + then.count,
    decide: (at) => (at < first.count ? first.decide(at) : then.decide(at - first.count)),
  };
}
