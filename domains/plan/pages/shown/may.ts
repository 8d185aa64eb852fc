import { useMe } from '#ui/me.ts';

/** Whether the post in use writes the plan. The server decides; this decides which buttons are worth showing. */
export function useIsPlanner(): boolean {
  return useMe().current?.role === 'planner';
}

/** Whether the post in use may see the rows behind a number. */
export function useMayReadRows(): boolean {
  return ['planner', 'operator', 'gatherer', 'council_officer'].includes(useMe().current?.role ?? '');
}
