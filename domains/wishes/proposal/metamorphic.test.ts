import { expect, test } from 'vitest';
import { drawFrom, inventManyRules, inventRules, inventSmallTown, inventTown } from './invent.ts';
import { propose } from './propose.ts';
import type { Town } from './town.ts';

const seeds = Array.from({ length: 80 }, (_, seed) => seed);
const smallTown = (seed: number) => inventTown(30 + (seed % 40), 6 + (seed % 17), seed);
const ruledTown = (seed: number): Town => {
  const town = smallTown(seed);
  return { ...town, rules: inventManyRules(town, seed) };
};

function shuffle<T>(list: readonly T[], seed: number): T[] {
  const draw = drawFrom(seed);
  const left = [...list];
  return list.map(() => left.splice(draw(left.length), 1)[0] as T);
}

test('a proposal is the same in whatever order the lists stand', () => {
  for (const seed of seeds) {
    const town = ruledTown(seed);
    const shuffled: Town = {
      ...town,
      parties: shuffle(town.parties, seed + 1),
      offers: shuffle(town.offers, seed + 2),
      wishes: shuffle(town.wishes, seed + 3),
      candidates: shuffle(town.candidates, seed + 4),
    };
    expect(propose(shuffled)).toEqual(propose(town));
  }
});

test('wishes and offers are alike: a town in which all give what they received has as many points', () => {
  for (const seed of seeds) {
    const town = smallTown(seed);
    const free = { ...town, parties: town.parties.map(({ id }) => ({ id, givesAtMost: 1000 })) };
    const turned = {
      ...free,
      offers: free.wishes,
      wishes: free.offers,
      candidates: free.candidates.map((one) => ({ ...one, offer: one.wish, wish: one.offer })),
    };
    const [there, back] = [propose(free), propose(turned)];
    expect(back.objective).toBe(there.objective);
  }
});

test('a party that fits nobody changes nothing', () => {
  for (const seed of seeds) {
    const town = ruledTown(seed);
    const alone = {
      ...town,
      parties: [{ id: '0000003a', givesAtMost: 3 }, ...town.parties],
      offers: [{ id: 'o0000003a', party: '0000003a', times: 2 }, ...town.offers],
      wishes: [...town.wishes, { id: 'w0000003a', party: '0000003a', times: 1 }],
    };
    expect(propose(alone)).toEqual(propose(town));
  }
});

test('a town beside a town changes neither', () => {
  for (const seed of seeds.slice(0, 40)) {
    const [one, other] = [smallTown(seed), smallTown(seed + 1)];
    const rename = <T extends object>(list: readonly T[]): T[] =>
      list.map((entry) =>
        JSON.parse(
          JSON.stringify(entry)
            .replaceAll(/"([ow]?\d{7})/g, '"x$1')
            .replaceAll('/o', '/xo'),
        ),
      );
    const moved: Town = {
      ...other,
      ...{ parties: rename(other.parties), offers: rename(other.offers), wishes: rename(other.wishes) },
      candidates: rename(other.candidates),
    };
    const both: Town = {
      bonus: 300,
      parties: [...one.parties, ...moved.parties],
      offers: [...one.offers, ...moved.offers],
      wishes: [...one.wishes, ...moved.wishes],
      candidates: [...one.candidates, ...moved.candidates],
    };
    expect(propose(both).matches).toEqual([...propose(one).matches, ...propose(moved).matches].sort());
  }
});

test('with one more offer neither the bound nor the proposal gets worse', () => {
  const without = (town: Town, left: string | undefined): Town => ({
    ...town,
    offers: town.offers.filter(({ id }) => id !== left),
    candidates: town.candidates.filter(({ offer }) => offer !== left),
  });
  for (const seed of [...seeds, ...seeds.map((one) => one + 1000)]) {
    const draw = drawFrom(seed);
    const small = inventSmallTown(draw, 30);
    // What is in together, or locked in, does not stay the same question without the offer.
    const { lockedIn: _, together: __, ...rules } = inventRules(draw, small);
    for (const town of [smallTown(seed), { ...small, rules }]) {
      const [before, after] = [
        propose(without(town, town.offers[seed % town.offers.length]?.id)),
        propose(town),
      ];
      expect([before.gap, after.gap]).toEqual([0, 0]);
      expect(after.bound).toBeGreaterThanOrEqual(before.bound);
      expect(after.objective).toBeGreaterThanOrEqual(before.objective);
    }
  }
});

test('nothing is ever proposed across a declared conflict, and nobody gives more than agreed', () => {
  for (const seed of seeds) {
    const town = ruledTown(seed);
    const apart = new Set((town.rules?.conflicts ?? []).flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
    const { matches } = propose(town);
    const chosen = town.candidates.filter(({ id }) => matches.includes(id));
    expect(chosen.filter(({ offer, wish }) => apart.has(`${offer.slice(1)} ${wish.slice(1)}`))).toEqual([]);
    const gives = Map.groupBy(chosen, ({ offer }) => offer.slice(1));
    for (const { id, givesAtMost } of town.parties)
      expect(gives.get(id)?.length ?? 0).toBeLessThanOrEqual(givesAtMost);
    expect(chosen.length).toBeGreaterThan(5);
  }
});

test('a rule more never brings more points', () => {
  for (const seed of seeds) {
    const draw = drawFrom(seed);
    const town = inventSmallTown(draw, 30);
    const { lockedIn: _, ...rules } = inventRules(draw, town);
    const [free, ruled] = [propose(town), propose({ ...town, rules })];
    expect(ruled.bound).toBeLessThanOrEqual(free.objective);
    expect(ruled.objective).toBe(ruled.bound);
  }
});
