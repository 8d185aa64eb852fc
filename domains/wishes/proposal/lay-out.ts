import type { Candidate, Party, Rules, Side, Town } from './town.ts';

/**
 * A town as numbers: parties, offers and wishes are numbered in the order of their ids, candidates by offer, then wish,
 * so that equal towns are equal however their lists were sorted. Candidates that can never be chosen are not in it.
 */
export interface Layout {
  readonly givesAtMost: Int32Array;
  readonly offerParty: Int32Array;
  readonly offerTimes: Int32Array;
  readonly wishParty: Int32Array;
  readonly wishTimes: Int32Array;
  readonly offer: Int32Array;
  readonly wish: Int32Array;
  readonly giver: Int32Array;
  readonly receiver: Int32Array;
  readonly score: Int32Array;
  readonly bonus: number;
  /** Of each candidate its place in the town's list. */
  readonly listed: Int32Array;
  /** Of each party its place in the town's list. */
  readonly listedParties: Int32Array;
  /** Also those that a locked one brings with it. */
  readonly lockedIn: readonly number[];
  readonly groups: readonly { readonly matches: readonly number[]; readonly atMost: number }[];
  readonly together: readonly (readonly number[])[];
  /** Infinity where no rule says how long. */
  readonly longestRing: number;
}

/** @throws Error where a list names an id that does not exist or holds one twice, or a score is no whole number */
export function layOut(town: Town): Layout {
  const rules = town.rules ?? {};
  const parties = numberById(town.parties);
  const offers = laySide(town.offers, parties.numbers);
  const wishes = laySide(town.wishes, parties.numbers);
  const { listed, offer, wish } = orderCandidates(town, offers, wishes, parties.numbers);
  const numbers = namesCandidates(rules)
    ? new Map(Array.from(listed, (at, n) => [(town.candidates[at] as Candidate).id, n]))
    : new Map<string, number>();
  const known = (ids: readonly string[]) =>
    [...new Set(ids.flatMap((id) => numbers.get(id) ?? []))].sort((a, b) => a - b);
  const together = (rules.together ?? []).map(known).filter((group) => group.length > 1);
  return {
    givesAtMost: Int32Array.from(parties.order, (at) => (town.parties[at] as Party).givesAtMost),
    offerParty: offers.party,
    offerTimes: offers.times,
    wishParty: wishes.party,
    wishTimes: wishes.times,
    offer,
    wish,
    giver: offer.map((n) => offers.party[n] as number),
    receiver: wish.map((n) => wishes.party[n] as number),
    score: Int32Array.from(listed, (at) => scoreOf(town.candidates[at] as Candidate)),
    bonus: town.bonus,
    listed,
    listedParties: parties.order,
    lockedIn: withCompany(known(rules.lockedIn ?? []), together),
    groups: (rules.groups ?? []).map(({ matches, atMost }) => ({ matches: known(matches), atMost })),
    together,
    longestRing: rules.longestRing ?? Number.POSITIVE_INFINITY,
  };
}

/** The sum of its parts. @throws Error where that is no whole number */
export function scoreOf({ id, parts }: Candidate): number {
  let score = 0;
  for (const part in parts) score += parts[part] as number;
  if (!Number.isInteger(score)) throw new Error(`the score of ${id} is no whole number`);
  return score;
}

function namesCandidates({ lockedIn, groups, together }: Rules): boolean {
  return [lockedIn, groups, together].some((list) => list !== undefined && list.length > 0);
}

/** With every match also those that are all in or all out with it. */
function withCompany<T>(start: readonly T[], together: readonly (readonly T[])[]): readonly T[] {
  const all = new Set(start);
  for (let size = -1; size !== all.size; ) {
    size = all.size;
    for (const group of together)
      if (group.some((one) => all.has(one))) for (const one of group) all.add(one);
  }
  return [...all];
}

interface Numbered {
  /** Places in the list, in the order of the ids. */
  readonly order: Int32Array;
  readonly numbers: ReadonlyMap<string, number>;
}

