import { type Decision, findBreach } from './breaches.ts';
import type { Component } from './components.ts';
import type { Layout } from './lay-out.ts';
import type { Network } from './network.ts';
import { priceRules } from './price-rules.ts';

export interface Found {
  /** Null where the rules allow no set of matches at all, or none was found within the steps. */
  readonly matches: readonly number[] | null;
  /** How many points less than without rules: of what was found, and of anything that could be. */
  readonly loss: number;
  readonly leastLoss: number;
  readonly steps: number;
}

/** A place of the search where each of several decisions keeps to a rule. */
interface Fork {
  readonly decisions: readonly Decision[];
  /** The first that was not looked into yet. */
  next: number;
  /** What the decision before it changed: arc, lower and upper bound that it had. */
  undo: (readonly [arc: number, lower: number, upper: number])[];
  readonly leastLoss: number;
}

/**
 * The best set of matches of one component that keeps to the rules: branch and bound over the flow, in which the rules
 * are prices. The network holds the best flow without rules, and does so again afterwards. Goes deep first, so that
 * something good is there soon; ends after `mayTake` steps and then says how much better anything could be.
 */
export function searchBest(
  network: Network,
  layout: Layout,
  component: Component,
  mayTake: number,
  eachStep: () => void,
): Found {
  const isChosen = (match: number) => network.flow[match] === 1;
  const chosen = () => component.matches.filter(isChosen);
  if (findBreach(layout, component, isChosen) === null)
    return { matches: chosen(), loss: 0, leastLoss: 0, steps: 0 };
  const prices = priceRules(network, component, network.total, eachStep);
  const forks: Fork[] = [];
  let found: readonly number[] | null = null;
  let loss = Number.POSITIVE_INFINITY;
  let steps = 0;
  let isFeasible = true;
  let isOpen = true;
  // With nothing in hand yet it goes on for longer.
  while (isOpen && steps < (found ? mayTake : 20 * mayTake)) {
    steps += 1;
    eachStep();
    const leastLoss = isFeasible ? prices.leastLoss() : Number.POSITIVE_INFINITY;
    if (leastLoss < loss) {
      const broken = findBreach(layout, component, isChosen);
      if (!broken && prices.loss() < loss) {
        found = chosen();
        loss = prices.loss();
      }
      const decisions = broken ?? eitherWay(prices.undecided());
      if (decisions.length > 0) forks.push({ decisions, next: 0, undo: [], leastLoss });
    }
    isOpen = decideNext(network, forks, loss);
    isFeasible = network.settle();
  }
  const leastLoss = forks.reduce(
    (least, fork, at) =>
      at === forks.length - 1 || fork.next < fork.decisions.length ? Math.min(least, fork.leastLoss) : least,
    loss,
  );
  for (const fork of forks.reverse()) takeBack(network, fork);
  prices.giveBack();
  network.settle();
  return { matches: found, loss, leastLoss, steps };
}

function eitherWay(match: number | undefined): Decision[] {
  if (match === undefined) return [];
  return [
    { in: [match], out: [] },
    { in: [], out: [match] },
  ];
}

/** Changes the bounds to those of the next decision worth looking into; false where there is none left. */
function decideNext(network: Network, forks: Fork[], loss: number): boolean {
  for (;;) {
    const fork = forks.at(-1);
    if (!fork) return false;
    takeBack(network, fork);
    const decision = fork.leastLoss < loss ? fork.decisions[fork.next] : undefined;
    fork.next += 1;
    if (!decision) forks.pop();
    else if (isPossible(network, decision)) {
      const fix = (arc: number, to: number) => {
        fork.undo.push([arc, network.lower[arc] as number, network.upper[arc] as number]);
        network.bound(arc, to, to);
      };
      for (const match of decision.in) fix(match, 1);
      for (const match of decision.out) fix(match, 0);
      return true;
    }
  }
}

function isPossible({ lower, upper }: Network, decision: Decision): boolean {
  return (
    decision.in.every((match) => upper[match] === 1) && decision.out.every((match) => lower[match] === 0)
  );
}

function takeBack(network: Network, fork: Fork): void {
  for (const [arc, lower, upper] of fork.undo.reverse()) network.bound(arc, lower, upper);
  fork.undo = [];
}
