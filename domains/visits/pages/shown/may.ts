import { useMe } from '#ui/me.ts';
import { visitingRoles } from '../../model.ts';

/** Whether a role writes for others and keeps the sheets. The server decides; this decides which buttons are worth showing. */
export function isKeeper(role: string | undefined): boolean {
  return role === 'gatherer' || role === 'council_officer';
}

/** Whether the post in use writes for others and keeps the sheets. */
export function useIsKeeper(): boolean {
  return isKeeper(useMe().current?.role);
}

/** Whether a role visits at all. */
export function isVisiting(role: string | undefined): boolean {
  return visitingRoles.some((visiting) => visiting === role);
}
