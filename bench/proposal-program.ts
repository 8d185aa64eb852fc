import loadHighs from 'highs';
import { layOut } from '#domains/wishes/proposal/lay-out.ts';
import type { Town } from '#domains/wishes/proposal/town.ts';
import { writeProgram } from '#domains/wishes/proposal/write-program.ts';

/** Points of the same town by the general solver HiGHS, which is no part of Kanaeau, and the seconds it took. */
export async function solveAsProgram(town: Town): Promise<{ points: number; seconds: number }> {
  const solver = await loadHighs();
  const program = writeProgram(layOut(town));
  const began = performance.now();
  const { Status, ObjectiveValue } = solver.solve(program);
  if (Status !== 'Optimal') throw new Error(`HiGHS: ${Status}`);
  return { points: ObjectiveValue, seconds: (performance.now() - began) / 1000 };
}
