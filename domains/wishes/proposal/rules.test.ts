import { describe, expect, test } from 'vitest';
import { findContradictions } from './contradictions.ts';
import { inventManyRules, inventTown } from './invent.ts';
import { propose } from './propose.ts';
import { readRings } from './read-rings.ts';
import type { Rules, Town } from './town.ts';

/** Every party has one offer and one wish; `a>b:5` is that a's offer answers b's wish for 5 points. */
function drawTown(arrows: string, { bonus = 0, rules = {} as Rules, givesAtMost = 1, times = 1 } = {}): Town {
  const candidates = arrows.split(' ').map((arrow) => {
    const [, giver = '', receiver = '', points] = /(\w)>(\w):(-?\d+)/.exec(arrow) ?? [];
    return { id: giver + receiver, offer: `o${giver}`, wish: `w${receiver}`, parts: { fit: Number(points) } };
  });
  const ids = [...new Set(candidates.flatMap(({ id }) => [...id]))];
  return {
    ...{ candidates, bonus, rules },
    parties: ids.map((id) => ({ id, givesAtMost })),
    offers: ids.map((id) => ({ id: `o${id}`, party: id, times })),
    wishes: ids.map((id) => ({ id: `w${id}`, party: id, times })),
  };
}

describe('what a proposal prefers', () => {
  test('three who help one another in a ring come before strangers with a few points more', () => {
    const arrows = 'a>b:10 b>c:10 c>a:10 a>d:12 b>f:11';
    expect(propose(drawTown(arrows)).matches).toEqual(['ad', 'bf', 'ca']);
    const { matches, rings, givesAndReceives, bonus } = propose(drawTown(arrows, { bonus: 20 }));
    expect(matches).toEqual(['ab', 'bc', 'ca']);
    expect(rings.map((ring) => ring.map(({ id }) => id))).toEqual([['ab', 'bc', 'ca']]);
    expect(givesAndReceives).toEqual(['a', 'b', 'c']);
    expect(bonus).toEqual({ each: 20, parties: 3, points: 60 });
  });

  test('a bonus is given once, however much a party gives and receives', () => {
    const town = drawTown('a>b:1 b>c:1 d>b:1 b>e:1', { bonus: 100, givesAtMost: 2, times: 2 });
    expect(propose(town).bonus.points).toBe(100);
    expect(propose(town).objective).toBe(104);
  });

  test('the cap on burden holds for what a party gives in return as well', () => {
    const town = drawTown('a>b:5 b>c:5 b>d:4', { bonus: 100, givesAtMost: 1, times: 2 });
    expect(propose(town).matches).toEqual(['ab', 'bc']);
  });

  test('what costs points is proposed only where it makes somebody a giver', () => {
    expect(propose(drawTown('a>b:5 b>c:-3')).matches).toEqual(['ab']);
    expect(propose(drawTown('a>b:5 b>c:-3', { bonus: 4 })).matches).toEqual(['ab', 'bc']);
  });
});

