import * as z from 'zod';
import { foldText } from '#domains/parties/kana.ts';
import cueFile from './cues.ja.json' with { type: 'json' };
import { makePhrase, type Phrase } from './find-phrases.ts';
import tagFile from './taxonomy.ja.json' with { type: 'json' };

/** Words stand in one line, a space between them: a town adds its own where it belongs. */
const list = z.string().transform((line) => line.split(' ').filter((word) => word !== ''));

const tagLines = z
  .array(z.strictObject({ tag: z.string(), label: z.string(), words: list, answers: list }))
  .parse(tagFile);

const cueLines = z
  .strictObject({
    limits: z.array(z.strictObject({ limit: z.string(), label: z.string(), words: list })),
    unable: list,
    unwanted: list,
    notNeeded: list,
    affirmed: list,
    unproblematic: list,
    common: list,
  })
  .parse(cueFile);

export interface Tag {
  readonly tag: string;
  readonly label: string;
  readonly phrases: readonly Phrase[];
  /** Tags whose wishes an offer of this one answers as well. */
  readonly answers: readonly string[];
}

/** Under which condition somebody can, or would like to. */
export interface Limit {
  readonly limit: string;
  readonly label: string;
  readonly phrases: readonly Phrase[];
}

/** What a town's people wish for and offer in everyday life. */
export const tags: readonly Tag[] = tagLines.map(({ words, ...line }) => ({
  ...line,
  phrases: words.map(makePhrase),
}));

export const limits: readonly Limit[] = cueLines.limits.map(({ words, ...line }) => ({
  ...line,
  phrases: words.map(makePhrase),
}));

const fold = (words: readonly string[]) => words.map(foldText);

/**
 * Turns of phrase, folded: that one cannot, that one does not want, that nobody is needed for it, that one can or wants,
 * that something is no problem; and words too common to say what a text is about.
 */
export const cues = {
  unable: fold(cueLines.unable),
  unwanted: fold(cueLines.unwanted),
  notNeeded: fold(cueLines.notNeeded),
  affirmed: fold(cueLines.affirmed),
  unproblematic: fold(cueLines.unproblematic),
  common: new Set(fold(cueLines.common)),
};
