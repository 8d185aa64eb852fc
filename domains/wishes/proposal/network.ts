import { Heap } from './heap.ts';

/** Arcs of a network while it is built: parallel lists, one entry an arc. */
export interface Arcs {
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly cost: Int32Array;
  readonly upper: Int32Array;
}

/**
 * A flow of least cost, kept optimal while costs and bounds change: successive shortest paths over prices. One node,
 * the ground, takes and gives whatever the others do (the circulation closes there), so that every search ends early and
 * near where it began. Whole numbers throughout, exact below 2^53. The order of nodes and arcs decides between equally
 * cheap flows, and nothing else does.
 *
 * An arc from u to v costs `cost + price[u] - price[v]` after prices. It is in order when that is positive and the flow
 * at its lower bound, negative and the flow at its upper bound, or zero. All arcs in order and all nodes in balance is
 * the proof that the flow is the cheapest (Ahuja, Magnanti, Orlin: Network Flows, 1993, sections 9.3 and 9.7).
 */
export class Network {
  readonly nodes: number;
  readonly arcs: number;
  readonly ground: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly cost: Int32Array;
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  readonly flow: Int32Array;
  readonly price: Float64Array;
  /** What the flow costs now, changed with every unit that moves. */
  total = 0;
  /** How many shortest paths were searched for so far. */
  searches = 0;

  /** What comes in less what goes out; positive is a surplus. */
  private readonly surplus: Int32Array;
  private readonly first: Int32Array;
  /** Arcs of a node, each as `2 × arc`, plus 1 where the node is its head. */
  private readonly around: Int32Array;
  private readonly waiting: number[] = [];
  private readonly distance: Float64Array;
  private readonly heap: Heap;
  private readonly ready: Int32Array;
  private readonly reachedBy: Int32Array;
  private readonly touched: Int32Array;
  private readonly done: Uint8Array;

  /** The ground is node `nodes`, one beyond the others; its price stays 0. */
  constructor(nodes: number, { tail, head, cost, upper }: Arcs, price: Float64Array) {
    this.nodes = nodes;
    this.ground = nodes;
    this.arcs = tail.length;
    this.tail = tail;
    this.head = head;
    this.cost = cost;
    this.upper = upper;
    this.lower = new Int32Array(tail.length);
    this.flow = new Int32Array(tail.length);
    this.price = price;
    this.surplus = new Int32Array(nodes + 1);
    this.distance = new Float64Array(nodes + 1).fill(Number.POSITIVE_INFINITY);
    this.heap = new Heap(this.distance);
    this.ready = new Int32Array(nodes + 1);
    this.reachedBy = new Int32Array(nodes + 1);
    this.touched = new Int32Array(nodes + 1);
    this.done = new Uint8Array(nodes + 1);
    [this.first, this.around] = listAround(nodes, tail, head);
    for (let arc = 0; arc < this.arcs; arc++) this.putInOrder(arc);
  }

  /** Gives an arc new bounds. Whoever changes some calls `settle` afterwards. */
  bound(arc: number, lower: number, upper: number): void {
    this.lower[arc] = lower;
    this.upper[arc] = upper;
    this.putInOrder(arc);
  }

  /** Gives an arc another cost. Whoever changes some calls `settle` afterwards. */
  charge(arc: number, cost: number): void {
    this.total += (cost - (this.cost[arc] as number)) * (this.flow[arc] as number);
    this.cost[arc] = cost;
    this.putInOrder(arc);
  }

  /**
   * Brings all nodes into balance on shortest paths. False where the bounds allow no flow at all; then the network is
   * in order again once the bounds are given back and it is settled anew. `each` is called after each path.
   */
  settle(each?: (left: number) => void): boolean {
    const { waiting, surplus } = this;
    let feasible = true;
    const stuck: number[] = [];
    // Deficits first: they end at a surplus where there is one, or at the ground.
    for (const sense of [-1, 1]) {
      for (let at = 0; at < waiting.length; at++) {
        const node = waiting[at] as number;
        while ((surplus[node] as number) * sense > 0) {
          if (!this.augment(node, sense)) {
            feasible = false;
            stuck.push(node);
            break;
          }
          each?.(waiting.length - at);
        }
      }
    }
    waiting.length = 0;
    waiting.push(...stuck);
    return feasible;
  }

  private putInOrder(arc: number): void {
    const flow = this.flow[arc] as number;
    const lower = this.lower[arc] as number;
    const upper = this.upper[arc] as number;
    const reduced = this.reducedCost(arc);
    const wanted = reduced > 0 ? lower : reduced < 0 ? upper : Math.min(Math.max(flow, lower), upper);
    if (wanted === flow) return;
    const more = wanted - flow;
    this.move(arc, more);
    this.lean(this.tail[arc] as number, -more);
    this.lean(this.head[arc] as number, more);
  }

  private reducedCost(arc: number): number {
    return (
      (this.cost[arc] as number) +
      (this.price[this.tail[arc] as number] as number) -
      (this.price[this.head[arc] as number] as number)
    );
  }

  private move(arc: number, more: number): void {
    this.flow[arc] = (this.flow[arc] as number) + more;
    this.total += (this.cost[arc] as number) * more;
  }

  private lean(node: number, more: number): void {
    if (node === this.ground) return;
    this.surplus[node] = (this.surplus[node] as number) + more;
    this.waiting.push(node);
  }

