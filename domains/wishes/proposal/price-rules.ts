import type { Component } from './components.ts';
import type { Network } from './network.ts';

/** How fast the steps by which prices change become smaller. They end when they are less than a point. */
const shrink = 0.8;

export interface Prices {
  /** No set of matches that keeps to the rules and to the bounds of now loses less than this against the free best. */
  leastLoss(): number;
  /** What the matches of now lose. */
  loss(): number;
  /** A match that is out and could be in, of a group that has a price and holds fewer than it may: what keeps the two apart. */
  undecided(): number | undefined;
  /** Takes the prices off again; the network is to be settled afterwards. */
  giveBack(): void;
}

/**
 * Puts a price in points on what groups hold too much of, and gives it back for as many as they may hold: what such a
 * flow costs is a lower bound for all that keep to the groups (Lagrange; Ahuja, Magnanti, Orlin, chapter 16). A few
 * steps of the subgradient, the best prices are kept. `free` is the cost of the best flow without rules.
 */
export function priceRules(
  network: Network,
  { groups, matches }: Component,
  free: number,
  eachStep: () => void,
): Prices {
  const { flow, cost, upper } = network;
  const plain = new Map(groups.flatMap((group) => group.matches.map((n) => [n, cost[n] as number])));
  const counts = () => groups.map((group) => group.matches.reduce((sum, n) => sum + (flow[n] as number), 0));
  const mayHold = ({ matches, atMost }: Component['groups'][number]) =>
    Math.min(
      atMost,
      matches.reduce((sum, n) => sum + (upper[n] as number), 0),
    );
  const charge = (prices: readonly number[]) => {
    const costs = new Map(plain);
    groups.forEach((group, at) => {
      for (const n of group.matches) costs.set(n, (costs.get(n) as number) + (prices[at] as number));
    });
    for (const [n, wanted] of costs) if (cost[n] !== wanted) network.charge(n, wanted);
  };
  const leastOf = (prices: readonly number[]) =>
    network.total -
    free -
    groups.reduce((sum, group, at) => sum + mayHold(group) * (prices[at] as number), 0);

  let prices = groups.map(() => 0);
  let best = { prices, least: leastOf(prices) };
  let step = groups.length > 0 ? meanGain(network, matches) / 4 : 0;
  for (; step >= 1; step *= shrink) {
    const now = counts();
    if (now.every((count, at) => count <= (groups[at]?.atMost ?? 0)) && prices.every((price) => price === 0))
      break;
    prices = prices.map((price, at) =>
      Math.max(0, price + Math.round(step) * ((now[at] as number) - (groups[at]?.atMost ?? 0))),
    );
    charge(prices);
    network.settle();
    eachStep();
    if (leastOf(prices) > best.least) best = { prices, least: leastOf(prices) };
  }
  charge(best.prices);
  network.settle();
  return {
    leastLoss: () => leastOf(best.prices),
    loss: () => {
      const paid = counts().reduce((sum, count, at) => sum + count * (best.prices[at] as number), 0);
      return network.total - paid - free;
    },
    undecided: () => {
      const now = counts();
      const group = groups.find(
        (one, at) => (best.prices[at] as number) > 0 && (now[at] as number) < mayHold(one),
      );
      return group?.matches.find((n) => flow[n] === 0 && upper[n] === 1);
    },
    giveBack: () => charge(best.prices.map(() => 0)),
  };
}

/** Points that a chosen match brings, in the mean. */
function meanGain({ flow, cost }: Network, matches: readonly number[]): number {
  const chosen = matches.filter((n) => flow[n] === 1);
  return -chosen.reduce((sum, n) => sum + (cost[n] as number), 0) / Math.max(1, chosen.length);
}
