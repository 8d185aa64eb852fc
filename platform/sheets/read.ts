import * as m from '#messages';
import { decodeText } from './decode.ts';
import { findDelimiter, parseCsv } from './parse-csv.ts';
import { refuseFile } from './refuse.ts';
import { shapeTable } from './shape.ts';
import { sniffFile } from './sniff.ts';
import { type Grid, largestFile, type Problem, type Table } from './table.ts';
import { readWorkbook } from './workbook.ts';

/**
 * Reads a file as one table: CSV or tab-separated text in UTF-8 or Shift_JIS, or the one sheet of an xlsx. What a file
 * is is taken from its bytes. Cells come as they were typed; nothing is guessed, computed or put right.
 *
 * @param sheet of a workbook of ours that holds more than one: the name of the sheet that is meant
 * @throws Refusal `invalid`, its sentence under `file`, for a file that cannot be read as a table at all. What is
 *   wrong with single cells, rows and columns is in `problems`.
 */
export async function readTable(bytes: Uint8Array, sheet?: string): Promise<Table> {
  if (bytes.length > largestFile) throw refuseFile(m.sheets_too_large());
  const sniffed = sniffFile(bytes);
  if ('refused' in sniffed) throw refuseFile(sniffed.refused);
  return shapeTable(sniffed.kind === 'workbook' ? await readWorkbook(bytes, sheet) : readText(bytes));
}

function readText(bytes: Uint8Array): Grid {
  const { text, form } = decodeText(bytes);
  const problems: Problem[] = [];
  const rows = parseCsv(text, findDelimiter(text)).map((cells, i) => ({ n: i + 1, cells }));
  for (const { n, cells } of rows) {
    cells.forEach((cell, column) => {
      if (cell.startsWith('=')) problems.push({ row: n, column, says: m.sheets_formula() });
    });
  }
  return { form, rows, problems };
}
