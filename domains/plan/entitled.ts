import type { Role } from '#domains/posts/model.ts';
import type { Act } from '#platform/act.ts';

const ofTheTown: readonly Role[] = ['planner', 'operator'];
const ofDistricts: readonly Role[] = [...ofTheTown, 'gatherer', 'council_officer'];

/**
 * Whether the exact figures of the whole town are this post's work; everybody else reads dated ones. The database
 * decides which rows anybody reads: this says whether their sum is the town's.
 */
export function mayCountWholeTown({ actor }: Act): boolean {
  return ofTheTown.some((role) => role === actor.role);
}

/** Whether this post counts at least some districts. */
export function mayCountDistricts({ actor }: Act): boolean {
  return ofDistricts.some((role) => role === actor.role);
}
