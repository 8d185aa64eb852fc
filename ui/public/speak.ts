import type { Language } from './languages.ts';
import en from './public-words.en.json' with { type: 'json' };
import ja from './public-words.ja.json' with { type: 'json' };
import easy from './public-words.ja-easy.json' with { type: 'json' };
import vi from './public-words.vi.json' with { type: 'json' };
import zh from './public-words.zh-Hans.json' with { type: 'json' };

/** The words of one room's public pages: every language has every word, or it does not compile. */
export type PublicWords<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** Says one word of a room in one language, with `{name}` filled in. */
export type Say<Key extends string> = (key: Key, parts?: Readonly<Record<string, string>>) => string;

/** Opens the words of a room for one language. */
export function speak<Key extends string>(words: PublicWords<Key>, language: Language): Say<Key> {
  return (key, parts = {}) =>
    words[language][key].replace(/\{(\w+)\}/g, (mark, name: string) => parts[name] ?? mark);
}

/** What stands on every public page. */
export const pageWords: PublicWords<keyof typeof ja> = { ja, 'ja-easy': easy, en, vi, 'zh-Hans': zh };
