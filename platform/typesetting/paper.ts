import * as z from 'zod';

const line = z.object({ text: z.string(), item: z.boolean() });

const term = z.object({ term: z.string(), lines: z.array(z.string()) });

const cell = z.object({
  lines: z.array(line),
  /** Small type below the lines. */
  notes: z.array(z.string()),
  /** How many rows and columns the cell spans; what it covers is left out of the rows. */
  rows: z.int().min(1),
  columns: z.int().min(1),
  /** Names its row, also for those who listen to the page. */
  head: z.boolean(),
  /** Bold. */
  strong: z.boolean(),
});

const column = z.object({
  head: z.string(),
  /** Its part of the width, relative to the other columns. */
  share: z.number(),
  align: z.enum(['start', 'end', 'center']),
});

const heading = z.object({ kind: z.literal('heading'), text: z.string() });

/** Paragraphs; an `item` is set with a hanging bullet. `quiet` is for notes in small type. */
const text = z.object({ kind: z.literal('text'), lines: z.array(line), quiet: z.boolean() });

const table = z.object({
  kind: z.literal('table'),
  caption: z.string(),
  columns: z.array(column),
  rows: z.array(z.array(cell)),
  /** Closing rows, set apart by a rule: totals. */
  closing: z.array(z.array(cell)),
  /** Small type and narrow rows, for tables of many numbers. */
  dense: z.boolean(),
  notes: z.array(z.string()),
});

const figure = z.object({
  kind: z.literal('figure'),
  /** An SVG without scripts, styles or references. */
  svg: z.string(),
  /** What the picture shows, for those who do not see it. */
  alternative: z.string(),
  caption: z.string(),
  /** The figures behind the picture, for a screen that offers them in its place; the first names the row. */
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});

/** Names with what is said of each. */
const terms = z.object({ kind: z.literal('terms'), items: z.array(term) });

const block = z.discriminatedUnion('kind', [heading, text, table, figure, terms]);

const section = z.object({
  title: z.string(),
  /** Begins on a new page when printed. */
  newPage: z.boolean(),
  blocks: z.array(block),
});

/**
 * A document for people, on a screen, on a page or on paper: A4, a cover block, contents, sections. It
 * knows no subject. Every string stands here exactly as it will be read, so that the forms cannot differ in a
 * digit; who makes a Paper has formatted everything.
 */
export const paper = z.object({
  title: z.string(),
  /** Above the title, small: whose paper it is. */
  overline: z.string(),
  /** Below the title, large and quiet; null for none. */
  motto: z.string().nullable(),
  /** In the head of every page. */
  runningHead: z.string(),
  /** A mark such as 見本 in the head of every page, with the sentence that explains it on the cover. */
  mark: z.object({ word: z.string(), sentence: z.string() }).nullable(),
  facts: z.array(term),
  /** Above the list of sections; null: a paper so short that it has none. */
  contentsTitle: z.string().min(1).nullable(),
  /** Printed across: for tables of many texts. */
  landscape: z.boolean().optional(),
  /** Printed for those who read with furigana: of every 漢字（かんじ） the reading stands above, in larger type. */
  furigana: z.boolean().optional(),
  sections: z.array(section),
});

export type Paper = z.output<typeof paper>;
export type Section = z.output<typeof section>;
export type Block = z.output<typeof block>;
export type Table = z.output<typeof table>;
export type Column = z.output<typeof column>;
export type Cell = z.output<typeof cell>;
export type Figure = z.output<typeof figure>;
export type Terms = z.output<typeof terms>;
export type Term = z.output<typeof term>;
export type Line = z.output<typeof line>;

export function lineOf(text: string): Line {
  return { text, item: false };
}

/** A cell of plain text, spanning one row. */
export function cellOf(text: string, more: Partial<Cell> = {}): Cell {
  return { lines: [lineOf(text)], notes: [], rows: 1, columns: 1, head: false, strong: false, ...more };
}

/** A text someone typed, as paragraphs; lines that begin with ・ or - become items of a list. */
export function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const item = /^(?:\u{30fb}|[-*•]\s)\s*/u.exec(line);
      return item ? { text: line.slice(item[0].length), item: true } : lineOf(line);
    });
}
