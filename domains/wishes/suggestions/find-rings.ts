/** An offer that could answer a wish: who would give what to whom, and how well that fits, in points. */
export interface Fit {
  readonly id: string;
  readonly offer: string;
  readonly wish: string;
  readonly giver: string;
  readonly receiver: string;
  readonly score: number;
}

/** Each gives to the next: in a ring the last to the first, in a chain the last to the community. */
export interface Path {
  readonly kind: 'ring' | 'chain';
  /** From the fit on that answers the wish, or uses the offer, it was asked for. */
  readonly fits: readonly Fit[];
}

export interface PathsAsked {
  /** Parties on a path, at most; 2 is two who help each other. */
  readonly parties: number;
  /** How many paths to answer at most. */
  readonly most: number;
  /** Parties to whom one gives for all: a place, a gathering, a school. A chain ends there. */
  readonly communities: ReadonlySet<string>;
}

/** Fits by who gives to whom; of two parties the best fit alone. */
export interface FitsByGiver {
  readonly fits: readonly Fit[];
  readonly best: ReadonlyMap<string, ReadonlyMap<string, Fit>>;
}

export function indexFits(fits: readonly Fit[]): FitsByGiver {
  const best = new Map<string, Map<string, Fit>>();
  for (const fit of fits) {
    const own = best.get(fit.giver) ?? new Map<string, Fit>();
    best.set(fit.giver, own);
    const known = own.get(fit.receiver);
    if (!known || compareFits(fit, known) < 0) own.set(fit.receiver, fit);
  }
  return { fits, best };
}

/**
 * The rings and chains by which whoever has this wish gives something as well, or whoever makes this offer receives. The
 * shortest come first, because each party more is one more that must agree; of equally short ones the one whose weakest
 * fit is the best, because a ring holds as long as its weakest fit; then rings before chains, then the sum, then the ids.
 */
export function findRings(
  through: { readonly wish: string } | { readonly offer: string },
  { fits, best }: FitsByGiver,
  { parties, most, communities }: PathsAsked,
): Path[] {
  const isAsked = (fit: Fit) => ('wish' in through ? fit.wish === through.wish : fit.offer === through.offer);
  const found: Path[] = [];
  const extend = (way: readonly Fit[]) => {
    const first = way[0] as Fit;
    const last = way.at(-1) as Fit;
    const back = best.get(last.receiver)?.get(first.giver);
    if (back && way.length < parties) found.push({ kind: 'ring', fits: [...way, back] });
    if (way.length > 1 && communities.has(last.receiver)) found.push({ kind: 'chain', fits: way });
    if (way.length + 1 === parties) return;
    for (const fit of best.get(last.receiver)?.values() ?? [])
      if (!passes(way, fit.receiver)) extend([...way, fit]);
  };
  for (const fit of fits) if (isAsked(fit) && fit.giver !== fit.receiver) extend([fit]);
  return found.sort(comparePaths).slice(0, most);
}

function passes(way: readonly Fit[], party: string): boolean {
  return way.some(({ giver, receiver }) => giver === party || receiver === party);
}

function comparePaths(a: Path, b: Path): number {
  return (
    countParties(a) - countParties(b) ||
    Math.min(...b.fits.map(({ score }) => score)) - Math.min(...a.fits.map(({ score }) => score)) ||
    (a.kind === b.kind ? 0 : a.kind === 'ring' ? -1 : 1) ||
    sumScores(b) - sumScores(a) ||
    compareText(idsOf(a), idsOf(b))
  );
}

function countParties({ kind, fits }: Path): number {
  return kind === 'ring' ? fits.length : fits.length + 1;
}

function sumScores({ fits }: Path): number {
  return fits.reduce((sum, { score }) => sum + score, 0);
}

function idsOf({ fits }: Path): string {
  return fits.map(({ id }) => id).join(' ');
}

function compareFits(a: Fit, b: Fit): number {
  return b.score - a.score || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
