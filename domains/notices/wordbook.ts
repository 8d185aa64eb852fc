import firstWords from './first-words.json' with { type: 'json' };
import type { KnownWord, Wordbook } from './model.ts';

/** What the town has said of words, the newest of each word only; `says` null takes a word of the first list out. */
export interface SetWord {
  readonly kind: 'reading' | 'hard';
  readonly word: string;
  readonly says: string | null;
}

/**
 * The words in force: the town's own, and of the first list those that the town has not changed. The first list is ours, after
 * the examples of the guideline named in hardness.ts; a town keeps it, changes it, or takes words out.
 */
export function openWordbook(set: readonly SetWord[]): Wordbook {
  return {
    readings: merge(
      firstWords.readings,
      set.filter(({ kind }) => kind === 'reading'),
    ),
    hard: merge(
      firstWords.hard,
      set.filter(({ kind }) => kind === 'hard'),
    ),
  };
}

/** Words that are read in several ways, so that each place is asked about by itself. */
export const readInSeveralWays: ReadonlySet<string> = new Set(firstWords.both);

function merge(first: Readonly<Record<string, string>>, set: readonly SetWord[]): KnownWord[] {
  const known = new Map<string, string | null>(Object.entries(first));
  for (const { word, says } of set) known.set(word, says);
  return [...known].flatMap(([word, says]) => (says === null ? [] : [{ word, says }]));
}
