import * as m from '#messages';
import { type CsvCell, type CsvEncoding, encodeCsv } from '#platform/csv.ts';
import type { FileReply } from '#platform/domain.ts';
import { roundFigure } from '#platform/figure.ts';
import { writeWorkbook } from '#platform/sheets/write-workbook.ts';
import { writePage } from '#platform/typesetting/page.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import { writeFigure } from './figures.ts';
import { sheetsOfPaper } from './paper-sheets.ts';
import type { progressFormats } from './progress-api.ts';
import { answersOf, type ProgressReport } from './progress-model.ts';
import { presentProgress } from './progress-paper.ts';
import {
  measureGrade,
  measureWords,
  opinionAbout,
  opinionFrom,
  replyTo,
  writeAnswer,
} from './progress-words.ts';
import { definitionOf, sourceOf } from './source-section.ts';

interface Wanted {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly format: (typeof progressFormats)[number];
  readonly encoding: CsvEncoding;
  readonly landscape: boolean;
}

/** The committee's paper as a file to keep. */
export async function renderProgress(
  report: ProgressReport,
  { name, format, encoding, landscape }: Wanted,
): Promise<FileReply> {
  const paper = presentProgress(report, landscape);
  switch (format) {
    case 'pdf':
      return { name: `${name}.pdf`, type: 'application/pdf', bytes: await printPaper(paper) };
    case 'html': {
      const bytes = new TextEncoder().encode(await writePage(paper));
      return { name: `${name}.html`, type: 'text/html; charset=utf-8', bytes };
    }
    case 'xlsx':
      return { name: `${name}.xlsx`, ...(await writeWorkbook(sheetsOfPaper(paper))) };
    case 'csv': {
      const charset = encoding === 'cp932' ? 'Shift_JIS' : 'utf-8';
      const bytes = encodeCsv([headOf(report), ...rowsOf(report)], encoding);
      return { name: `${name}.csv`, type: `text/csv; charset=${charset}`, bytes };
    }
  }
}

/** The columns of every year, and behind them one for each of the town's own items. */
function headOf({ gathering }: ProgressReport): string[] {
  return [
    m.reports_csv_table(),
    m.reports_progress_measure(),
    m.reports_progress_csv_name(),
    m.reports_progress_csv_whose(),
    m.reports_progress_csv_text(),
    m.reports_csv_value(),
    m.reports_csv_unit(),
    m.reports_csv_written(),
    m.reports_progress_grade(),
    m.reports_progress_reason(),
    m.reports_progress_course(),
    m.reports_progress_csv_more(),
    m.reports_definition(),
    m.reports_source(),
    ...gathering.own_items.map(({ label, unit }) =>
      unit === null ? label : m.items_label_with_unit({ label, unit }),
    ),
  ];
}

/** Everything the paper says, one row for a measure, a project under each of its measures, an indicator, an opinion. */
function* rowsOf(report: ProgressReport): Generator<CsvCell[]> {
  const width = headOf(report).length;
  const row = (...cells: CsvCell[]) => Array.from({ length: width }, (_, i) => cells[i] ?? null);
  for (const measure of report.gathering.measures) {
    const head = [measureWords(measure)];
    const grade = measureGrade(report, measure);
    yield row(
      m.reports_progress_measure(),
      ...head,
      null,
      null,
      null,
      null,
      null,
      null,
      grade,
      measure.reason,
    );
    for (const answer of answersOf(report, measure)) {
      const words = writeAnswer(report, answer);
      const more = [words.remarks, ...words.corrections].filter((text) => text !== null).join('\n');
      yield row(
        ...[m.reports_progress_project_head(), ...head, words.name, words.owner, words.results],
        ...[words.amountValue, words.amountValue === null ? null : m.reports_progress_yen(), words.amount],
        ...[words.grade, words.reason, words.course, more, null, null],
        ...report.gathering.own_items.map(({ id }) => words.own.find((own) => own.id === id)?.value ?? null),
      );
    }
  }
  for (const figure of report.figures) {
    const words = writeFigure(report, figure);
    const value = figure.actual?.value ?? null;
    const written = [words.actual, words.yearAndState].filter((text) => text !== null).join(' ');
    yield row(
      ...[m.reports_indicator(), words.group, words.wording, null, null],
      ...[value === null ? null : roundFigure(value, figure.decimals), figure.unit, written],
      ...[
        words.achieved,
        null,
        null,
        m.reports_progress_csv_target({ target: words.target, rate: words.rate }),
      ],
      ...[definitionOf(figure), sourceOf(figure.source)],
    );
  }
  for (const opinion of report.opinions) {
    yield row(
      ...[m.reports_progress_opinion(), opinionAbout(opinion), null, opinionFrom(opinion), opinion.opinion],
      ...[null, null, null, null, null, null, replyTo(opinion)],
    );
  }
}
