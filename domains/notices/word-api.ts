import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { languages } from '#ui/public/languages.ts';
import { easyRule, noticeWriters } from './model.ts';

const known = z.object({ word: z.string(), says: z.string() });

/** What the town knows of words, and from when on they are hard. */
export const readNoticeWords = operation({
  route: 'GET /notice-words',
  summary: m.notices_words_summary,
  may: noticeWriters,
  audit: null,
  input: z.object({}),
  output: z.object({
    readings: z.array(known),
    hard: z.array(known),
    rule: easyRule,
    /** Whether an address can be written to, and LINE. */
    channels: z.object({ mail: z.boolean(), line: z.boolean(), push: z.boolean() }),
    /** Who hears of notices by mail: how many, by language. */
    subscriptions: z.array(z.object({ language: z.enum(languages), subscriptions: z.int() })),
    /** Addresses that were given up within a year, because their letters came back. */
    given_up: z.int(),
  }),
});

const word = z
  .string({ error: () => m.notices_field_word() })
  .trim()
  .min(1, { error: () => m.notices_field_word() })
  .max(40, { error: () => m.notices_field_word() });

/** How a word is read, or what one can say instead of it; without an answer it is taken out of the list. */
export const setNoticeWord = operation({
  route: 'POST /notice-words',
  summary: m.notices_set_word_summary,
  may: noticeWriters,
  audit: 'notice_word.set',
  input: z.object({
    id: z.uuid(),
    kind: z.enum(['reading', 'hard'], { error: () => m.notices_field_kind() }),
    word,
    says: z
      .string()
      .trim()
      .max(100, { error: () => m.notices_field_says() })
      .optional(),
  }),
  output: z.object({ id: z.uuid() }),
});

const within = (shape: z.ZodInt) => z.coerce.number({ error: () => m.notices_field_rule() }).pipe(shape);

export const setNoticeRule = operation({
  route: 'POST /notice-rules',
  summary: m.notices_set_rule_summary,
  may: noticeWriters,
  audit: 'notice_rule.set',
  input: z.object({
    id: z.uuid(),
    longest_sentence: within(easyRule.shape.longest_sentence),
    kanji_percent: within(easyRule.shape.kanji_percent),
    longest_run: within(easyRule.shape.longest_run),
  }),
  output: z.object({ id: z.uuid() }),
});
