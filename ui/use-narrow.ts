import { useSyncExternalStore } from 'react';

const query = '(width < 48rem)';

/** Whether the window is as narrow as a phone held upright; follows the window. Paper counts as wide. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, isNarrow, () => false);
}

function watch(changed: () => void): () => void {
  const list = window.matchMedia(query);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
}

function isNarrow(): boolean {
  return window.matchMedia(query).matches;
}
