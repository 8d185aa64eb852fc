import * as z from 'zod';
import { firstDayOf } from '#domains/encounters/model.ts';
import { modeInForce } from '#domains/encounters/tally.ts';
import { type Item, isChosen, isInForce, spanOfMonth } from '#domains/items/model.ts';
import { cautions, cautionWords } from '#domains/parties/cautions.ts';
import {
  channels,
  channelWords,
  conditions,
  conditionWords,
  contacts,
  contactWords,
} from '#domains/visits/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { letterOf } from '#platform/sheets/table.ts';
import { type WrittenColumn, type WrittenSheet, writeWorkbook } from '#platform/sheets/write-workbook.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { findLedgerItems } from './item-columns.ts';
import { type Field, fieldsOf, fieldWords, type LedgerKind } from './model.ts';

/** Rows of a form that is not filled in beforehand: a page or two of paper. */
const blankRows = 60;

/**
 * ひな型: an empty ledger whose headings and words are read without a question. A tally has a row for each channel of every
 * district that counts the month by sheet.
 */
export async function printLedgerForm(
  db: Db,
  { kind, month }: ParsedInputOf<typeof api.printLedgerForm>,
  act: Act,
): Promise<LaterFile> {
  const of = month ?? act.today.slice(0, 7);
  const districts = kind === 'tally' ? await findSheetDistricts(db, firstDayOf(of)) : [];
  const rows =
    kind === 'tally'
      ? districts.flatMap((name) => channels.map((channel) => [name, of, channelWords[channel](), null]))
      : Array.from({ length: blankRows }, () => fieldsOf[kind].map(() => null));
  const { from, until } = spanOfMonth(of);
  const items = (await findLedgerItems(db, kind)).filter((one) => isInForce(one, from, until));
  const lists = [...usualLists[kind], ...items.filter(({ kind }) => isChosen(kind)).map(listOf)];
  const columns = [...fieldsOf[kind].map(columnOf), ...items.map(itemColumn)];
  const sheets: WrittenSheet[] = [
    {
      name: m.ledgers_form_sheet(),
      columns: columns.map((column) => offerList(column, lists)),
      // Cells of own items are blank: nothing is answered beforehand.
      rows: rows.map((row) => [...row, ...items.map(() => null)]),
    },
    wordsSheet(lists),
  ];
  return async () => ({ ...(await writeWorkbook(sheets)), name: names[kind]() });
}

const names = {
  tally: m.ledgers_form_file_tally,
  visits: m.ledgers_form_file_visits,
  households: m.ledgers_form_file_households,
};

/** Words that a column offers, by the heading of the column. */
interface List {
  readonly heading: string;
  readonly words: readonly string[];
  /** Several of them can stand in one cell: they are there to be read, the cell offers none. */
  readonly several: boolean;
}

const fixedList = (field: Field, words: readonly (() => string)[], several = false): List => ({
  heading: fieldWords[field](),
  words: words.map((word) => word()),
  several,
});
const visitLists = [
  fixedList(
    'channel',
    channels.map((channel) => channelWords[channel]),
  ),
  fixedList(
    'contact',
    contacts.map((contact) => contactWords[contact]),
  ),
  fixedList(
    'condition',
    conditions.map((condition) => conditionWords[condition]),
  ),
];
const usualLists: Record<LedgerKind, readonly List[]> = {
  tally: visitLists,
  visits: visitLists,
  households: [
    fixedList(
      'cautions',
      cautions.map((caution) => cautionWords[caution]),
      true,
    ),
  ],
};

function listOf(item: Item): List {
  const words = item.options.map(({ label }) => label);
  return { heading: headingOf(item), words, several: item.kind === 'choices' };
}

function headingOf({ label, unit }: Item): string {
  return unit === null ? label : m.items_label_with_unit({ label, unit });
}

function columnOf(field: Field): WrittenColumn {
  const width = field === 'note' || field === 'address' ? 40 : 16;
  return { heading: fieldWords[field](), width, open: true, numeric: field === 'count' };
}

function itemColumn(item: Item): WrittenColumn {
  return { heading: headingOf(item), width: 20, open: true, numeric: item.kind === 'number' };
}

function offerList(column: WrittenColumn, lists: readonly List[]): WrittenColumn {
  const at = lists.findIndex(({ heading, several }) => heading === column.heading && !several);
  if (at < 0) return column;
  const letter = letterOf(at);
  const last = (lists[at]?.words.length ?? 0) + 1;
  return {
    ...column,
    numeric: false,
    choices: `${m.ledgers_form_words()}!$${letter}$2:$${letter}$${last}`,
  };
}

/** The words of each list, one below the other: what the first sheet offers. */
function wordsSheet(lists: readonly List[]): WrittenSheet {
  const longest = Math.max(...lists.map(({ words }) => words.length));
  return {
    name: m.ledgers_form_words(),
    columns: lists.map(({ heading }) => ({ heading, width: 24 })),
    rows: Array.from({ length: longest }, (_, i) => lists.map(({ words }) => words[i] ?? null)),
  };
}

async function findSheetDistricts(db: Db, month: string): Promise<string[]> {
  const found = await db.all(
    z.object({ name: z.string() }),
    sql`select d.name
      from (select b.id as group_id, b.district_id, 'visit'::text as kind, ${month}::date as month from bodies b
        where b.kind = 'district_council' and b.district_id = any((select gate.districts_gathered())::uuid[])
          and b.id = any((select gate.holders_served_by_actor('visit'))::uuid[])) g
      join districts d on d.id = g.district_id
      where ${modeInForce(sql`g`)} = 'sheet'
      order by d.sort`,
  );
  return found.map(({ name }) => name);
}
