import { readTown } from '#domains/districts/queries.ts';
import { findSmallestShown } from '#domains/plan/smallest-queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatEraDay, formatFiscalYear } from '#platform/calendar.ts';
import { type CsvCell, encodeCsv } from '#platform/csv.ts';
import type { Db } from '#platform/db.ts';
import type { FileReply, LaterFile } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Block, cellOf, lineOf, type Paper } from '#platform/typesetting/paper.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import type * as api from './api.ts';
import { type FilledTable, holdsSmall, returnWords, withLaterRows } from './model.ts';
import { readReturn } from './queries.ts';
import { sayCell, sayDefinition } from './wording.ts';

type Read = OutputOf<typeof api.readReturn>;

/** A return on paper or as CSV: as it was sent where it was, with its corrections; as it is counted today where not. */
export async function printReturn(
  db: Db,
  { format, encoding, copy, ...which }: ParsedInputOf<typeof api.printReturn>,
  act: Act,
): Promise<FileReply | LaterFile> {
  const read = await readReturn(db, which, act);
  const { town } = await readTown(db, {}, act);
  const smallest = copy === 'public' ? await findSmallestShown(db) : null;
  const tables = read.submitted?.tables ?? read.tables;
  const title = returnWords[read.code]();
  const name = m.returns_file({ title, year: formatFiscalYear(read.fiscal_year) });
  if (format === 'csv')
    return {
      name: `${name}.csv`,
      type: `text/csv; charset=${encoding === 'cp932' ? 'Shift_JIS' : 'utf-8'}`,
      bytes: encodeCsv(
        rowsOf(read, smallest === null ? withCorrectedRows(read) : tables, smallest),
        encoding,
      ),
    };
  const paper = presentReturn(read, tables, {
    overline: read.body ?? town?.name ?? '',
    sample: town?.sample ?? false,
    today: act.today,
    smallest,
  });
  return async () => ({ name: `${name}.pdf`, type: 'application/pdf', bytes: await printPaper(paper) });
}

/** What was sent, with the rows beside it that were left out and put right since. */
function withCorrectedRows({ submitted, tables: now }: Read): readonly FilledTable[] {
  if (!submitted) return now;
  const { tables, corrections } = submitted;
  return withLaterRows(tables, now).map((table, t) => ({
    ...table,
    rows: table.rows.filter(
      ({ key }, r) =>
        r < (tables[t]?.rows.length ?? 0) ||
        corrections.some((one) => one.table_code === table.code && one.row_key === key),
    ),
  }));
}

function headCsv(): CsvCell[] {
  return [
    m.returns_csv_table(),
    m.returns_csv_row(),
    m.returns_csv_column(),
    m.returns_csv_value(),
    m.returns_csv_unit(),
    m.returns_csv_corrected(),
    m.returns_csv_reason(),
  ];
}

function rowsOf({ submitted }: Read, tables: readonly FilledTable[], smallest: number | null): CsvCell[][] {
  const corrected = (table: string, row: string | null, column: string) =>
    submitted?.corrections.findLast(
      (one) => one.table_code === table && one.row_key === row && one.column_code === column,
    );
  return [
    headCsv(),
    ...tables
      .filter((table) => smallest === null || !holdsSmall(table, smallest))
      .flatMap((table) =>
        [...table.rows, { key: null, wording: m.returns_sum(), cells: table.sum }].flatMap(
          ({ key, wording, cells }) =>
            table.columns.map((column, i): CsvCell[] => {
              // What is put right tells what it was before: it stays with whoever it was sent to.
              const change = smallest === null ? corrected(table.code, key, column.code) : undefined;
              const cell = cells[i] ?? null;
              return [
                table.wording,
                wording,
                column.wording,
                cell ?? m.returns_not_recorded(),
                column.unit,
                change?.now ?? null,
                change?.reason ?? null,
              ];
            }),
        ),
      ),
  ];
}

