/** @jsxImportSource hono/jsx */
import type { Language } from '#ui/public/languages.ts';
import { Ruby, withoutRuby } from '#ui/public/Ruby.tsx';
import { type GuideKey, guideWords, speakGuide } from '../public-words.ts';

interface Entry {
  readonly code: string;
  readonly label: string;
}

/** Lists of the town's codes for which there are words in every language. */
export type Labelled = 'like' | 'access' | 'spoken';

/**
 * What the town's codes are called in a language. In Japanese as the town says it; what the town added itself stands as it was
 * written everywhere.
 */
export function labelsOf(list: Labelled, entries: readonly Entry[], language: Language) {
  return entries.map(({ code, label }) => {
    const word = wordOf(list, code, language);
    return {
      code,
      label: <Label key={code} word={word} label={label} />,
      plain: word === null ? label : withoutRuby(word),
    };
  });
}

function Label({ word, label }: { word: string | null; label: string }) {
  return word === null ? <span lang="ja">{label}</span> : <Ruby>{word}</Ruby>;
}

function wordOf(list: Labelled, code: string, language: Language): string | null {
  const key = `${list}_${code}`;
  if (language === 'ja' || !(key in guideWords.ja)) return null;
  return speakGuide(language)(key as GuideKey);
}
