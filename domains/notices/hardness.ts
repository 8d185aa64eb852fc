import { withoutMarks } from './marks.ts';
import type { EasyRule, KnownWord } from './model.ts';

/** What can be hard in a text. */
export const hardKinds = [
  'long_sentence',
  'many_kanji',
  'kanji_run',
  'hard_word',
  'double_negative',
  'clock24',
  'era',
] as const;

/** One thing that is hard: where, how much of it, and what one can say instead. */
export interface HardPlace {
  readonly kind: (typeof hardKinds)[number];
  /** The sentence or the word; empty where it is the whole text. */
  readonly words: string;
  /** Signs, or percent. */
  readonly n: number;
  readonly instead: string;
}

const kanji = /\p{Script=Han}/gu;
const doubleNegative =
  /\u306a(?:\u3044\u308f\u3051\u3067\u306f|\u304f\u306f|\u3044\u3053\u3068\u306f|\u3044\u3067\u306f)\u306a|\u305a\u306b\u306f\u3044\u3089\u308c\u306a/gu;
const clock24 = /(?:1[3-9]|2[0-3])(?::[0-5]\d|\u6642)/g;
const era = /(?:\u4ee4\u548c|\u5e73\u6210|\u662d\u548c)(?:\d+|\u5143)\u5e74/gu;

/**
 * What is hard in a text, after 出入国在留管理庁・文化庁「在留支援のためのやさしい日本語ガイドライン」(2020-08): one sentence says one
 * thing and is short; the amount of kanji is minded and compounds are said as sentences; loanwords and words of offices are put
 * otherwise; nothing is denied twice; hours are those of a twelve-hour clock, years those of the common era. How long and how many
 * is the town's rule, which words are hard the town's list. It says where, and grades nobody's text.
 *
 * @param hard words that are hard, with what one can say instead
 */
export function findHardPlaces(marked: string, rule: EasyRule, hard: readonly KnownWord[]): HardPlace[] {
  const text = withoutMarks(marked).normalize('NFKC');
  const places: HardPlace[] = [];
  for (const sentence of sentencesOf(text)) {
    const n = [...sentence].length;
    if (n > rule.longest_sentence) places.push({ kind: 'long_sentence', words: sentence, n, instead: '' });
  }
  const signs = [...text.replace(/\s/gu, '')].length;
  const percent = signs === 0 ? 0 : Math.round(((text.match(kanji)?.length ?? 0) / signs) * 100);
  if (signs >= 20 && percent > rule.kanji_percent)
    places.push({ kind: 'many_kanji', words: '', n: percent, instead: '' });
  const run = new RegExp(`\\p{Script=Han}{${rule.longest_run + 1},}`, 'gu');
  const hardWords = hard.filter(({ word }) => text.includes(word.normalize('NFKC')));
  for (const { word, says } of hardWords)
    places.push({
      kind: 'hard_word',
      words: word,
      n: text.split(word.normalize('NFKC')).length - 1,
      instead: says,
    });
  for (const words of distinct(text, run)) {
    if (!hardWords.some(({ word }) => word === words))
      places.push({ kind: 'kanji_run', words, n: [...words].length, instead: '' });
  }
  for (const [kind, pattern] of [
    ['double_negative', doubleNegative],
    ['clock24', clock24],
    ['era', era],
  ] as const) {
    for (const words of distinct(text, pattern)) places.push({ kind, words, n: 1, instead: '' });
  }
  return places;
}

/** The sentences of a text: each ends with 。, ！, ？ or its line. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[\u3002!?\uff01\uff1f])|\n/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function distinct(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([found]) => found))];
}
