import { type Breach, type Decision, eitherWay, findBreaches } from './breaches.ts';
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

/** Of the rules that are broken a quarter is decided on before the flow is made anew: few flows, and most stays as it is best. */
const atOnce = 4;

/** A place of the search where each of several decisions keeps to a rule. */
interface Fork {
  readonly breach: Breach;
  /** The first decision that was not looked into yet. */
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
  if (findBreaches(layout, component, isChosen).length === 0)
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
    let isDecided = false;
    const leastLoss = isFeasible ? prices.leastLoss() : Number.POSITIVE_INFINITY;
    if (leastLoss < loss) {
      const broken = findBreaches(layout, component, isChosen);
      if (broken.length === 0 && prices.loss() < loss) {
        found = chosen();
        loss = prices.loss();
      }
      const undecided = broken.length === 0 ? prices.undecided() : undefined;
      const apart = undecided === undefined ? [] : [eitherWay([undecided], 'in')];
      for (const breach of [...apart, ...broken.slice(0, Math.ceil(broken.length / atOnce))]) {
        const fork: Fork = { breach, next: 0, undo: [], leastLoss };
        forks.push(fork);
        isDecided = takeNext(network, fork, loss);
        if (!isDecided) break;
      }
    }
    isOpen = isDecided || decideNext(network, forks, loss);
    isFeasible = network.settle();
  }
  const leastLoss = forks.reduce(
    (least, fork, at) =>
      at === forks.length - 1 || fork.next < fork.breach.count ? Math.min(least, fork.leastLoss) : least,
    loss,
  );
  for (const fork of forks.reverse()) takeBack(network, fork);
  prices.giveBack();
  network.settle();
  return { matches: found, loss, leastLoss, steps };
}

/** Goes back to where a decision is left that is worth looking into; false where there is none. */
function decideNext(network: Network, forks: Fork[], loss: number): boolean {
  for (let fork = forks.at(-1); fork; fork = forks.at(-1)) {
    if (takeNext(network, fork, loss)) return true;
    forks.pop();
  }
  return false;
}

/** Changes the bounds to those of the fork's next decision; false where none is left, or none worth it. */
function takeNext(network: Network, fork: Fork, loss: number): boolean {
  takeBack(network, fork);
  while (fork.leastLoss < loss) {
    if (fork.next === fork.breach.count) return false;
    const decision = fork.breach.decide(fork.next);
    fork.next += 1;
    if (!isPossible(network, decision)) continue;
    const fix = (arc: number, to: number) => {
      if (network.lower[arc] === to && network.upper[arc] === to) return;
      fork.undo.push([arc, network.lower[arc] as number, network.upper[arc] as number]);
      network.bound(arc, to, to);
    };
    for (const match of decision.in) fix(match, 1);
    for (const match of decision.out) fix(match, 0);
    return true;
  }
  return false;
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
