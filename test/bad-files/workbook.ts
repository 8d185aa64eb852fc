import ExcelJS from 'exceljs';

export type BadCell = string | number | Date | null | { formula: string } | { error: '#N/A' };

/** A workbook made in a few lines: rows of one sheet, and whatever else is done to it. */
export async function makeWorkbook(
  rows: readonly (readonly BadCell[])[],
  spoil: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void = () => undefined,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  // A fixed moment: the same file every time.
  workbook.created = new Date('2026-02-02T00:00:00Z');
  const sheet = workbook.addWorksheet('台帳');
  for (const row of rows) sheet.addRow([...row]);
  spoil(sheet, workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
