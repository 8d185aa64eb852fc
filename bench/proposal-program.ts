import { layOut } from '#domains/wishes/proposal/lay-out.ts';
import type { Town } from '#domains/wishes/proposal/town.ts';
import { writeProgram } from '#domains/wishes/proposal/write-program.ts';

interface Solver {
  solve(program: string): { Status: string; ObjectiveValue: number };
}

/** The general solver HiGHS, where it is installed: it is no part of Kanaeau, only what its own solver is held against. */
async function loadSolver(): Promise<Solver | undefined> {
  const name = 'highs';
  try {
    const { default: load } = (await import(name)) as { default: () => Promise<Solver> };
    return await load();
  } catch {
    return undefined;
  }
}

/** Points of the same town by the general solver, and the seconds it took; undefined where it is not installed. */
export async function solveAsProgram(town: Town): Promise<{ points: number; seconds: number } | undefined> {
  const solver = await loadSolver();
  if (!solver) return undefined;
  const program = writeProgram(layOut(town));
  const began = performance.now();
  const { Status, ObjectiveValue } = solver.solve(program);
  if (Status !== 'Optimal') throw new Error(`HiGHS: ${Status}`);
  return { points: ObjectiveValue, seconds: (performance.now() - began) / 1000 };
}
