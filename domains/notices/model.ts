import * as z from 'zod';
import * as m from '#messages';
import type { languages } from '#ui/public/languages.ts';

/** Who writes notices: bodies through their people, and the host of a place for that place. */
export const noticeWriters = [
  'section_worker',
  'council_officer',
  'community_coordinator',
  'place_host',
] as const;

/** お知らせの種類: what it is about; one hears of a theme. */
export const themes = [
  'gathering',
  'help',
  'children',
  'health',
  'disaster',
  'taking_part',
  'offices',
] as const;
export type Theme = (typeof themes)[number];
export const themeWords: Record<Theme, () => string> = {
  gathering: m.notices_theme_gathering,
  help: m.notices_theme_help,
  children: m.notices_theme_children,
  health: m.notices_theme_health,
  disaster: m.notices_theme_disaster,
  taking_part: m.notices_theme_taking_part,
  offices: m.notices_theme_offices,
};

export const languageWords: Record<(typeof languages)[number], () => string> = {
  ja: m.notices_language_ja,
  'ja-easy': m.notices_language_easy,
  en: m.notices_language_en,
  vi: m.notices_language_vi,
  'zh-Hans': m.notices_language_zh,
};

/** How a notice stands. `changed`: published, and written on since. */
export const noticeStates = ['draft', 'published', 'changed', 'withdrawn'] as const;
export const noticeStateWords: Record<(typeof noticeStates)[number], () => string> = {
  draft: m.notices_state_draft,
  published: m.notices_state_published,
  changed: m.notices_state_changed,
  withdrawn: m.notices_state_withdrawn,
};

/** What became of a message. `unclear`: the process died, or the line broke, while it was being handed over. */
export const deliveryStates = ['waiting', 'sending', 'sent', 'failed', 'unclear', 'dropped'] as const;
export const deliveryStateWords: Record<(typeof deliveryStates)[number], () => string> = {
  waiting: m.notices_delivery_waiting,
  sending: m.notices_delivery_sending,
  sent: m.notices_delivery_sent,
  failed: m.notices_delivery_failed,
  unclear: m.notices_delivery_unclear,
  dropped: m.notices_delivery_dropped,
};

/** Signs of a title, and of a text. */
export const longestTitle = 80;
export const longestText = 4_000;

/** When words are hard: signs of a sentence, percent of kanji, kanji in a row. */
export const easyRule = z.object({
  longest_sentence: z.int().min(10).max(200),
  kanji_percent: z.int().min(5).max(100),
  longest_run: z.int().min(2).max(20),
});
export type EasyRule = z.output<typeof easyRule>;

/**
 * Until the town sets others. The guideline (出入国在留管理庁・文化庁「在留支援のためのやさしい日本語ガイドライン」2020-08) says
 * that sentences are short and that one minds the amount of kanji, and gives no numbers: these are the town's to change.
 */
export const firstRule: EasyRule = { longest_sentence: 40, kanji_percent: 30, longest_run: 4 };

/** A word, and how it is read, or what one can say instead. */
export interface KnownWord {
  readonly word: string;
  readonly says: string;
}

/** What the town knows of words. */
export interface Wordbook {
  readonly readings: KnownWord[];
  readonly hard: KnownWord[];
}
