import { openCirculation } from './circulation.ts';
import { findComponents } from './components.ts';
import { findContradictions } from './contradictions.ts';
import { type Layout, layOut, scoreOf } from './lay-out.ts';
import type { Network } from './network.ts';
import { provenCost } from './proof.ts';
import { type Paths, readRings } from './read-rings.ts';
import { type Found, searchBest } from './search.ts';
import type { Candidate, Party, Town } from './town.ts';

export interface Proposal extends Paths {
  /** Ids of candidates, sorted. */
  readonly matches: readonly string[];
  /** Ids of parties that both give and receive, sorted. */
  readonly givesAndReceives: readonly string[];
  /** Points: the sum of `parts` and `bonus.points`. */
  readonly objective: number;
  /** No set of matches that keeps to the rules has more points than this. */
  readonly bound: number;
  /** `(bound - objective) / bound`; 0 where the proposal is proven to be the best. */
  readonly gap: number;
  /** The chosen candidates' parts, each summed. */
  readonly parts: Readonly<Record<string, number>>;
  readonly bonus: { readonly each: number; readonly parties: number; readonly points: number };
  /** What the best proposal without the rules would have; the difference is what they cost. */
  readonly withoutRules: number;
  /** Sets of parties that have nothing to do with one another. */
  readonly components: number;
  /** How many of them were searched because a rule was broken, and in how many steps. */
  readonly searched: { readonly components: number; readonly steps: number };
}

export interface Limits {
  /**
   * Steps of the search in a component of up to 2,000 candidates, each a flow made anew; in a larger one so many fewer as
   * it is larger, down to a hundredth. Counted, never timed.
   */
  readonly steps: number;
  /** Rings read out of the proposal have at most so many parties. */
  readonly ringsOf: number;
}

export const usualLimits: Limits = { steps: 20_000, ringsOf: 6 };

/** Which part of the work runs, and how much of it is done (0 to 1). */
export interface Progress {
  readonly phase: 'laying_out' | 'flow' | 'rules';
  readonly done: number;
}

/**
 * The set of matches with the most points: of each match its score, and a bonus for every party that both gives and
 * receives. Equal towns get equal proposals, in whatever order their lists stand.
 *
 * @throws Error where the town contradicts itself (`findContradictions` says how)
 */
export function propose(
  town: Town,
  limits: Limits = usualLimits,
  tell: (progress: Progress) => void = () => undefined,
): Proposal {
  tell({ phase: 'laying_out', done: 0 });
  if (findContradictions(town).length > 0) throw new Error('what is locked in does not fit together');
  const layout = layOut(town);
  const network = openCirculation(layout);
  settleTelling(network, tell);
  // The bound rests on the prices alone, whatever the search for them did.
  const free = 0 - provenCost(network);
  const components = findComponents(layout);
  tell({ phase: 'rules', done: 0 });
  const found = components.map((component, at) => {
    const done = at / components.length;
    const steps = Math.ceil(limits.steps * Math.min(1, Math.max(0.01, 2000 / component.matches.length)));
    return searchBest(network, layout, component, steps, () => tell({ phase: 'rules', done }));
  });
  return describe(town, layout, limits, free, found);
}

/** A word every so many paths, so that it costs nothing. */
function settleTelling(network: Network, tell: (progress: Progress) => void): void {
  let all = 0;
  let paths = 0;
  let done = 0;
  network.settle((left) => {
    all = Math.max(all, left);
    paths += 1;
    done = Math.max(done, 1 - left / all);
    if (paths % 1000 === 0) tell({ phase: 'flow', done });
  });
}

function describe(
  town: Town,
  layout: Layout,
  limits: Limits,
  free: number,
  found: readonly Found[],
): Proposal {
  if (found.some(({ matches }) => matches === null))
    throw new Error('no proposal that keeps to the rules was found');
  const numbers = found.flatMap(({ matches }) => matches ?? []).sort((a, b) => a - b);
  const partyId = (party: number) => (town.parties[layout.listedParties[party] as number] as Party).id;
  const gives = new Set(numbers.map((n) => layout.giver[n] as number));
  const receives = new Set(numbers.map((n) => layout.receiver[n] as number));
  const both = [...gives].filter((party) => receives.has(party)).sort((a, b) => a - b);
  const chosen = numbers.map((n) => town.candidates[layout.listed[n] as number] as Candidate);
  const bonus = { each: town.bonus, parties: both.length, points: town.bonus * both.length };
  const objective = chosen.reduce((sum, candidate) => sum + scoreOf(candidate), bonus.points);
  const bound = free - found.reduce((sum, { leastLoss }) => sum + leastLoss, 0);
  const links = chosen.map(({ id }, at) => ({
    id,
    giver: partyId(layout.giver[numbers[at] as number] as number),
    receiver: partyId(layout.receiver[numbers[at] as number] as number),
  }));
  return {
    matches: chosen.map(({ id }) => id).sort(),
    givesAndReceives: both.map(partyId),
    objective,
    bound,
    gap: bound === objective ? 0 : (bound - objective) / Math.abs(bound),
    parts: sumParts(chosen),
    bonus,
    withoutRules: free,
    components: found.length,
    searched: {
      components: found.filter(({ steps }) => steps > 0).length,
      steps: found.reduce((sum, { steps }) => sum + steps, 0),
    },
    ...readRings(links, Math.min(limits.ringsOf, layout.longestRing)),
  };
}

function sumParts(chosen: readonly Candidate[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { parts } of chosen)
    for (const part in parts) sums[part] = (sums[part] ?? 0) + (parts[part] as number);
  return sums;
}
