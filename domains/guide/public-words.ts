import type { Language } from '#ui/public/languages.ts';
import { type PublicWords, type Say, speak } from '#ui/public/speak.ts';
import en from './public-words.en.json' with { type: 'json' };
import ja from './public-words.ja.json' with { type: 'json' };
import easy from './public-words.ja-easy.json' with { type: 'json' };
import vi from './public-words.vi.json' with { type: 'json' };
import zh from './public-words.zh-Hans.json' with { type: 'json' };

export type GuideKey = keyof typeof ja;

/** The words of the town's own pages, in every language. */
export const guideWords: PublicWords<GuideKey> = { ja, 'ja-easy': easy, en, vi, 'zh-Hans': zh };

export function speakGuide(language: Language): Say<GuideKey> {
  return speak(guideWords, language);
}
