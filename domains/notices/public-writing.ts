import { type Language, tagOf } from '#ui/public/languages.ts';

/** A day as it is written in a language, its weekday with it. */
export function writeDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(tagOf(language), {
    ...{ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' },
  }).format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** Words of the public pages without their readings, for where none can stand: a title, an option, a letter's subject. */
export function plain(text: string): string {
  return text.replace(/\uff5c([^\u300a]+)\u300a[^\u300b]+\u300b/gu, '$1');
}

/** The same with readings in brackets. */
export function plainWithReadings(text: string): string {
  return text.replace(/\uff5c([^\u300a]+)\u300a([^\u300b]+)\u300b/gu, '$1\uff08$2\uff09');
}

type Texts = Readonly<Record<string, { readonly title: string; readonly words: string } | undefined>>;

/** The words of a notice in a language, or in the Japanese nearest to it, and in which they are. */
export function wordsIn(texts: Texts, language: Language): { title: string; words: string; in: Language } {
  const order: readonly Language[] = language === 'ja' ? ['ja'] : [language, 'ja-easy', 'ja'];
  for (const one of order) {
    const found = texts[one];
    if (found) return { ...found, in: one };
  }
  return { title: '', words: '', in: 'ja' };
}

type Parts = Readonly<Record<string, string | undefined>>;

/** An address of the notices in a language, with what is chosen: for programs, which keep no language. */
export function queryOf(language: Language, parts: Parts): string {
  return new URLSearchParams([['lang', language], ...given(parts)]).toString();
}

/** A page of the notices with what is chosen, in the language of whoever opens it. */
export function addressOf(page: string, parts: Parts): string {
  const query = new URLSearchParams(given(parts)).toString();
  return query ? `${page}?${query}` : page;
}

function given(parts: Parts): [string, string][] {
  return Object.entries(parts).filter((one): one is [string, string] => Boolean(one[1]));
}