  /**
   * Sends what a node has too much of (sense 1), or fetches what it lacks (sense -1), along the shortest path to the
   * nearest node of the opposite kind or to the ground, and moves the prices of what it went through.
   */
  private augment(start: number, sense: number): boolean {
    this.searches += 1;
    const [end, length, count] = this.search(start, sense);
    const { touched, distance, price, done } = this;
    for (let i = 0; i < count; i++) {
      const node = touched[i] as number;
      if (end >= 0 && done[node] === 1 && (distance[node] as number) < length)
        price[node] = (price[node] as number) + sense * ((distance[node] as number) - length);
      distance[node] = Number.POSITIVE_INFINITY;
      done[node] = 0;
    }
    if (end < 0) return false;
    const amount = this.room(start, end, sense);
    for (let node = end; node !== start; ) {
      const way = this.reachedBy[node] as number;
      const arc = way >> 1;
      this.move(arc, (way & 1) === 0 ? amount : -amount);
      node = this.before(way, sense);
    }
    this.surplus[start] = (this.surplus[start] as number) - sense * amount;
    if (end !== this.ground) this.surplus[end] = (this.surplus[end] as number) + sense * amount;
    return true;
  }

  /** The node from which a search went over an arc; `way` is `2 × arc`, plus 1 where flow is taken back. */
  private before(way: number, sense: number): number {
    const along = ((way & 1) === 0) === sense > 0;
    return (along ? this.tail[way >> 1] : this.head[way >> 1]) as number;
  }

  private room(start: number, end: number, sense: number): number {
    let room = Math.abs(this.surplus[start] as number);
    if (end !== this.ground) room = Math.min(room, Math.abs(this.surplus[end] as number));
    for (let node = end; node !== start; ) {
      const way = this.reachedBy[node] as number;
      const arc = way >> 1;
      const flow = this.flow[arc] as number;
      const free = (way & 1) === 0 ? (this.upper[arc] as number) - flow : flow - (this.lower[arc] as number);
      if (free < room) room = free;
      node = this.before(way, sense);
    }
    return room;
  }

  /** Dijkstra over reduced costs. Answers where it ended (-1: nowhere), how far that is, how many nodes were touched. */
  private search(start: number, sense: number): [end: number, length: number, touched: number] {
    const { ground, tail, head, cost, lower, upper, flow, price, surplus, first, around } = this;
    const { distance, heap, ready, reachedBy, touched, done } = this;
    const forward = sense > 0;
    let count = 0;
    let end = -1;
    let best = Number.POSITIVE_INFINITY;
    let readyCount = 1;
    ready[0] = start;
    distance[start] = 0;
    touched[count++] = start;
    for (;;) {
      const node = readyCount > 0 ? (ready[--readyCount] as number) : heap.take();
      if (node < 0) break;
      if (done[node] === 1) continue;
      const here = distance[node] as number;
      if (here >= best) break;
      done[node] = 1;
      const own = price[node] as number;
      const stop = first[node + 1] as number;
      for (let i = first[node] as number; i < stop; i++) {
        const entry = around[i] as number;
        const arc = entry >> 1;
        const isHead = (entry & 1) === 1;
        // Going over an arc adds flow to it where the search goes the arc's own way.
        const adds = isHead !== forward;
        const x = flow[arc] as number;
        if (adds ? x >= (upper[arc] as number) : x <= (lower[arc] as number)) continue;
        const other = (isHead ? tail[arc] : head[arc]) as number;
        const reduced = isHead
          ? (cost[arc] as number) + (price[other] as number) - own
          : (cost[arc] as number) + own - (price[other] as number);
        const there = here + (adds ? reduced : -reduced);
        if (there >= best || there >= (distance[other] as number)) continue;
        const isNew = distance[other] === Number.POSITIVE_INFINITY;
        if (isNew) touched[count++] = other;
        distance[other] = there;
        reachedBy[other] = adds ? entry & ~1 : entry | 1;
        if (other === ground || (surplus[other] as number) * sense < 0) {
          best = there;
          end = other;
          if (there === here) break;
        } else if (isNew && there === here) ready[readyCount++] = other;
        else heap.raise(other);
      }
      if (best === here) break;
    }
    heap.clear();
    return [end, best, count];
  }
}

function listAround(
  nodes: number,
  tail: Int32Array,
  head: Int32Array,
): [first: Int32Array, around: Int32Array] {
  const first = new Int32Array(nodes + 2);
  for (let arc = 0; arc < tail.length; arc++) {
    first[(tail[arc] as number) + 1] = (first[(tail[arc] as number) + 1] as number) + 1;
    first[(head[arc] as number) + 1] = (first[(head[arc] as number) + 1] as number) + 1;
  }
  for (let node = 0; node <= nodes; node++)
    first[node + 1] = (first[node + 1] as number) + (first[node] as number);
  const next = first.slice();
  const around = new Int32Array(2 * tail.length);
  for (let arc = 0; arc < tail.length; arc++)
    for (const [node, entry] of [
      [tail[arc] as number, 2 * arc],
      [head[arc] as number, 2 * arc + 1],
    ] as const) {
      around[next[node] as number] = entry;
      next[node] = (next[node] as number) + 1;
    }
  return [first, around];
}
