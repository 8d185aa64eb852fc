import type { CellValue, Column, Sorting } from './columns.ts';

const collator = new Intl.Collator('ja', { numeric: true });

/** The rows in which every word of `words` occurs in some column, in the order of `sorting`. */
export function arrangeRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  words: string,
  sorting: Sorting | null,
): Row[] {
  const wanted = foldText(words).split(/\s+/).filter(Boolean);
  const kept = rows.filter((row) => {
    const text = foldText(columns.map((column) => column.value(row) ?? '').join('\n'));
    return wanted.every((word) => text.includes(word));
  });
  const column = columns.find(({ key }) => key === sorting?.key);
  return column && sorting ? kept.sort(compareBy(column, sorting)) : kept;
}

/** What is sorted by a column next: ascending first, then the other way round. */
export function turnSorting(sorting: Sorting | null, key: string): Sorting {
  const turned = sorting?.key === key && sorting.direction === 'ascending';
  return { key, direction: turned ? 'descending' : 'ascending' };
}

function compareBy<Row>(column: Column<Row>, { direction }: Sorting) {
  const orderOf = column.order ?? column.value;
  const sign = direction === 'ascending' ? 1 : -1;
  return (a: Row, b: Row) => compareValues(orderOf(a), orderOf(b), sign);
}

// Empty cells stay at the end in both directions: nobody sorts to see them first.
function compareValues(a: CellValue, b: CellValue, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}

/** 全角 and 半角, upper and lower case, ひらがな and カタカナ are the same to somebody who looks for a word. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u30A1-\u30F6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
