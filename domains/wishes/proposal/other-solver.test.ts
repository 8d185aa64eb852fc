import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { findContradictions } from './contradictions.ts';
import { drawFrom, inventRules, inventSmallTown, inventTown } from './invent.ts';
import { layOut } from './lay-out.ts';
import { propose } from './propose.ts';
import type { Town } from './town.ts';
import { writeProgram } from './write-program.ts';

const highs = await loadHighs();

function solveElsewhere(town: Town): number {
  const layout = layOut(town);
  // Nothing can be chosen: a program without a variable is none.
  if (layout.score.length === 0) return 0;
  const solved = highs.solve(writeProgram(layout), { output_flag: false, mip_rel_gap: 0 });
  expect(solved.Status).toBe('Optimal');
  return Math.round(solved.ObjectiveValue);
}

test('a general solver comes to the same points, in two thousand small towns with rules and without', () => {
  for (let seed = 0; seed < 2000; seed++) {
    const draw = drawFrom(seed);
    const plain = inventSmallTown(draw, 14);
    const { longestRing: _, ...rules } = inventRules(draw, plain);
    const town = seed % 2 === 0 ? plain : { ...plain, rules };
    if (findContradictions(town).length > 0 || town.candidates.length === 0) continue;
    expect(propose(town).objective, `town ${seed}`).toBe(solveElsewhere(town));
  }
}, 120_000);

test('and in towns of three hundred', () => {
  for (let seed = 0; seed < 20; seed++) {
    const town = inventTown(300, 60, seed);
    expect(propose(town).objective, `town ${seed}`).toBe(solveElsewhere(town));
  }
}, 120_000);
