import type { Item, TypedAnswers } from '#domains/items/model.ts';
import * as m from '#messages';
import { Refusal } from '#platform/refusal.ts';
import { readTable } from '#platform/sheets/read.ts';
import { type Cell, letterOf, type Table } from '#platform/sheets/table.ts';
import { lackingIn } from './lacking.ts';
import { type Stage, whyNotInquiry, whyNotItem } from './model.ts';
import { nameStrangeColumns, type OwnColumn, ownColumns, readOwnCells } from './own-sheet.ts';
import { type Answered, answerFields, type Body, type Rule } from './parts.ts';
import { sayCourse, sayGrade } from './rule.ts';
import { type SheetColumn, sheetColumns, sheetHeadings } from './sheet-columns.ts';
import type { SheetProblem } from './sheets-api.ts';
import type { SheetItem } from './sheets-queries.ts';

/** A project's row of a sheet, with what it would write. */
export interface SheetChange {
  item_id: string;
  number: number;
  name: string;
  after_version: number;
  fields: {
    /** One of the usual fields, or the id of an own item. */
    field: string;
    before: string | number | null;
    after: string | number | null;
  }[];
  answer: Answered;
  /** To the town's own items; undefined where the sheet has none of them. */
  answers: TypedAnswers | undefined;
}

export interface Comparison {
  body: Body | null;
  problems: SheetProblem[];
  changes: SheetChange[];
  unchanged: number;
}

interface Surroundings {
  readonly stage: Stage;
  readonly rule: Rule;
  /** Every project of the inquiry as it stands. */
  readonly items: readonly SheetItem[];
  /** The town's own items that are asked, and the day by which they are. */
  readonly asked: readonly Item[];
  readonly sentOn: string;
}

/**
 * Reads a sheet that came back beside what stands. A sheet of another inquiry, one that is older than what stands, and one
 * with a cell that cannot be understood is named with its cells and changes nothing: there is no half of a sheet.
 */
export async function compareSheet(bytes: Uint8Array, around: Surroundings): Promise<Comparison> {
  const nothing: Comparison = { body: null, problems: [], changes: [], unchanged: 0 };
  let table: Table;
  try {
    table = await readTable(bytes, m.projects_sheet_answers());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...nothing, problems: [{ cell: null, sentence: error.message }] };
  }
  const missing = sheetColumns.filter((column) => !table.headings.includes(sheetHeadings[column]()));
  if (missing.length > 0) {
    const names = missing.map((column) => sheetHeadings[column]()).join('、');
    return { ...nothing, problems: [{ cell: null, sentence: m.projects_sheet_no_columns({ names }) }] };
  }
  const problems = table.problems.map(({ row, column, says }) => ({
    cell: cellName(row, column),
    sentence: says,
  }));
  const own = ownColumns(around.asked);
  problems.push(...nameStrangeColumns(table, own));
  const read = table.rows.map((row) => readRow(table, row, own, around));
  problems.push(...read.flatMap((row) => row.problems), ...twiceIn(read));
  const stands = whyNotInquiry('collect', around.stage);
  if (stands !== null) problems.unshift({ cell: null, sentence: stands });
  const changes = read.flatMap(({ change }) => (change ? [change] : []));
  const bodies = new Map(read.flatMap(({ item }) => (item ? [[item.body.id, item.body]] : [])));
  if (bodies.size > 1) problems.push({ cell: null, sentence: m.projects_sheet_two_owners() });
  const [body = null] = bodies.values();
  if (problems.length > 0) return { ...nothing, body, problems };
  const changed = changes.filter(({ fields }) => fields.length > 0);
  return { body, problems, changes: changed, unchanged: changes.length - changed.length };
}

interface Placed {
  readonly cells: Record<SheetColumn, Cell>;
  readonly letters: Record<SheetColumn, string>;
}

function placeCells({ headings }: Table, cells: readonly Cell[]): Placed {
  const at = (column: SheetColumn) => headings.indexOf(sheetHeadings[column]());
  const entries = <V>(value: (column: SheetColumn) => V) =>
    Object.fromEntries(sheetColumns.map((column) => [column, value(column)])) as Record<SheetColumn, V>;
  return {
    cells: entries((column) => cells[at(column)] ?? null),
    letters: entries((column) => letterOf(at(column))),
  };
}

interface ReadRow {
  item: SheetItem | null;
  change: SheetChange | null;
  problems: SheetProblem[];
}

