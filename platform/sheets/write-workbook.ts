import type { DataValidation, Workbook } from 'exceljs';

/** A column of a sheet that is written. */
export interface WrittenColumn {
  readonly heading: string;
  /** In characters of the sheet's type. */
  readonly width: number;
  /** May be typed into; everything else of a protected sheet may not. */
  readonly open?: boolean;
  /** A range such as `きまり!$A$2:$A$5`, offered as a list; what else is typed is asked about, not refused. */
  readonly choices?: string;
  readonly numeric?: boolean;
}

export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Cells of columns that are not open cannot be typed into by accident; there is no password. */
  readonly guarded?: boolean;
  /** Printed at the head of every page. */
  readonly head?: string;
}

const fileType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const line = { style: 'thin', color: { argb: 'FFB3B3B3' } } as const;
const tint = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8F1FE' } } as const;
const openTint = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFDE7' } } as const;

/**
 * A plain xlsx, without macros, links or formulas, that passes 無害化: on each sheet one table, its headings in the first
 * row. Text is written as text, also where it begins like a formula. A4 landscape when printed.
 */
export async function writeWorkbook(
  sheets: readonly WrittenSheet[],
): Promise<{ type: string; bytes: Uint8Array }> {
  const workbook = await newWorkbook();
  for (const sheet of sheets) {
    const written = workbook.addWorksheet(sheet.name, {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      headerFooter: { oddHeader: `&L${(sheet.head ?? '').replaceAll('&', '&&')}`, oddFooter: '&C&P / &N' },
    });
    written.pageSetup.printTitlesRow = '1:1';
    written.columns = sheet.columns.map(({ width }) => ({ width }));
    const head = written.addRow(sheet.columns.map(({ heading }) => heading));
    for (const row of sheet.rows) written.addRow([...row]);
    written.eachRow((row, n) => {
      for (const [i, column] of sheet.columns.entries()) {
        const cell = row.getCell(i + 1);
        cell.alignment = { vertical: 'top', wrapText: true };
        cell.border = { top: line, left: line, bottom: line, right: line };
        if (n === 1) continue;
        cell.numFmt = column.numeric ? '#,##0' : '@';
        if (!column.open) continue;
        cell.protection = { locked: false };
        cell.fill = openTint;
        if (column.choices) cell.dataValidation = offer(column.choices);
      }
    });
    head.font = { bold: true };
    head.eachCell((cell) => {
      cell.fill = tint;
    });
    if (sheet.guarded)
      await written.protect('', { formatColumns: true, formatRows: true, selectLockedCells: true });
  }
  return packWorkbook(workbook);
}

/** A workbook that knows no hour, to be packed with `packWorkbook`. */
export async function newWorkbook(): Promise<Workbook> {
  // Loaded when the first file is asked for: the library is large, and most servers write none for hours.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  return workbook;
}

/** The file of a workbook: the same content is the same bytes. */
export async function packWorkbook(workbook: Workbook): Promise<{ type: string; bytes: Uint8Array }> {
  return { type: fileType, bytes: stopClock(new Uint8Array(await workbook.xlsx.writeBuffer())) };
}

function offer(range: string): DataValidation {
  return {
    type: 'list',
    allowBlank: true,
    formulae: [range],
    errorStyle: 'warning',
    showErrorMessage: true,
  };
}

const endOfArchive = 0x06054b50;
/** 1 January 1980, 0:00, as an archive writes it. */
const beginning = 0x00210000;

/** The archive without the hour at which it was packed: the same content is the same file. */
function stopClock(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== endOfArchive) end -= 1;
  let entry = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    view.setUint32(entry + 12, beginning, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, beginning, true);
    entry +=
      46 +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true);
  }
  return bytes;
}
