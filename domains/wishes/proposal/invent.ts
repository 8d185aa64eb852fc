import type { Candidate, Party, Rules, Side, Town } from './town.ts';

/** A whole number from 0 to below `under`. */
export type Draw = (under: number) => number;

/** Numbers that look like chance and are the same for the same seed (Marsaglia's xorshift, 32 bits). */
export function drawFrom(seed: number): Draw {
  let state = (Math.imul(seed + 1, 2654435761) ^ 0x9e3779b9) | 1;
  return (under) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % under;
  };
}

/** A small town in which everything happens: for comparing with every set of matches there is. */
export function inventSmallTown(draw: Draw, most: number): Town {
  const numbered = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${prefix}${n}`);
  const parties = numbered('p', 2 + draw(5)).map(
    (id): Party => ({ id, givesAtMost: draw(9) === 0 ? 0 : 1 + draw(3) }),
  );
  const side = (id: string): Side => ({
    id,
    party: `p${draw(parties.length)}`,
    times: draw(15) === 0 ? 0 : 1 + draw(2),
  });
  const offers = numbered('o', 2 + draw(4)).map(side);
  const wishes = numbered('w', 2 + draw(4)).map(side);
  const pairs = new Set(
    Array.from({ length: 3 + draw(most - 2) }, () => draw(offers.length * wishes.length)),
  );
  const candidates = [...pairs].map((pair, n): Candidate => {
    const [offer, wish] = [pair % offers.length, Math.floor(pair / offers.length)];
    return {
      id: `c${n}`,
      offer: `o${offer}`,
      wish: `w${wish}`,
      parts: { fit: draw(20) - 3, fresh: draw(2) * 4 },
    };
  });
  return { parties, offers, wishes, candidates, bonus: draw(3) * 5 };
}

/** Rules for a small town, of every kind, few at a time. */
export function inventRules(draw: Draw, { candidates, parties }: Town): Rules {
  const some = (count: number) =>
    [...new Set(Array.from({ length: count }, () => draw(candidates.length)))].map((n) => `c${n}`);
  return {
    conflicts: draw(3) === 0 ? [[`p${draw(parties.length)}`, `p${draw(parties.length)}`]] : [],
    lockedOut: draw(4) === 0 ? some(1) : [],
    lockedIn: draw(4) === 0 ? some(1) : [],
    groups: Array.from({ length: draw(4) }, () => ({
      matches: some(2 + draw(3)),
      atMost: draw(4) === 0 ? 0 : 1,
    })),
    together: Array.from({ length: draw(3) }, () => some(2 + draw(2))),
    ...(draw(2) === 0 ? { longestRing: 1 + draw(3) } : {}),
  };
}

/**
 * A town of many parties: most both want and can give something, and each wish fits about 20 offers, from nearby or,
 * where `reach` is the number of parties, from anywhere.
 */
export function inventTown(parties: number, reach: number, seed = 1): Town {
  const draw = drawFrom(seed);
  const ids = Array.from({ length: parties }, (_, n) => String(n).padStart(7, '0'));
  const kinds = ids.map(() => draw(10));
  const sidesOf = (prefix: string, has: (kind: number) => boolean, times: () => number): Side[] =>
    ids.flatMap((id, n) => (has(kinds[n] as number) ? { id: prefix + id, party: id, times: times() } : []));
  const offers = sidesOf(
    'o',
    (kind) => kind < 8,
    () => (draw(4) === 0 ? 3 : 1),
  );
  const wishes = sidesOf(
    'w',
    (kind) => kind >= 2,
    () => (draw(8) === 0 ? 2 : 1),
  );
  const each = Math.round((parties * 20) / wishes.length);
  const candidates = wishes.flatMap((wish, n) => {
    const middle = Math.floor((n * offers.length) / wishes.length);
    const at = () => (middle + draw(reach) - (reach >> 1) + reach * offers.length) % offers.length;
    return [...new Set(Array.from({ length: each }, at))].map((found): Candidate => {
      const offer = offers[found] as Side;
      const parts = { fit: 200 + draw(500), near: draw(200), fresh: draw(3) === 0 ? 100 : 0 };
      return { id: `${wish.id}/${offer.id}`, offer: offer.id, wish: wish.id, parts };
    });
  });
  return {
    parties: ids.map((id) => ({ id, givesAtMost: 1 + draw(3) })),
    offers,
    wishes,
    candidates,
    bonus: 300,
  };
}

/**
 * Side rules for such a town, for every 20 parties one of each: a conflict, a pair that excludes each other, a place where
 * at most 3 matches of 6 offers are welcome, two that come together. No closed rings of more than 3.
 */
export function inventManyRules({ candidates, parties, offers }: Town, seed = 1): Rules {
  const draw = drawFrom(seed);
  const pick = () => candidates[draw(candidates.length)] as Candidate;
  const byOffer = Map.groupBy(candidates, ({ offer }) => offer);
  const of = (offer: string | undefined) => (byOffer.get(offer ?? '') ?? []).map(({ id }) => id);
  const many = Array.from({ length: Math.max(1, Math.floor(parties.length / 20)) });
  const six = () => {
    const start = draw(offers.length);
    return offers.slice(start, start + 6).flatMap(({ id }) => of(id));
  };
  return {
    conflicts: many.map(() => {
      const { offer, wish } = pick();
      return [offer.slice(1), wish.slice(1)] as const;
    }),
    groups: [
      ...many.map(() => ({ matches: [pick().id, pick().id], atMost: 1 })),
      ...many.map(() => ({ matches: six(), atMost: 3 })),
    ],
    together: many.map(() => of(pick().offer).slice(0, 2)),
    longestRing: 3,
  };
}
