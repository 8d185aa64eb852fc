import { callers } from '../../model.ts';

/** Whether a post of this role can call a conference at all; the kind says which. */
export function mayCall(role: string | undefined): boolean {
  return callers.some((caller) => caller === role);
}
