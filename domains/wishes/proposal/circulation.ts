import type { Layout } from './lay-out.ts';
import { Network } from './network.ts';

/**
 * The flow whose cheapest state is the best set of matches. A unit of flow is a match: from the ground to its giver, to
 * the offer, over the candidate to the wish, to its receiver, and back to the ground. A party that both gives and receives
 * has one arc of capacity 1 from what it receives to what it gives, and that one carries the bonus. Costs are points with
 * the sign turned.
 *
 * Arc n is candidate n, for every candidate; the arcs around them follow. Nodes that would only pass on are left out.
 */
export function openCirculation(layout: Layout): Network {
  const { offerTimes, offerParty, wishParty, wishTimes, offer, wish, score } = layout;
  const offers = offerParty.length;
  const wishes = wishParty.length;
  const offered = sumBy(layout.givesAtMost.length, offerParty, capBy(offers, offer, offerTimes));
  const wished = sumBy(layout.givesAtMost.length, wishParty, capBy(wishes, wish, wishTimes));
  const sizes = { offers: capBy(offers, offer, offerTimes), wishes: capBy(wishes, wish, wishTimes) };

  const arcs: { tail: number; head: number; cost: number; upper: number }[] = [];
  const join = (tail: number, head: number, upper: number, cost = 0) =>
    arcs.push({ tail, head, cost, upper });
  const ground = -1;
  let nodes = offers + wishes;
  const gate = new Int32Array(layout.givesAtMost.length).fill(ground);
  const receipt = new Int32Array(layout.givesAtMost.length).fill(ground);
  for (let party = 0; party < layout.givesAtMost.length; party++) {
    const gives = Math.min(layout.givesAtMost[party] as number, offered[party] as number);
    const receives = wished[party] as number;
    const both = layout.bonus > 0 && gives > 0 && receives > 0;
    if (!both && gives === offered[party]) continue;
    gate[party] = nodes++;
    if (!both) {
      join(ground, gate[party] as number, gives);
      continue;
    }
    // The cap lies between two nodes, so that what the bonus brings in counts towards it as well.
    const entry = nodes++;
    receipt[party] = nodes++;
    join(ground, entry, gives);
    join(entry, gate[party] as number, gives);
    join(receipt[party] as number, entry, 1, -layout.bonus);
    join(receipt[party] as number, ground, receives);
  }
  for (let n = 0; n < offers; n++)
    join(gate[offerParty[n] as number] as number, n, sizes.offers[n] as number);
  for (let n = 0; n < wishes; n++)
    join(offers + n, receipt[wishParty[n] as number] as number, sizes.wishes[n] as number);

  const all = offer.length + arcs.length;
  const laid = {
    tail: new Int32Array(all),
    head: new Int32Array(all),
    cost: new Int32Array(all),
    upper: new Int32Array(all),
  };
  for (let n = 0; n < offer.length; n++) {
    laid.tail[n] = offer[n] as number;
    laid.head[n] = offers + (wish[n] as number);
    laid.cost[n] = -(score[n] as number);
    laid.upper[n] = 1;
  }
  arcs.forEach(({ tail, head, cost, upper }, n) => {
    const arc = offer.length + n;
    laid.tail[arc] = tail < 0 ? nodes : tail;
    laid.head[arc] = head < 0 ? nodes : head;
    laid.cost[arc] = cost;
    laid.upper[arc] = upper;
  });
  const network = new Network(nodes, laid, priceAtFirst(layout, nodes, receipt));
  for (const n of layout.lockedIn) network.bound(n, 1, 1);
  return network;
}

/** Each wish at its best candidate: what only candidates decide is then in order before any search. */
function priceAtFirst(
  { offerParty, wishParty, wish, score }: Layout,
  nodes: number,
  receipt: Int32Array,
): Float64Array {
  const price = new Float64Array(nodes + 1);
  const offers = offerParty.length;
  for (let n = 0; n < wish.length; n++) {
    const node = offers + (wish[n] as number);
    price[node] = Math.min(price[node] as number, -(score[n] as number));
  }
  for (let n = 0; n < wishParty.length; n++) {
    const node = receipt[wishParty[n] as number] as number;
    if (node >= 0) price[node] = Math.min(price[node] as number, price[offers + n] as number);
  }
  return price;
}

/** No more than there are candidates: a unit that could never move costs searches. */
function capBy(length: number, ends: Int32Array, times: Int32Array): Int32Array {
  const degree = new Int32Array(length);
  for (const end of ends) degree[end] = (degree[end] as number) + 1;
  return degree.map((candidates, n) => Math.min(candidates, times[n] as number));
}

function sumBy(length: number, owner: Int32Array, amounts: Int32Array): Int32Array {
  const sums = new Int32Array(length);
  for (let n = 0; n < owner.length; n++) {
    const party = owner[n] as number;
    sums[party] = (sums[party] as number) + (amounts[n] as number);
  }
  return sums;
}