function numberById(list: readonly { readonly id: string }[]): Numbered {
  const idAt = (at: number) => (list[at] as { id: string }).id;
  const order = Int32Array.from(list.keys()).sort((a, b) => (idAt(a) < idAt(b) ? -1 : 1));
  const numbers = new Map<string, number>();
  for (let n = 0; n < order.length; n++) numbers.set(idAt(order[n] as number), n);
  if (numbers.size < list.length) throw new Error('an id stands in its list twice');
  return { order, numbers };
}

interface LaidSide {
  readonly numbers: ReadonlyMap<string, number>;
  readonly party: Int32Array;
  readonly times: Int32Array;
}

function laySide(list: readonly Side[], parties: ReadonlyMap<string, number>): LaidSide {
  const { order, numbers } = numberById(list);
  const party = Int32Array.from(order, (at) => find(parties, (list[at] as Side).party));
  return { numbers, party, times: Int32Array.from(order, (at) => (list[at] as Side).times) };
}

function find(numbers: ReadonlyMap<string, number>, id: string): number {
  const n = numbers.get(id);
  if (n === undefined) throw new Error(`${id} is named and does not exist`);
  return n;
}

function orderCandidates(
  town: Town,
  offers: LaidSide,
  wishes: LaidSide,
  parties: ReadonlyMap<string, number>,
): { listed: Int32Array; offer: Int32Array; wish: Int32Array } {
  const { candidates } = town;
  const offer = Int32Array.from(candidates, (candidate) => find(offers.numbers, candidate.offer));
  const wish = Int32Array.from(candidates, (candidate) => find(wishes.numbers, candidate.wish));
  const barred = findBarred(
    town,
    offer.map((n) => offers.party[n] as number),
    wish.map((n) => wishes.party[n] as number),
    parties,
  );
  const kept = Int32Array.from(candidates.keys()).filter((at) => barred[at] === 0);
  const listed = sortBy(sortBy(kept, wish, wishes.party.length), offer, offers.party.length);
  for (let n = 1; n < listed.length; n++) {
    const [a, b] = [listed[n - 1] as number, listed[n] as number];
    if (offer[a] === offer[b] && wish[a] === wish[b])
      throw new Error(`${candidates[a]?.id} and ${candidates[b]?.id} are of one offer and one wish`);
  }
  return {
    listed,
    offer: listed.map((at) => offer[at] as number),
    wish: listed.map((at) => wish[at] as number),
  };
}

/** Of each candidate of the town 1 where it can never be chosen: left out, across a conflict, or with oneself. */
function findBarred(
  { candidates, rules = {} }: Town,
  giver: Int32Array,
  receiver: Int32Array,
  parties: ReadonlyMap<string, number>,
): Uint8Array {
  const pairOf = (a: number, b: number) => Math.min(a, b) * parties.size + Math.max(a, b);
  const apart = new Set((rules.conflicts ?? []).map(([a, b]) => pairOf(find(parties, a), find(parties, b))));
  const isBarred = (a: number, b: number) => a === b || (apart.size > 0 && apart.has(pairOf(a, b)));
  const barred = Uint8Array.from(giver, (a, at) => (isBarred(a, receiver[at] as number) ? 1 : 0));
  const { lockedOut = [], together = [] } = rules;
  if (lockedOut.length + together.length === 0) return barred;
  const out = candidates.flatMap(({ id }, at) => (barred[at] === 1 ? id : []));
  const all = new Set(withCompany([...lockedOut, ...out], together));
  return barred.map((_, at) => (all.has((candidates[at] as Candidate).id) ? 1 : 0));
}

/** Counts instead of comparing; what is equal stays in its order. */
function sortBy(places: Int32Array, keys: Int32Array, keyCount: number): Int32Array {
  const next = new Int32Array(keyCount + 1);
  for (const place of places)
    next[(keys[place] as number) + 1] = (next[(keys[place] as number) + 1] as number) + 1;
  for (let key = 0; key < keyCount; key++) next[key + 1] = (next[key + 1] as number) + (next[key] as number);
  const sorted = new Int32Array(places.length);
  for (const place of places) {
    const key = keys[place] as number;
    sorted[next[key] as number] = place;
    next[key] = (next[key] as number) + 1;
  }
  return sorted;
}
