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
