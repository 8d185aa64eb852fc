/**
 * Nodes waiting in the order of their distance. A node that comes nearer moves forward. Distances are shared with
 * whoever searches; equal distances leave in a fixed order.
 */
export class Heap {
  private readonly nodes: Int32Array;
  /** Place in `nodes`, -1 where a node does not wait. */
  private readonly places: Int32Array;
  private readonly distance: Float64Array;
  size = 0;

  constructor(distance: Float64Array) {
    this.distance = distance;
    this.nodes = new Int32Array(distance.length);
    this.places = new Int32Array(distance.length).fill(-1);
  }

  /** Adds a node, or moves one whose distance has become smaller. */
  raise(node: number): void {
    const { nodes, places, distance } = this;
    let place = places[node] as number;
    if (place < 0) place = this.size++;
    const own = distance[node] as number;
    while (place > 0) {
      const parent = (place - 1) >> 2;
      const above = nodes[parent] as number;
      if ((distance[above] as number) <= own) break;
      nodes[place] = above;
      places[above] = place;
      place = parent;
    }
    nodes[place] = node;
    places[node] = place;
  }

  /** Takes the nearest; -1 when nothing waits. */
  take(): number {
    const { nodes, places, distance } = this;
    if (this.size === 0) return -1;
    const first = nodes[0] as number;
    places[first] = -1;
    const last = nodes[--this.size] as number;
    if (this.size === 0) return first;
    const own = distance[last] as number;
    let place = 0;
    for (;;) {
      let child = 4 * place + 1;
      if (child >= this.size) break;
      const end = Math.min(child + 4, this.size);
      for (let other = child + 1; other < end; other++)
        if ((distance[nodes[other] as number] as number) < (distance[nodes[child] as number] as number))
          child = other;
      const below = nodes[child] as number;
      if ((distance[below] as number) >= own) break;
      nodes[place] = below;
      places[below] = place;
      place = child;
    }
    nodes[place] = last;
    places[last] = place;
    return first;
  }

  clear(): void {
    for (let place = 0; place < this.size; place++) this.places[this.nodes[place] as number] = -1;
    this.size = 0;
  }
}
