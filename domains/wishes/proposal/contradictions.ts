import type { Candidate, Town } from './town.ts';

/** Why not all that is locked in can be kept: what is asked too much of, and the matches it is about. */
export interface Contradiction {
  readonly over: 'offer' | 'wish' | 'burden' | 'group' | 'barred';
  /** The offer, the wish or the party; empty otherwise. */
  readonly id: string;
  readonly matches: readonly string[];
}

/** Empty where everything that is locked in fits together. Matches that are in together are locked in together. */
export function findContradictions(town: Town): Contradiction[] {
  const { lockedIn = [], lockedOut = [], conflicts = [], groups = [], together = [] } = town.rules ?? {};
  const ids = new Set(lockedIn);
  for (let size = -1; size !== ids.size; ) {
    size = ids.size;
    for (const group of together) if (group.some((id) => ids.has(id))) for (const id of group) ids.add(id);
  }
  const locked = town.candidates.filter(({ id }) => ids.has(id));
  const offers = new Map(town.offers.map((offer) => [offer.id, offer]));
  const wishes = new Map(town.wishes.map((wish) => [wish.id, wish]));
  const parties = new Map(town.parties.map((party) => [party.id, party]));
  const giverOf = ({ offer }: Candidate) => offers.get(offer)?.party ?? '';
  const receiverOf = ({ wish }: Candidate) => wishes.get(wish)?.party ?? '';
  const crowded = (
    over: Contradiction['over'],
    keyOf: (candidate: Candidate) => string,
    mayHold: (key: string) => number,
  ): Contradiction[] =>
    [...Map.groupBy(locked, keyOf)]
      .filter(([key, matches]) => matches.length > mayHold(key))
      .map(([id, matches]) => ({ over, id, matches: matches.map((match) => match.id) }));

  const out = new Set(lockedOut);
  const apart = new Set(conflicts.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const barred = locked.filter(
    (match) =>
      out.has(match.id) ||
      giverOf(match) === receiverOf(match) ||
      apart.has(`${giverOf(match)} ${receiverOf(match)}`),
  );
  return [
    ...crowded(
      'offer',
      ({ offer }) => offer,
      (id) => offers.get(id)?.times ?? 0,
    ),
    ...crowded(
      'wish',
      ({ wish }) => wish,
      (id) => wishes.get(id)?.times ?? 0,
    ),
    ...crowded('burden', giverOf, (id) => parties.get(id)?.givesAtMost ?? 0),
    ...groups
      .map(({ matches, atMost }) => ({ held: matches.filter((id) => ids.has(id)), atMost }))
      .filter(({ held, atMost }) => held.length > atMost)
      .map(({ held }) => ({ over: 'group' as const, id: '', matches: held })),
    ...(barred.length > 0 ? [{ over: 'barred' as const, id: '', matches: barred.map(({ id }) => id) }] : []),
  ];
}
