import { readTown } from '#domains/districts/queries.ts';
import { findSmallestShown } from '#domains/plan/smallest-queries.ts';
import { type FilledTable, holdsSmall } from '#domains/returns/model.ts';
import { presentTable } from '#domains/returns/print.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatEraDay, formatEraMonth } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { FileReply, LaterFile } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { type WrittenSheet, writeWorkbook } from '#platform/sheets/write-workbook.ts';
import { type Block, cellOf, type Paper } from '#platform/typesetting/paper.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import type * as api from './api.ts';
import { dutyWords, stateWords } from './model.ts';
import { readActivityDistrict, readActivitySheet, readActivityTown } from './queries.ts';
import type * as sheetApi from './sheet-api.ts';
import { readVisitMonth } from './visit-month.ts';
import { sayCells, sayRule, sayVisitDefinition } from './wording.ts';

type Asked = ParsedInputOf<typeof api.printMonthEnd>;
type Corrections = OutputOf<typeof sheetApi.readActivitySheet>['corrections'];

/** What a month's sheet says, whatever it is of, before it is a page or a workbook. */
interface MonthEnd {
  readonly title: string;
  readonly overline: string;
  readonly facts: readonly { readonly term: string; readonly line: string }[];
  readonly tables: readonly FilledTable[];
  readonly corrections: Corrections;
}

/** A month's sheet as A4 pages or as a workbook: one and the same tables as on the screen. */
export async function printMonthEnd(db: Db, asked: Asked, act: Act): Promise<FileReply | LaterFile> {
  const said = await readers[asked.of](db, asked, act);
  const { town } = await readTown(db, {}, act);
  const smallest = asked.copy === 'public' ? await findSmallestShown(db) : null;
  const facts = [
    ...said.facts,
    { term: m.activities_fact_printed(), line: formatEraDay(act.today) },
    ...(smallest === null
      ? []
      : [{ term: m.activities_fact_copy(), line: m.activities_fact_public({ smallest }) }]),
  ];
  // What is put right tells what it was before: it stays with whoever it was sent to.
  const shown = { ...said, facts, corrections: smallest === null ? said.corrections : [] };
  if (asked.format === 'xlsx') {
    const file = await writeWorkbook(sheetsOf(shown, smallest));
    return { name: m.activities_file_xlsx({ title: said.title }), ...file };
  }
  const paper = paperOf(shown, smallest, town?.sample ?? false);
  return async () => ({
    name: m.activities_file_pdf({ title: said.title }),
    type: 'application/pdf',
    bytes: await printPaper(paper),
  });
}

const readers: Record<Asked['of'], (db: Db, asked: Asked, act: Act) => Promise<MonthEnd>> = {
  sheet: async (db, { post, month }, act) => {
    if (!post) throw refuseNotFound();
    const read = await readActivitySheet(db, { post, month }, act);
    return {
      title: m.activities_sheet_title({ name: read.name, month: formatEraMonth(month) }),
      overline: read.district_name,
      facts: [
        { term: m.activities_fact_duty(), line: dutyWords[read.duty]() },
        { term: m.activities_fact_state(), line: stateWords[read.state]() },
        { term: m.activities_fact_rule(), line: sayRule(read.rule) },
      ],
      tables: read.tables,
      corrections: read.corrections,
    };
  },
  district: async (db, { district, month }, act) => {
    if (!district) throw refuseNotFound();
    const read = await readActivityDistrict(db, { district, month }, act);
    return {
      title: m.activities_district_title({ district: read.district_name, month: formatEraMonth(month) }),
      overline: read.group_name,
      facts: [
        {
          term: m.activities_fact_state(),
          line: read.sent_on
            ? m.activities_sent_on({ day: formatEraDay(read.sent_on) })
            : m.activities_not_sent(),
        },
        { term: m.activities_fact_rule(), line: sayRule(read.rule) },
      ],
      tables: read.tables,
      corrections: read.corrections,
    };
  },
  town: async (db, { month }, act) => {
    const read = await readActivityTown(db, { month }, act);
    const missing = read.districts.filter(({ sent_on }) => sent_on === null);
    const names = (list: typeof missing) =>
      list.map(({ district_name }) => district_name).join(m.activities_comma()) || m.activities_nobody();
    return {
      title: m.activities_town_title({ month: formatEraMonth(month) }),
      overline: '',
      facts: [
        { term: m.activities_fact_in(), line: names(read.districts.filter((one) => one.sent_on !== null)) },
        { term: m.activities_fact_missing(), line: names(missing) },
        { term: m.activities_fact_rule(), line: sayRule(read.rule) },
      ],
      tables: read.tables,
      corrections: [],
    };
  },
  visits: async (db, { month }, act) => {
    const { definition, table } = await readVisitMonth(db, { month }, act);
    return {
      title: m.activities_visits_title({ month: formatEraMonth(month) }),
      overline: '',
      facts: [{ term: m.activities_fact_rule(), line: sayVisitDefinition(definition) }],
      tables: [table],
      corrections: [],
    };
  },
};

