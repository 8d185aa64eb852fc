import { createHash } from 'node:crypto';
import { guideWords } from '#domains/guide/public-words.ts';
import { type Language, translated } from '#ui/public/languages.ts';
import { type PublicWords, pageWords } from '#ui/public/speak.ts';
import en from './public-words.en.json' with { type: 'json' };
import ja from './public-words.ja.json' with { type: 'json' };
import easy from './public-words.ja-easy.json' with { type: 'json' };
import vi from './public-words.vi.json' with { type: 'json' };
import zh from './public-words.zh-Hans.json' with { type: 'json' };

export type LetterKey = keyof typeof ja;

/** The words of the public form, in every language. */
export const letterPageWords: PublicWords<LetterKey> = { ja, 'ja-easy': easy, en, vi, 'zh-Hans': zh };

/** What somebody vouches for: every word of the public pages in one language, as they are now. */
export function hashOfWords(language: Language): string {
  const words = [pageWords[language], letterPageWords[language], guideWords[language]];
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}

/** The hashes of the languages that want a person to vouch for them. */
export const translatedNow = translated.map((language) => ({ language, words_hash: hashOfWords(language) }));