interface Head {
  readonly overline: string;
  readonly sample: boolean;
  readonly today: string;
  readonly smallest: number | null;
}

function presentReturn(
  read: Read,
  tables: readonly FilledTable[],
  { overline, sample, today, smallest }: Head,
): Paper {
  const { submitted, definition, fiscal_year } = read;
  const title = m.returns_paper_title({
    title: returnWords[read.code](),
    year: formatFiscalYear(fiscal_year),
  });
  return {
    title,
    overline,
    motto: null,
    runningHead: title,
    mark: sample ? { word: m.returns_sample(), sentence: m.returns_sample_says() } : null,
    facts: [
      {
        term: m.returns_fact_state(),
        lines: [
          submitted
            ? m.returns_fact_sent({ day: formatEraDay(submitted.sent_on), to: submitted.sent_to })
            : m.returns_fact_open({ day: formatEraDay(today) }),
        ],
      },
      {
        term: m.returns_fact_definition(),
        lines: [sayDefinition(submitted?.definition_version ?? definition.version)],
      },
      ...(smallest === null
        ? []
        : [{ term: m.returns_fact_copy(), lines: [m.returns_fact_public({ smallest })] }]),
    ],
    contentsTitle: m.returns_contents(),
    sections: [
      ...tables.map((table) => ({
        title: table.wording,
        newPage: false,
        blocks: presentTable(table, smallest),
      })),
      ...(submitted && submitted.corrections.length > 0 && smallest === null
        ? [
            {
              title: m.returns_corrections(),
              newPage: false,
              blocks: [correctionsOf(submitted, withCorrectedRows(read))],
            },
          ]
        : []),
    ],
  };
}

/** A table of counts on paper, or why it stays away from a copy for others; null: an exact one. */
export function presentTable(table: FilledTable, smallest: number | null): Block[] {
  if (smallest !== null && holdsSmall(table, smallest))
    return [{ kind: 'text', quiet: false, lines: [lineOf(m.returns_table_kept_away({ smallest }))] }];
  const cells = (list: readonly (number | null)[]) =>
    list.map((n) => cellOf(n === null ? m.returns_not_recorded() : n.toLocaleString('ja-JP')));
  const share = table.columns.length > 4 ? 3 : 2;
  return [
    {
      kind: 'table',
      caption: table.wording,
      dense: false,
      columns: [
        { head: m.returns_csv_row(), share, align: 'start' },
        ...table.columns.map(({ wording, unit }) => ({
          head: m.returns_head({ wording, unit }),
          share: 1,
          align: 'end' as const,
        })),
      ],
      rows: table.rows.map((row) => [cellOf(row.wording, { head: true }), ...cells(row.cells)]),
      closing: [[cellOf(m.returns_sum(), { head: true, strong: true }), ...cells(table.sum)]],
      notes: table.columns.map((column) =>
        m.returns_note({ wording: column.wording, counted: column.counted }),
      ),
    },
  ];
}

function correctionsOf(submitted: NonNullable<Read['submitted']>, tables: readonly FilledTable[]): Block {
  return {
    kind: 'table',
    caption: m.returns_corrections(),
    dense: false,
    columns: [
      { head: m.returns_csv_table(), share: 3, align: 'start' },
      { head: m.returns_label_was(), share: 1, align: 'end' },
      { head: m.returns_label_now(), share: 1, align: 'end' },
      { head: m.returns_label_reason(), share: 3, align: 'start' },
      { head: m.returns_label_on(), share: 2, align: 'start' },
    ],
    rows: submitted.corrections.map((one) => [
      cellOf(sayCell(tables, one), { head: true }),
      cellOf(one.was === null ? m.returns_not_recorded() : one.was.toLocaleString('ja-JP')),
      cellOf(one.now.toLocaleString('ja-JP')),
      cellOf(one.reason),
      cellOf(formatEraDay(one.on)),
    ]),
    closing: [],
    notes: [],
  };
}