function paperOf(
  { title, overline, facts, tables, corrections }: MonthEnd,
  smallest: number | null,
  sample: boolean,
) {
  return {
    title,
    overline,
    motto: null,
    runningHead: title,
    mark: sample ? { word: m.returns_sample(), sentence: m.returns_sample_says() } : null,
    facts: facts.map(({ term, line }) => ({ term, lines: [line] })),
    contentsTitle: m.returns_contents(),
    sections: [
      ...tables.map((table) => ({
        title: table.wording,
        newPage: false,
        blocks: presentTable(table, smallest),
      })),
      ...(corrections.length > 0
        ? [
            {
              title: m.activities_corrections(),
              newPage: false,
              blocks: [presentCorrections(corrections, tables)],
            },
          ]
        : []),
    ],
  } satisfies Paper;
}

function presentCorrections(corrections: Corrections, tables: readonly FilledTable[]): Block {
  return {
    kind: 'table',
    caption: m.activities_corrections(),
    dense: false,
    columns: [
      { head: m.activities_label_cells(), share: 4, align: 'start' },
      { head: m.activities_label_reason(), share: 3, align: 'start' },
      { head: m.activities_label_on(), share: 2, align: 'start' },
    ],
    rows: corrections.map(({ cells, reason, on }) => [
      cellOf(sayCells(cells, tables), { head: true }),
      cellOf(reason),
      cellOf(formatEraDay(on)),
    ]),
    closing: [],
    notes: [],
  };
}

/** One sheet with every table, one below the other, and one with what it is and how it was counted. */
function sheetsOf({ facts, tables, corrections }: MonthEnd, smallest: number | null): WrittenSheet[] {
  const widest = Math.max(0, ...tables.map(({ columns }) => columns.length));
  const kept = tables.filter((table) => smallest === null || !holdsSmall(table, smallest));
  const cells = (wording: string, row: string, counts: readonly (number | null)[]) => [
    wording,
    row,
    ...counts.map((n) => n ?? m.returns_not_recorded()),
  ];
  const headings = tables.find(({ columns }) => columns.length === widest)?.columns ?? [];
  return [
    {
      name: m.activities_sheet_counts(),
      columns: [
        { heading: m.returns_csv_table(), width: 26 },
        { heading: m.returns_csv_row(), width: 34 },
        ...headings.map(({ wording }) => ({ heading: wording, width: 12, numeric: true })),
      ],
      rows: kept.flatMap((table) => [
        ...table.rows.map((row) => cells(table.wording, row.wording, row.cells)),
        cells(table.wording, m.returns_sum(), table.sum),
      ]),
    },
    {
      name: m.activities_sheet_about(),
      columns: [
        { heading: m.activities_sheet_term(), width: 26 },
        { heading: m.activities_sheet_says(), width: 90 },
      ],
      rows: [
        ...facts.map(({ term, line }) => [term, line]),
        ...tables
          .filter((table) => !kept.includes(table))
          .map(({ wording }) => [wording, m.returns_table_kept_away({ smallest: smallest ?? 0 })]),
        ...headings.map(({ wording, counted }) => [wording, counted]),
        ...corrections.map(({ cells: put, reason, on }) => [
          m.activities_correction_on({ day: formatEraDay(on) }),
          m.activities_correction_says({ cells: sayCells(put, tables), reason }),
        ]),
      ],
    },
  ];
}