describe('what a coordinator decides', () => {
  const arrows = 'a>b:9 a>c:8 d>b:5 d>c:5';

  test('is kept', () => {
    expect(propose(drawTown(arrows)).matches).toEqual(['ab', 'dc']);
    expect(propose(drawTown(arrows, { rules: { lockedIn: ['ac'] } })).matches).toEqual(['ac', 'db']);
    expect(propose(drawTown(arrows, { rules: { lockedOut: ['ab', 'dc'] } })).matches).toEqual(['ac', 'db']);
    expect(propose(drawTown(arrows, { rules: { conflicts: [['b', 'a']] } })).matches).toEqual(['ac', 'db']);
  });

  test('costs points, and the proposal says how many', () => {
    const { objective, withoutRules, gap } = propose(
      drawTown(arrows, { rules: { groups: [{ matches: ['ab', 'dc'], atMost: 1 }] } }),
    );
    expect({ objective, withoutRules, gap }).toEqual({ objective: 13, withoutRules: 14, gap: 0 });
  });

  test('brings in together what belongs together', () => {
    const two = { together: [['ab', 'db']] };
    const town = drawTown('a>b:2 d>b:2 a>c:3', { times: 2, rules: two });
    expect(propose(town).matches).toEqual(['ab', 'db']);
    expect(propose(drawTown('a>b:2 d>b:1 a>c:4', { times: 2, rules: two })).matches).toEqual(['ac']);
    expect(propose({ ...town, rules: { ...two, lockedOut: ['db'] } }).matches).toEqual(['ac']);
    expect(propose({ ...town, rules: { ...two, lockedIn: ['db'] } }).matches).toEqual(['ab', 'db']);
  });

  test('opens a ring that is too long, by another match or by one less', () => {
    const ring = 'a>b:9 b>c:9 c>d:8 d>a:9';
    expect(propose(drawTown(ring)).rings).toHaveLength(1);
    expect(propose(drawTown(ring, { rules: { longestRing: 3 } })).matches).toEqual(['ab', 'bc', 'da']);
    expect(propose(drawTown(`${ring} c>e:7`, { rules: { longestRing: 3 } })).matches).toEqual([
      'ab',
      'bc',
      'ce',
      'da',
    ]);
  });

  test('that does not fit together is named', () => {
    const say = (rules: Rules) => findContradictions(drawTown(arrows, { rules }));
    expect(say({ lockedIn: ['ab', 'dc'] })).toEqual([]);
    expect(say({ lockedIn: ['ab', 'ac'] })).toEqual([
      { over: 'offer', id: 'oa', matches: ['ab', 'ac'] },
      { over: 'burden', id: 'a', matches: ['ab', 'ac'] },
    ]);
    expect(say({ lockedIn: ['ab', 'db'] })).toEqual([{ over: 'wish', id: 'wb', matches: ['ab', 'db'] }]);
    expect(say({ lockedIn: ['ab'], lockedOut: ['ab'] })).toEqual([
      { over: 'barred', id: '', matches: ['ab'] },
    ]);
    expect(say({ lockedIn: ['ab'], conflicts: [['b', 'a']] })).toEqual([
      { over: 'barred', id: '', matches: ['ab'] },
    ]);
    expect(
      say({ lockedIn: ['ab'], together: [['ab', 'dc']], groups: [{ matches: ['ab', 'dc'], atMost: 1 }] }),
    ).toEqual([{ over: 'group', id: '', matches: ['ab', 'dc'] }]);
    expect(() => propose(drawTown(arrows, { rules: { lockedIn: ['ab', 'ac'] } }))).toThrow(
      'does not fit together',
    );
  });
});

describe('a search that ends early', () => {
  const town = inventTown(600, 60);
  const ruled = { ...town, rules: inventManyRules(town) };

  test('keeps to the rules and says how much better anything could be', () => {
    const early = propose(ruled, { steps: 1, ringsOf: 3 });
    const whole = propose(ruled);
    expect(early.bound).toBeGreaterThanOrEqual(whole.objective);
    expect(early.objective).toBeLessThanOrEqual(whole.objective);
    expect(early.gap).toBe((early.bound - early.objective) / early.bound);
    expect(early.gap).toBeLessThan(0.01);
    const chosen = new Set(early.matches);
    for (const { matches, atMost } of ruled.rules.groups ?? [])
      expect(new Set(matches.filter((id) => chosen.has(id))).size).toBeLessThanOrEqual(atMost);
  });
});

test('where everybody fits in rings of a hundred alone, the search takes no gigabytes, and opens them', () => {
  const ids = Array.from({ length: 100 }, (_, n) => `p${String(n).padStart(3, '0')}`);
  const side = (kind: string) => ids.map((party) => ({ id: kind + party, party, times: 1 }));
  const candidates = ids.flatMap((wish, w) =>
    ids.flatMap((offer, o) =>
      (w + 1) % 5 === o % 5
        ? [{ id: offer + wish, offer: `o${offer}`, wish: `w${wish}`, parts: { fit: 65 } }]
        : [],
    ),
  );
  const parties = ids.map((id) => ({ id, givesAtMost: 1 }));
  const { objective, bound, matches } = propose(
    {
      ...{ parties, candidates, bonus: 55, rules: { longestRing: 3 } },
      offers: side('o'),
      wishes: side('w'),
    },
    { steps: 200, ringsOf: 3 },
  );
  expect(bound).toBe(100 * (65 + 55));
  expect([matches.length, objective]).toEqual([99, 99 * 65 + 98 * 55]);
});

test('rings are read before chains, the shortest first, and each match once', () => {
  const links = ['ab', 'ba', 'bc', 'cd', 'db', 'ef', 'fg', 'xy'].map((id) => ({
    ...{ id, giver: id.charAt(0), receiver: id.charAt(1) },
  }));
  const { rings, chains } = readRings(links, 3);
  expect(rings.map((ring) => ring.map(({ id }) => id))).toEqual([
    ['ab', 'ba'],
    ['bc', 'cd', 'db'],
  ]);
  expect(chains.map((chain) => chain.map(({ id }) => id))).toEqual([['ef', 'fg']]);
});
