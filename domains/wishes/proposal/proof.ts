import type { Network } from './network.ts';

/**
 * What the prices prove, without trusting how they came about: no flow within the bounds costs less than this (weak
 * duality; what nodes take in and give out cancels, so each arc can be looked at alone).
 */
export function provenCost({ arcs, tail, head, cost, lower, upper, price }: Network): number {
  let least = 0;
  for (let arc = 0; arc < arcs; arc++) {
    const reduced =
      (cost[arc] as number) + (price[tail[arc] as number] as number) - (price[head[arc] as number] as number);
    least += reduced * ((reduced > 0 ? lower[arc] : upper[arc]) as number);
  }
  return least;
}

/** What the flow costs, counted anew. @throws Error where it breaks a bound or a node is out of balance */
export function countedCost({ nodes, arcs, tail, head, cost, lower, upper, flow }: Network): number {
  const balance = new Int32Array(nodes + 1);
  let spent = 0;
  for (let arc = 0; arc < arcs; arc++) {
    const x = flow[arc] as number;
    if (x < (lower[arc] as number) || x > (upper[arc] as number)) throw new Error(`arc ${arc} carries ${x}`);
    balance[tail[arc] as number] = (balance[tail[arc] as number] as number) - x;
    balance[head[arc] as number] = (balance[head[arc] as number] as number) + x;
    spent += x * (cost[arc] as number);
  }
  const off = balance.findIndex((sum) => sum !== 0);
  if (off >= 0) throw new Error(`node ${off} is out of balance`);
  return spent;
}
