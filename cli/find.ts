import { operations } from '#domains/index.ts';
import type { BoundOperation } from '#platform/domain.ts';
import { toKebab } from './flags.ts';

/** The operation of that name, `recordVisit` or `record-visit`. */
export function seekOperation(name: string): BoundOperation | undefined {
  return operations.find((bound) => bound.name === name || toKebab(bound.name) === name);
}

export function findOperation(name: string): BoundOperation {
  const bound = seekOperation(name);
  if (!bound) throw new Error(`no operation is called ${name}`);
  return bound;
}
