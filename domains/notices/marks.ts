/** A stretch of a text: as it is written, and how it is read where somebody confirmed it. */
export interface Stretch {
  readonly text: string;
  readonly reading: string | null;
}

const mark = /\{([^{}|]+)\|([^{}|]+)\}/gu;

/** The stretches of a text in which furigana stand as `{漢字|かんじ}`. */
export function readMarks(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const found of text.matchAll(mark)) {
    if (found.index > from) stretches.push({ text: text.slice(from, found.index), reading: null });
    stretches.push({ text: found[1] ?? '', reading: found[2] ?? '' });
    from = found.index + found[0].length;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), reading: null });
  return stretches;
}

/** Writes stretches down again, each reading at its word. */
export function writeMarks(stretches: readonly Stretch[]): string {
  return stretches.map(({ text, reading }) => (reading ? `{${text}|${reading}}` : text)).join('');
}

/** The text without its readings. */
export function withoutMarks(text: string): string {
  return text.replace(mark, '$1');
}

/** The text with readings after their words, in brackets: where ruby cannot be set, as in a letter. */
export function marksInBrackets(text: string): string {
  return text.replace(mark, '$1\uff08$2\uff09');
}

/** The text as the public pages set it (`Ruby`). */
export function marksForRuby(text: string): string {
  return text.replace(mark, '\uff5c$1\u300a$2\u300b');
}
