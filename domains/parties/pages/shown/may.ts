import { useMe } from '#ui/me.ts';

/** Whether a role registers and changes households. The server decides; this decides which buttons are worth showing. */
export function isKeeper(role: string | undefined): boolean {
  return role === 'gatherer' || role === 'council_officer';
}

/** Whether the post in use registers and changes households. */
export function useIsKeeper(): boolean {
  return isKeeper(useMe().current?.role);
}
