import { expect, test } from 'vitest';
import { tryEverySet } from './brute-force.ts';
import { openCirculation } from './circulation.ts';
import { drawFrom, inventRules, inventSmallTown, inventTown } from './invent.ts';
import { layOut } from './lay-out.ts';
import { countedCost, provenCost } from './proof.ts';
import { type Progress, propose, usualLimits } from './propose.ts';

const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed);

test('a proposal has the points of the best of all sets of matches, in 3000 small towns', () => {
  for (const seed of seeds(3000)) {
    const town = inventSmallTown(drawFrom(seed), 11);
    const { objective, bound } = propose(town);
    const best = tryEverySet(town);
    expect({ seed, objective, bound }).toEqual({ seed, objective: best, bound: best });
  }
});

test('a proposal has the points of the best that keeps to the rules, in 3000 small towns with rules', () => {
  let searched = 0;
  for (const seed of seeds(3000)) {
    const draw = drawFrom(seed);
    const plain = inventSmallTown(draw, 11);
    const town = { ...plain, rules: inventRules(draw, plain) };
    const best = tryEverySet(town);
    if (best === null) {
      expect(() => propose(town)).toThrow();
      continue;
    }
    const proposal = propose(town);
    expect({ seed, objective: proposal.objective, bound: proposal.bound }).toEqual({
      ...{ seed, objective: best, bound: best },
    });
    searched += proposal.searched.components;
  }
  expect(searched).toBeGreaterThan(500);
});

test('the prices prove that no flow is better, in 100 towns of 300 parties', () => {
  for (const seed of seeds(100)) {
    const network = openCirculation(layOut(inventTown(300, 20 + 3 * seed, seed)));
    network.settle();
    expect(network.total).toBeLessThan(0);
    expect(countedCost(network)).toBe(network.total);
    expect(provenCost(network)).toBe(network.total);
  }
});

test('every figure is the sum of what it is made of', () => {
  const town = inventTown(500, 60);
  const proposal = propose(town);
  const chosen = town.candidates.filter(({ id }) => proposal.matches.includes(id));
  const givers = new Set(chosen.map(({ offer }) => offer.slice(1)));
  const receivers = new Set(chosen.map(({ wish }) => wish.slice(1)));
  const fit = chosen.reduce((sum, { parts }) => sum + (parts.fit ?? 0), 0);
  expect(proposal.parts.fit).toBe(fit);
  expect(proposal.givesAndReceives).toEqual([...givers].filter((id) => receivers.has(id)).sort());
  expect(proposal.bonus).toEqual({
    ...{ each: 300, parties: proposal.givesAndReceives.length },
    points: 300 * proposal.givesAndReceives.length,
  });
  const parts = Object.values(proposal.parts).reduce((sum, points) => sum + points, 0);
  expect(proposal.objective).toBe(parts + proposal.bonus.points);
  expect(proposal.gap).toBe(0);
});

test('progress is told as the work goes on and never goes back', () => {
  const told: Progress[] = [];
  propose(inventTown(4000, 100), usualLimits, (progress) => told.push(progress));
  const flow = told.filter(({ phase }) => phase === 'flow').map(({ done }) => done);
  expect(flow.length).toBeGreaterThan(3);
  expect(flow).toEqual(flow.toSorted((a, b) => a - b));
  expect(Math.max(...flow)).toBeLessThanOrEqual(1);
  expect(told[0]).toEqual({ phase: 'laying_out', done: 0 });
  expect(told.at(-1)?.phase).toBe('rules');
});

test('what is named and does not exist, or stands there twice, is said', () => {
  const town = inventTown(20, 5);
  const [first] = town.candidates;
  if (!first) throw new Error('a town without candidates');
  const again = { ...first, id: 'again' };
  expect(() => propose({ ...town, candidates: [...town.candidates, again] })).toThrow(
    'of one offer and one wish',
  );
  expect(() => propose({ ...town, parties: town.parties.slice(1) })).toThrow('does not exist');
  expect(() => propose({ ...town, parties: [...town.parties, ...town.parties] })).toThrow('twice');
  const half = { ...first, parts: { fit: 0.5 } };
  expect(() => propose({ ...town, candidates: [half] })).toThrow('no whole number');
});