function readRow(
  table: Table,
  row: Table['rows'][number],
  own: readonly OwnColumn[],
  { rule, items, sentOn }: Surroundings,
): ReadRow {
  const { cells, letters } = placeCells(table, row.cells);
  const problems: SheetProblem[] = [];
  const problem = (column: SheetColumn, sentence: string) =>
    problems.push({ cell: `${letters[column]}${row.n}`, sentence });
  const [id, version] = String(cells.key ?? '').split('/');
  const item = items.find((one) => one.id === id) ?? null;
  if (!item) {
    problem('key', m.projects_sheet_unknown_key());
    return { item, change: null, problems };
  }
  if (Number(version) !== item.version) {
    problem('key', m.projects_sheet_stale({ name: item.name }));
    return { item, change: null, problems };
  }
  const amount = readAmount(cells.amount);
  if (amount === undefined) problem('amount', m.projects_field_amount());
  const grade = codeOf(cells.grade, rule.grades, (code) => sayGrade(rule, code));
  if (grade === undefined) problem('grade', m.projects_sheet_grade({ text: textOf(cells.grade) ?? '' }));
  const course = codeOf(cells.course, rule.courses, (code) => sayCourse(rule, code));
  if (course === undefined) problem('course', m.projects_sheet_course({ text: textOf(cells.course) ?? '' }));
  const answer: Answered = {
    results: textOf(cells.results),
    amount: amount ?? null,
    grade: grade ?? null,
    grade_reason: textOf(cells.grade_reason),
    course: course ?? null,
    remarks: textOf(cells.remarks),
  };
  const said = readOwnCells(table, row, own, { item, sentOn });
  problems.push(...said.problems);
  const usual = answerFields.flatMap((field) =>
    answer[field] === item[field]
      ? []
      : [{ field, before: say(field, item[field], rule), after: say(field, answer[field], rule) }],
  );
  const fields = [...usual, ...said.fields];
  const stands = whyNotItem('write', item.state);
  if (fields.length > 0 && stands !== null)
    problem('key', m.projects_sheet_not_now({ name: item.name, why: stands }));
  // A row that nobody touched is not asked for what it lacks: its owner may answer it later.
  if (fields.length > 0 && problems.length === 0) {
    for (const [field, sentence] of Object.entries(lackingIn({ ...answer, state: 'answered' }, rule)))
      problem(field as SheetColumn, sentence);
  }
  const { number, name } = item;
  return {
    item,
    problems,
    change: {
      item_id: item.id,
      number,
      name,
      after_version: item.version,
      fields,
      answer,
      answers: said.answers,
    },
  };
}

/** As it is read: grade and course in the words of the rule. */
function say(field: (typeof answerFields)[number], value: string | number | null, rule: Rule) {
  if (typeof value !== 'string') return value;
  if (field === 'grade') return sayGrade(rule, value);
  return field === 'course' ? sayCourse(rule, value) : value;
}

function twiceIn(rows: readonly ReadRow[]): SheetProblem[] {
  const seen = rows.flatMap(({ item }) => item ?? []);
  const twice = new Set(seen.filter((item, i) => seen.indexOf(item) < i));
  return [...twice].map(({ name }) => ({ cell: null, sentence: m.projects_sheet_twice({ name }) }));
}

function textOf(cell: Cell): string | null {
  if (cell === null) return null;
  const text = (typeof cell === 'object' ? cell.day : String(cell)).replaceAll('\r\n', '\n').trim();
  return text === '' ? null : text;
}

/** Whole yen; undefined for what is no such amount. */
function readAmount(cell: Cell): number | null | undefined {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) && cell >= 0 ? cell : undefined;
  const text = textOf(cell);
  if (text === null) return null;
  const digits = text.normalize('NFKC').replaceAll(/[,\s]/g, '').replace(m.projects_yen(), '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}

/** The code that was chosen, by its code or its words; undefined for what the rule does not know. */
function codeOf(
  cell: Cell,
  list: readonly { code: string; wording: string }[],
  say: (code: string) => string,
): string | null | undefined {
  const text = textOf(cell)?.normalize('NFKC');
  if (text === undefined) return null;
  return list.find(({ code, wording }) =>
    [code, wording, say(code)].some((word) => word.normalize('NFKC') === text),
  )?.code;
}

function cellName(row: number | null, column: number | null): string | null {
  if (column === null) return row === null ? null : m.projects_sheet_row({ row });
  return row === null ? letterOf(column) : `${letterOf(column)}${row}`;
}
