import type { PublicWords } from '#ui/public/speak.ts';
import en from './public-words.en.json' with { type: 'json' };
import ja from './public-words.ja.json' with { type: 'json' };
import easy from './public-words.ja-easy.json' with { type: 'json' };
import vi from './public-words.vi.json' with { type: 'json' };
import zh from './public-words.zh-Hans.json' with { type: 'json' };

export type NoticeKey = keyof typeof ja;

/** The words of the public pages, the letters and the leaflet. */
export const noticePageWords: PublicWords<NoticeKey> = { ja, 'ja-easy': easy, en, vi, 'zh-Hans': zh };
