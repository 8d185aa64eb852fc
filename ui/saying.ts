import type { NavigateOptions } from 'react-router';

/** For `navigate`: the next page begins with this sentence, for example 記録しました。 */
export function saying(sentence: string): NavigateOptions {
  return { state: { says: sentence } };
}

/** What the page before wanted to have said here. */
export function saidIn(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('says' in state)) return undefined;
  return typeof state.says === 'string' ? state.says : undefined;
}
