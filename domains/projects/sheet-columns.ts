import * as m from '#messages';
import type { WrittenColumn } from '#platform/sheets/write-workbook.ts';

/** What the sheet of answers holds in each column, in its order. `key` is the item and the version it was made from. */
export const sheetColumns = [
  'key',
  'number',
  'name',
  'last_results',
  'last_grade',
  'last_course',
  'results',
  'amount',
  'grade',
  'grade_reason',
  'course',
  'remarks',
] as const;
export type SheetColumn = (typeof sheetColumns)[number];

export const sheetHeadings: Record<SheetColumn, () => string> = {
  key: m.projects_sheet_key,
  number: m.projects_sheet_number,
  name: m.projects_sheet_name,
  last_results: m.projects_sheet_last_results,
  last_grade: m.projects_sheet_last_grade,
  last_course: m.projects_sheet_last_course,
  results: m.projects_label_results,
  amount: m.projects_label_amount,
  grade: m.projects_label_grade,
  grade_reason: m.projects_label_grade_reason,
  course: m.projects_label_course,
  remarks: m.projects_label_remarks,
};

const widths: Record<SheetColumn, number> = {
  key: 12,
  number: 6,
  name: 24,
  last_results: 40,
  last_grade: 14,
  last_course: 12,
  results: 50,
  amount: 14,
  grade: 16,
  grade_reason: 30,
  course: 14,
  remarks: 30,
};

/** @param lists where the sheet finds the grades and courses to choose from */
export function writeColumns(lists: { grade: string; course: string }): WrittenColumn[] {
  return sheetColumns.map((column) => ({
    heading: sheetHeadings[column](),
    width: widths[column],
    open: column in openColumns,
    ...(column === 'grade' || column === 'course' ? { choices: lists[column] } : {}),
    numeric: column === 'amount' || column === 'number',
  }));
}

const openColumns: Partial<Record<SheetColumn, true>> = {
  results: true,
  amount: true,
  grade: true,
  grade_reason: true,
  course: true,
  remarks: true,
};
