import { placeLimits } from './find-limits.ts';
import { type Place, type Reading, readText } from './find-phrases.ts';
import { cues, tags } from './taxonomy.ts';

export interface SuggestedTag {
  readonly tag: string;
  readonly label: string;
  /** The words of the text that led there. */
  readonly words: string;
}

/** Where one thought ends: a mark, or が and けど after a verb. */
const clauseEnd = /[、。!?\n「」();]|(?<=[んすいたるだ])(?:が|けれども|けれど|けど)/;

/**
 * Tags that a text suggests, in the order of the text, each once. What one cannot do is a wish and no offer; what one
 * does not want is neither; what only says under which condition is no tag. Suggested, never decided.
 */
export function suggestTags(written: string, side: 'wish' | 'offer'): SuggestedTag[] {
  const reading = readText(written);
  const conditions = placeLimits(reading);
  const isCondition = (place: Place) =>
    conditions.some(({ from, to }) => from === place.from && place.to <= to);
  const found = tags.flatMap(({ tag, label, phrases }) =>
    phrases
      .flatMap((phrase) => phrase(reading))
      .filter((place) => !isCondition(place))
      .map((place) => ({ ...place, tag, label })),
  );
  const meant = found.filter(
    (one) => !found.some((other) => covers(other, one)) && !isDenied(reading, one, side),
  );
  meant.sort((a, b) => a.from - b.from || b.to - a.to);
  return [...new Map(meant.toReversed().map((one) => [one.tag, one])).values()]
    .sort((a, b) => meant.indexOf(a) - meant.indexOf(b))
    .map(({ tag, label, from, to }) => ({ tag, label, words: sayWords(reading, from, to) }));
}

/** To the end of its last word. */
function sayWords({ text, begins }: Reading, from: number, to: number): string {
  let end = to;
  while (end < text.length && !begins.has(end)) end += 1;
  return text.slice(from, end);
}

/** A longer phrase says more exactly what is meant: 犬の散歩 is not 散歩. */
function covers(one: Place & { tag: string }, other: Place & { tag: string }): boolean {
  return (
    one.tag !== other.tag &&
    one.from <= other.from &&
    other.to <= one.to &&
    one.to - one.from > other.to - other.from
  );
}

/** The first turn of phrase after it, in its clause, says whether it is meant. */
function isDenied({ folded }: Reading, { to }: Place, side: 'wish' | 'offer'): boolean {
  const clause = folded.slice(to).split(clauseEnd, 1)[0] ?? '';
  const denying =
    side === 'wish' ? [...cues.unwanted, ...cues.notNeeded] : [...cues.unwanted, ...cues.unable];
  const denied = firstOf(clause, denying);
  return (
    denied < clause.length &&
    denied <= firstOf(clause.replace(/(好き|得意)(?=では|じゃ|でな)/g, '　　'), cues.affirmed)
  );
}

/** The place of the first of these; the length of the text where there is none. */
function firstOf(text: string, words: readonly string[]): number {
  return words.reduce((first, word) => {
    const at = text.indexOf(word);
    return at >= 0 && at < first ? at : first;
  }, text.length);
}
