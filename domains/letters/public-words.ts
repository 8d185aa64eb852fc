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

/** Words of the public pages, room by room. Rooms further down add theirs (domains/index.ts). */
const read: PublicWords<string>[] = [pageWords, letterPageWords, guideWords];

/** Who vouches for a language vouches for these words too. */
export function countAmongPublicWords(...words: PublicWords<string>[]): void {
  read.push(...words);
}

/** What somebody vouches for: every word of the public pages in one language, as they are now. */
export function hashOfWords(language: Language): string {
  return createHash('sha256')
    .update(JSON.stringify(read.map((words) => words[language])))
    .digest('hex');
}

/** The hashes of the languages that want a person to vouch for them. */
export function listHashesNow() {
  return translated.map((language) => ({ language, words_hash: hashOfWords(language) }));
}
