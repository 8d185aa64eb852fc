import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import * as m from '#messages';
import { Refusal } from '../refusal.ts';
import { refuseFile } from './refuse.ts';
import { type Grid, letterOf, type Problem } from './table.ts';
import type { SheetRead, WorkbookAnswer } from './workbook.child.ts';

const mayTakeMs = 20_000;
/** One is read and one waits: a call must not hold its transaction open for longer than two files take. */
const mayWait = 2;
const mayHoldMegabytes = 1024;

// By package name and subpath: the path holds from the sources and from a bundle alike.
const locate = createRequire(import.meta.url).resolve;

let before: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Reads the one sheet of an xlsx that has something on it, or the one of this name. Workbooks are read one after the
 * other, each in a process that ends with it: whoever sends ten at once waits, and the server goes on answering.
 *
 * @throws Refusal `invalid` for what is no such workbook, holds several sheets, or cannot be read within its limits;
 *   `too_many` when others wait already
 */
export async function readWorkbook(bytes: Uint8Array, name?: string): Promise<Grid> {
  const answer = await inTurn(() => askChild(bytes));
  if ('refused' in answer) throw refuseFile(sentences[answer.refused]());
  const named = answer.sheets.filter((one) => one.name === name);
  const [sheet, ...others] = named.length > 0 ? named : answer.sheets;
  if (!sheet) throw refuseFile(m.sheets_empty());
  if (others.length > 0)
    throw refuseFile(m.sheets_many_sheets({ n: answer.sheets.length, names: sayNames(answer.sheets) }));
  return { form: 'xlsx', rows: sheet.rows, problems: findProblems(sheet) };
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= mayWait) throw new Refusal('too_many', m.sheets_busy());
  waiting += 1;
  const turn = before.then(work);
  before = turn.catch(() => undefined);
  return turn.finally(() => {
    waiting -= 1;
  });
}

const sentences = {
  too_large: m.sheets_unpacks_too_large,
  broken: m.sheets_broken_workbook,
  no_workbook: m.sheets_is_archive,
  open_document: m.sheets_is_open_document,
  binary: m.sheets_is_xlsb,
  macros: m.sheets_has_macros,
  document: m.sheets_is_document,
};

function askChild(bytes: Uint8Array): Promise<WorkbookAnswer> {
  return new Promise((done, fail) => {
    const reader = fork(locate('#platform/sheets/workbook.child.ts'), {
      env: {},
      execArgv: [`--max-old-space-size=${mayHoldMegabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const timer = setTimeout(() => reader.kill('SIGKILL'), mayTakeMs);
    reader.once('message', (answer: WorkbookAnswer) => done(answer));
    reader.once('error', fail);
    // It ran out of time or memory, or died of the file.
    reader.once('exit', () => {
      clearTimeout(timer);
      done({ refused: 'too_large' });
    });
    reader.send(bytes);
  });
}

function findProblems({ odd, merged, hiddenRows, hiddenColumns }: SheetRead): Problem[] {
  const says = { formula: m.sheets_formula, error: m.sheets_error_cell };
  return [
    ...odd.map(({ row, column, what }) => ({ row, column, says: says[what]() })),
    ...merged.map((range) => ({ row: rowOf(range), column: null, says: m.sheets_merged({ range }) })),
    ...hiddenRows.map((row) => ({ row, column: null, says: m.sheets_hidden_row() })),
    ...hiddenColumns.map((column) => ({
      row: null,
      column,
      says: m.sheets_hidden_column({ column: letterOf(column) }),
    })),
  ];
}

function rowOf(range: string): number {
  return Number(/\d+/.exec(range)?.[0] ?? 1);
}

function sayNames(sheets: readonly SheetRead[]): string {
  return sheets.map(({ name }) => m.sheets_name({ name })).join('');
}
