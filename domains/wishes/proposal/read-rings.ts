/** One match as it stands in a ring or chain: who gives to whom. */
export interface Link {
  readonly id: string;
  readonly giver: string;
  readonly receiver: string;
}

export interface Paths {
  /** Each gives to the next, the last to the first. From the link with the smallest id on. */
  readonly rings: readonly (readonly Link[])[];
  /** Each receiver of a link gives in the next one; of two links and more. */
  readonly chains: readonly (readonly Link[])[];
}

/**
 * Reads rings and chains out of a set of matches, each match in at most one of them: rings first, the shortest first,
 * none of more than `longest` parties; what is left over becomes chains. Links are taken in the order of their ids, so
 * that equal sets read equally.
 */
export function readRings(links: readonly Link[], longest: number): Paths {
  const ordered = [...links].sort((a, b) => (a.id < b.id ? -1 : 1));
  const from = Map.groupBy(ordered, ({ giver }) => giver);
  const used = new Set<Link>();
  const rings: Link[][] = [];
  const next = (party: string) => (from.get(party) ?? []).filter((link) => !used.has(link));
  for (let length = 2; length <= longest; length++)
    for (const start of ordered) {
      if (used.has(start)) continue;
      const ring = closeRing(start, length, next);
      if (!ring) continue;
      rings.push(ring);
      for (const link of ring) used.add(link);
    }
  return { rings, chains: readChains(ordered, used, next) };
}

/** The shortest way back to where the link began, if it has so many links or fewer; its own way on is the first. */
function closeRing(start: Link, longest: number, next: (party: string) => Link[]): Link[] | undefined {
  const reachedBy = new Map<string, Link>();
  let ends = [start];
  for (let length = 2; length <= longest; length++) {
    const further: Link[] = [];
    for (const { receiver } of ends)
      for (const link of next(receiver)) {
        if (link === start || reachedBy.has(link.receiver)) continue;
        reachedBy.set(link.receiver, link);
        if (link.receiver === start.giver) return goBack(start, reachedBy);
        further.push(link);
      }
    ends = further;
  }
  return undefined;
}

function goBack(start: Link, reachedBy: ReadonlyMap<string, Link>): Link[] {
  const way: Link[] = [];
  for (let party = start.giver; party !== start.receiver; ) {
    const link = reachedBy.get(party) as Link;
    way.unshift(link);
    party = link.giver;
  }
  return [start, ...way];
}

/** Begins where somebody gives who receives nothing, and only then anywhere. */
function readChains(ordered: readonly Link[], used: Set<Link>, next: (party: string) => Link[]): Link[][] {
  const received = new Set(ordered.filter((link) => !used.has(link)).map(({ receiver }) => receiver));
  const starts = [...ordered.filter(({ giver }) => !received.has(giver)), ...ordered];
  const chains: Link[][] = [];
  for (const start of starts) {
    if (used.has(start)) continue;
    const chain: Link[] = [];
    for (let link: Link | undefined = start; link; link = next(link.receiver)[0]) {
      chain.push(link);
      used.add(link);
    }
    if (chain.length > 1) chains.push(chain);
  }
  return chains;
}
