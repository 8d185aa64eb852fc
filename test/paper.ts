import type { Paper } from '#platform/typesetting/paper.ts';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';

/** Every row of every table of a paper: the text of its cells with their notes. */
export function rowsOfPaper({ sections }: Paper): string[][] {
  const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  return tables.flatMap(({ rows, closing }) =>
    [...rows, ...closing].map((row) =>
      row.map(({ lines, notes }) => [...lines.map(({ text }) => text), ...notes].join('')),
    ),
  );
}

/** What a PDF of ours says, without spaces: where a line ends is not what it says. */
export function readPdf(pdf: Uint8Array): string {
  return textOfPdf(pdf).join('').replace(/\s/g, '');
}

/** The bytes a file operation answered with. */
export function bytesOf(answer: unknown): Uint8Array {
  if (!(answer instanceof Uint8Array)) throw new TypeError('not a file');
  return answer;
}

/** Indicator, target, actual, kind of year, rate, achieved: the plan's own table, and what follows from it. */
export const achievement = [
  [
    '地域での支え合いや助け合いが充実していると感じる市民の割合',
    '70.0%',
    '61.3%',
    'R7調査',
    '87.6%',
    '未達成',
  ],
  [
    '地域での見守り訪問活動件数（ふれあいの会による訪問活動件数）',
    '296,000件',
    '248,933件',
    'R6実績',
    '84.1%',
    '未達成',
  ],
  ['生活自立支援センターの新規相談受付件数', '1,020件', '1,181件', 'R6実績', '115.8%', '達成'],
  ['①助けを求めることができる人がいる市民の割合', '87.0%', '75.4%', 'R7調査', '86.7%', '未達成'],
  ['②困っている人の相談にのることができる市民の割合', '29.0%', '23.8%', 'R4調査', '82.1%', '未達成'],
] as const;
