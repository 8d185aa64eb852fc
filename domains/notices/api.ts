import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { languages } from '#ui/public/languages.ts';
import { deliveryStates, longestText, longestTitle, noticeStates, noticeWriters, themes } from './model.ts';

export * from './public-api.ts';
export * from './returned-api.ts';
export * from './word-api.ts';

const filled = (most: number, sentence: () => string) =>
  z.string({ error: sentence }).trim().min(1, { error: sentence }).max(most, { error: sentence });
const title = filled(longestTitle, m.notices_field_title);
const words = filled(longestText, m.notices_field_words);

const audience = z.object({
  /** Empty: the whole town. */
  district_ids: z.array(z.uuid()).max(200).default([]),
  themes: z
    .array(z.enum(themes))
    .min(1, { error: () => m.notices_field_themes() })
    .max(themes.length),
  shown_from: z.iso.date({ error: () => m.notices_field_day() }),
  shown_until: z.iso.date({ error: () => m.notices_field_day() }).optional(),
});

export const writeNotice = operation({
  route: 'POST /notices',
  summary: m.notices_write_summary,
  may: noticeWriters,
  audit: 'notice.written',
  input: audience.extend({ id: z.uuid(), title, words, place_id: z.uuid().optional() }),
  output: z.object({ id: z.uuid() }),
});

/** For whom it is and from when until when; holds with the next publication. */
export const changeAudience = operation({
  route: 'PUT /notices/:id',
  summary: m.notices_audience_summary,
  may: noticeWriters,
  audit: 'notice.audience_changed',
  input: audience.extend({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  output: z.object({ id: z.uuid() }),
});

/** What it says in one language, as a new version. `version` is the one that was read; 0 where there was none. */
export const writeNoticeText = operation({
  route: 'POST /notices/:notice_id/texts',
  summary: m.notices_text_summary,
  may: noticeWriters,
  audit: 'notice.text_written',
  input: z.object({
    notice_id: z.uuid(),
    language: z.enum(languages),
    version: z.coerce.number().int().min(0),
    title,
    words,
  }),
  output: z.object({ id: z.uuid() }),
});

const reading = z.object({
  word: z.string(),
  reading: z.string(),
  before: z.string(),
  after: z.string(),
  times: z.int(),
});

/** How the words of the easy version are probably read: a draft, for somebody to confirm. */
export const proposeReadings = operation({
  route: 'GET /notices/:id/readings',
  summary: m.notices_readings_summary,
  may: noticeWriters,
  // A notice is about nobody.
  audit: null,
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), title: z.string(), version: z.int(), readings: z.array(reading) }),
});

/** The readings, one for each that was proposed, each confirmed by the person; an empty one leaves the word without. */
export const confirmReadings = operation({
  route: 'POST /notices/:notice_id/readings',
  summary: m.notices_confirm_summary,
  may: noticeWriters,
  audit: 'notice.readings_confirmed',
  input: z.object({
    notice_id: z.uuid(),
    version: z.coerce.number().int().min(1),
    words: z.array(z.string()).max(2_000),
    readings: z
      .array(
        z.object({
          reading: z
            .string()
            .trim()
            .max(60)
            .regex(/^[\p{Script=Hiragana}\p{Script=Katakana}\u30fc]*$/u, {
              error: () => m.notices_field_reading(),
            })
            .optional(),
          confirmed: z.literal(true, { error: () => m.notices_field_confirmed() }),
        }),
      )
      .max(2_000)
      .default([]),
  }),
  output: z.object({ id: z.uuid() }),
});

const listed = z.object({
  id: z.uuid(),
  title: z.string(),
  state: z.enum(noticeStates),
  languages: z.array(z.enum(languages)),
  district_names: z.array(z.string()),
  shown_from: z.string(),
  shown_until: z.string().nullable(),
});
export type ListedNotice = z.output<typeof listed>;

export const listNotices = operation({
  route: 'GET /notices',
  summary: m.notices_list_summary,
  may: noticeWriters,
  audit: null,
  input: z.object({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ notices: z.array(listed), next: z.uuid().nullable() }),
});

const text = z.object({
  language: z.enum(languages),
  version: z.int(),
  title: z.string(),
  words: z.string(),
  written_at: z.string(),
});

export const readNotice = operation({
  route: 'GET /notices/:id',
  summary: m.notices_read_summary,
  may: noticeWriters,
  audit: null,
  input: z.object({ id: z.uuid() }),
  output: listed.omit({ languages: true, title: true }).extend({
    version: z.int(),
    place_id: z.uuid().nullable(),
    district_ids: z.array(z.uuid()),
    themes: z.array(z.enum(themes)),
    /** What it says now, by language. */
    texts: z.array(text),
    /** What it said before, the newest first. */
    before: z.array(text),
    publications: z.array(
      z.object({ published_at: z.string(), withdrawn_at: z.string().nullable(), to_line: z.boolean() }),
    ),
    deliveries: z.array(
      z.object({
        channel: z.enum(['mail', 'line', 'push']),
        state: z.enum(deliveryStates),
        answer: z.string().nullable(),
        messages: z.int(),
      }),
    ),
  }),
});
export type ReadNotice = z.output<(typeof readNotice)['output']>;

/** Lets anybody read it, in the words as they are now, and tells those who want to hear of it. */
export const publishNotice = operation({
  route: 'POST /notices/:notice_id/publications',
  summary: m.notices_publish_summary,
  may: noticeWriters,
  audit: 'notice.published',
  input: z.object({ id: z.uuid(), notice_id: z.uuid(), to_line: z.boolean().default(false) }),
  output: z.object({ id: z.uuid() }),
});

export const takeNoticeBack = operation({
  route: 'POST /notices/:id/withdrawal',
  summary: m.notices_withdraw_summary,
  may: noticeWriters,
  audit: 'notice.withdrawn',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

export const sendNoticeAgain = operation({
  route: 'POST /notices/:id/sending-again',
  summary: m.notices_again_summary,
  may: noticeWriters,
  audit: 'notice.sent_again',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

/** A4 for the 回覧板, in one language, with the way to the page. */
export const printNotice = operation({
  route: 'GET /notices/:id/leaflet',
  summary: m.notices_print_summary,
  may: noticeWriters,
  audit: 'notice.printed',
  file: true,
  input: z.object({ id: z.uuid(), language: z.enum(languages).default('ja') }),
  output: z.unknown(),
});
