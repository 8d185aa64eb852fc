import { typeset } from './typeset.ts';

/**
 * A document for people, on paper or on a page: A4 portrait, a cover block, contents, sections. It knows no
 * subject. Every string stands here exactly as it will be read, so that the printed and the on-screen form
 * cannot differ in a digit; who makes a Paper has formatted everything.
 */
export interface Paper {
  title: string;
  /** Above the title, small: whose paper it is. */
  overline: string;
  /** Below the title, large and quiet; null for none. */
  motto: string | null;
  /** In the head of every page. */
  runningHead: string;
  /** A mark such as 見本 in the head of every page, with the sentence that explains it on the cover. */
  mark: { word: string; sentence: string } | null;
  facts: Term[];
  contentsTitle: string;
  sections: Section[];
}

export interface Section {
  title: string;
  /** Begins on a new page when printed. */
  newPage: boolean;
  blocks: Block[];
}

export type Block = Heading | Text | Table | Figure | Terms;

export interface Heading {
  kind: 'heading';
  text: string;
}

/** Paragraphs; an `item` is set with a hanging bullet. `quiet` is for notes in small type. */
export interface Text {
  kind: 'text';
  lines: Line[];
  quiet: boolean;
}

export interface Line {
  text: string;
  item: boolean;
}

export interface Table {
  kind: 'table';
  caption: string;
  columns: Column[];
  rows: Cell[][];
  /** Closing rows, set apart by a rule: totals. */
  closing: Cell[][];
  /** Small type and narrow rows, for tables of many numbers. */
  dense: boolean;
  notes: string[];
}

export interface Column {
  head: string;
  /** Its part of the width, relative to the other columns. */
  share: number;
  align: 'start' | 'end' | 'center';
}

export interface Cell {
  lines: Line[];
  /** Small type below the lines. */
  notes: string[];
  /** How many rows and columns the cell spans; what it covers is left out of the rows. */
  rows: number;
  columns: number;
  /** Names its row, also for those who listen to the page. */
  head: boolean;
  /** Bold. */
  strong: boolean;
}

export interface Figure {
  kind: 'figure';
  /** An SVG without scripts, styles or references. */
  svg: string;
  /** What the picture shows, for those who do not see it. */
  alternative: string;
  caption: string;
}

/** Names with what is said of each. */
export interface Terms {
  kind: 'terms';
  items: Term[];
}

export interface Term {
  term: string;
  lines: string[];
}

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
      const item = /^(?:・|[-*•]\s)\s*/u.exec(line);
      return item ? { text: line.slice(item[0].length), item: true } : lineOf(line);
    });
}

/** The paper as a tagged PDF (PDF/UA-1), A4, the same bytes for the same paper. */
export function printPaper(paper: Paper): Promise<Uint8Array> {
  return typeset({ template: '#platform/typesetting/paper.typ', data: paper });
}
