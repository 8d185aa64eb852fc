import * as m from '#messages';
import type { WrittenSheet } from '#platform/sheets/write-workbook.ts';
import type { Cell, Paper, Table } from '#platform/typesetting/paper.ts';

/**
 * The tables of a paper as sheets, in its very words: a section's tables below one another where they have the same
 * columns, what spans rows repeated in each of them, so that everything can be filtered and sorted.
 */
export function sheetsOfPaper(paper: Paper): WrittenSheet[] {
  const sheets: { name: string; columns: Table['columns']; rows: string[][] }[] = [];
  for (const { title, blocks } of paper.sections) {
    let under = '';
    for (const block of blocks) {
      if (block.kind === 'heading') under = block.text;
      if (block.kind !== 'table') continue;
      const rows = [...block.rows, ...block.closing];
      const filled = fill(rows, block.columns.length).map((row) => (under ? [under, ...row] : row));
      const columns = under
        ? [{ head: m.reports_progress_under(), share: 20, align: 'start' as const }, ...block.columns]
        : block.columns;
      const last = sheets.at(-1);
      if (last?.name === title && sameHeads(last.columns, columns)) last.rows.push(...filled);
      else sheets.push({ name: title, columns, rows: filled });
    }
  }
  return sheets.map(({ name, columns, rows }, i) => ({
    // A sheet's name takes 31 letters, none of them twice in a book.
    name: `${i + 1} ${name}`.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: columns.map(({ head, share }) => ({ heading: head, width: Math.max(10, share * 1.3) })),
    rows,
    head: paper.runningHead,
  }));
}

function sameHeads(one: Table['columns'], other: Table['columns']): boolean {
  return one.map(({ head }) => head).join('\n') === other.map(({ head }) => head).join('\n');
}

/** Rows in which every cell stands, also those covered by one that spans. */
function fill(rows: readonly (readonly Cell[])[], width: number): string[][] {
  const open: { text: string; left: number }[] = Array.from({ length: width }, () => ({ text: '', left: 0 }));
  return rows.map((row) => {
    const cells = [...row];
    for (let at = 0; at < width; at++) {
      const place = open[at];
      if (!place || place.left > 0) continue;
      const cell = cells.shift();
      if (!cell) continue;
      for (let n = at; n < at + cell.columns; n++)
        open[n] = { text: n === at ? textOf(cell) : '', left: cell.rows };
    }
    return open.map((place) => {
      place.left -= 1;
      return place.text;
    });
  });
}

function textOf({ lines, notes }: Cell): string {
  return [...lines.map(({ text, item }) => (item ? m.reports_progress_item({ text }) : text)), ...notes].join(
    '\n',
  );
}
