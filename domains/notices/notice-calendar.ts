import type { Day } from '#platform/calendar.ts';
import type { CalendarEntry } from '#platform/icalendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import type { Language } from '#ui/public/languages.ts';
import type { listPublishedNotices } from './api.ts';
import { marksInBrackets } from './marks.ts';
import { wordsIn } from './public-writing.ts';

interface Told {
  readonly listed: OutputOf<typeof listPublishedNotices>;
  readonly language: Language;
  readonly origin: string;
}

/** お知らせ as entries of a calendar: each on the first day on which it is shown, and nobody is busy because of it. */
export function writeNoticeEntries({ listed, language, origin }: Told): CalendarEntry[] {
  return listed.notices.map(({ id, texts, shown_from, told_by }) => {
    const { title, words } = wordsIn(texts, language);
    return {
      uid: id,
      day: shown_from.slice(0, 10) as Day,
      ...{ from: null, until: null, busy: false },
      summary: marksInBrackets(title),
      description: `${marksInBrackets(words)}\n${told_by}`,
      url: `${origin}/notices/${id}?lang=${language}`,
    };
  });
}
