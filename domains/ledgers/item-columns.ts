import { listItemsOf } from '#domains/items/answering.ts';
import { readItemCell } from '#domains/items/cells.ts';
import { type CheckedAnswers, checkAnswers } from '#domains/items/checking.ts';
import type { Answers, Item, TypedAnswers } from '#domains/items/model.ts';
import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import type { Cell, Row } from '#platform/sheets/table.ts';
import type { Findings } from './findings.ts';
import { type ColumnName, type LedgerKind, recordOf } from './model.ts';
import { readDay } from './read-day.ts';
import { askedOf } from './writing.ts';

/** The own items whose answers a ledger of a kind can bring, those that have ended among them: it may be about their time. */
export async function findLedgerItems(db: Db, kind: LedgerKind): Promise<Item[]> {
  return (await listItemsOf(db, recordOf[kind])).filter((one) => one.kind !== 'section');
}

/** What a row says to the own items that have a column; null where none has. Blank says nothing. */
export type ItemReader = (row: Row, span: { from: string; until?: string }) => CheckedAnswers | null;

/** Reads the columns of own items row after row, and names every cell that cannot be kept. The same cell is read once. */
export async function openItems(db: Db, kind: LedgerKind, findings: Findings): Promise<ItemReader> {
  const items = (await findLedgerItems(db, kind)).filter(({ id }) => findings.has(nameOf(id)));
  if (items.length === 0) return () => null;
  const known = new Map<string, ReadCell>();
  return (row, span) => {
    const typed: TypedAnswers = {};
    for (const one of items) {
      const cell = findings.cell(row, nameOf(one.id));
      if (cell === null) continue;
      const key = `${one.id} ${JSON.stringify(cell)}`;
      const read = known.get(key) ?? readCell(one, cell);
      known.set(key, read);
      if ('sentence' in read) {
        findings.name(row.n, nameOf(one.id), read.sentence);
        continue;
      }
      typed[one.id] = read.typed;
      // What is kept as it was written needs no yes.
      if (one.kind === 'line' || one.kind === 'lines' || typeof cell !== 'string') continue;
      for (const asked of askedOf(cell)) findings.ask(asked, row.n, nameOf(one.id));
    }
    const checked = checkAnswers(items, typed, { ...span, insists: false });
    for (const one of items) {
      const sentence = checked.sentences[`answers.${one.id}`];
      if (sentence !== undefined) findings.name(row.n, nameOf(one.id), sentence);
    }
    return checked;
  };
}

type ReadCell = ReturnType<typeof readItemCell>;

function readCell(one: Item, cell: Exclude<Cell, null>): ReadCell {
  if (one.kind !== 'date') return readItemCell(one, cell);
  const day = readDay(cell);
  return 'says' in day ? { sentence: day.says } : { typed: day.value };
}

export function nameOf(item: string): ColumnName {
  return `items.${item}`;
}

interface AnsweringRow {
  readonly n: number;
  readonly answers: CheckedAnswers | null;
}

/**
 * What the rows of one sheet say together. One that says an item is enough; two that say it differently are named. What
 * all of them leave blank is not asked: it stays as it is.
 */
export function mergeAnswers(rows: readonly AnsweringRow[], findings: Findings): CheckedAnswers | null {
  const first = new Map<string, AnsweringRow>();
  for (const row of rows) {
    for (const item of Object.keys(row.answers?.answers ?? {})) {
      const before = first.get(item);
      if (!before) first.set(item, row);
      else if (differsIn(pickItem(row, item), before.answers?.answers ?? {}))
        findings.name(row.n, nameOf(item), m.ledgers_item_differs({ row: before.n }));
    }
  }
  if (first.size === 0) return null;
  const parts = [...first].map(([item, row]) => pickItem(row, item));
  return {
    answers: Object.assign({}, ...parts.map(({ answers }) => answers)),
    rows: parts.flatMap(({ rows: kept }) => kept),
    asked: [...first.keys()],
    sentences: {},
  };
}

function pickItem({ answers }: AnsweringRow, item: string): CheckedAnswers {
  return pickItems(answers, [item]);
}

/** What is answered to some of the items, and only they are asked. */
export function pickItems(answers: CheckedAnswers | null, items: readonly string[]): CheckedAnswers {
  return {
    answers: Object.fromEntries(items.map((item) => [item, answers?.answers[item] ?? []])),
    rows: (answers?.rows ?? []).filter(({ item_id }) => items.includes(item_id)),
    asked: items,
    sentences: {},
  };
}

/** Whether something is said that does not stand there already. */
export function differsIn(said: CheckedAnswers | null, there: Answers): boolean {
  return Object.entries(said?.answers ?? {}).some(
    ([item, parts]) => JSON.stringify(parts) !== JSON.stringify(there[item]),
  );
}
