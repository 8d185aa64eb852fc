import * as m from '#messages';
import { formatFiscalYear, formatMonth, monthsOfFiscalYear } from '#platform/calendar.ts';
import { type CsvCell, type CsvEncoding, encodeCsv } from '#platform/csv.ts';
import { formatFigure, roundFigure } from '#platform/figure.ts';
import { stateWord, type WrittenFigure, writeFigure, writeValue } from './figures.ts';
import type { EvaluationReport, ReportFigure } from './model.ts';
import { kindWord } from './series-section.ts';
import { sumOfMonths } from './small-cells.ts';
import { definitionOf, sourceOf } from './source-section.ts';

/** A value with its place and time; what a row does not say is left out and written empty. */
interface Entry {
  table: string;
  what: string;
  value: number | null;
  written: string;
  fiscalYear?: number | undefined;
  kind?: 'survey' | 'result' | undefined;
  state?: 'open' | 'fixed' | 'published' | undefined;
  district?: string;
  month?: string;
  reason?: string;
}

/**
 * Every figure of the evaluation, one a row, so that it can be filtered and pivoted; 書き方 is what the paper
 * prints. Refuses what CP932 cannot write.
 */
export function renderEvaluationCsv(
  report: EvaluationReport,
  encoding: CsvEncoding,
): Uint8Array<ArrayBuffer> {
  return encodeCsv([headOf(), ...rowsOf(report)], encoding);
}

function* rowsOf(report: EvaluationReport): Generator<CsvCell[]> {
  for (const kind of [achievementEntries, seriesEntries, districtEntries, additionEntries, lateEntries]) {
    for (const figure of report.figures) {
      const words = writeFigure(report, figure);
      for (const entry of kind(figure, words)) yield rowOf(report, figure, words, entry);
    }
  }
}

function headOf(): string[] {
  return [
    m.reports_csv_table(),
    m.reports_measure_group(),
    m.reports_indicator(),
    m.reports_csv_what(),
    m.reports_csv_era(),
    m.reports_csv_fiscal_year(),
    m.reports_district(),
    m.reports_csv_month(),
    m.reports_csv_value(),
    m.reports_csv_unit(),
    m.reports_csv_written(),
    m.reports_csv_kind(),
    m.reports_csv_state(),
    m.reports_csv_reason(),
    m.reports_definition(),
    m.reports_source(),
    m.reports_csv_plan(),
    m.reports_csv_printed(),
    m.reports_csv_sample(),
  ];
}

function rowOf(
  report: EvaluationReport,
  figure: ReportFigure,
  words: WrittenFigure,
  entry: Entry,
): CsvCell[] {
  const { source, decimals, unit } = figure;
  const { fiscalYear, kind, state, value } = entry;
  const isRate = entry.what === m.reports_rate();
  return [
    entry.table,
    words.group,
    words.wording,
    entry.what,
    fiscalYear === undefined ? null : formatFiscalYear(fiscalYear),
    fiscalYear ?? null,
    entry.district ?? null,
    entry.month ?? null,
    value === null ? null : roundFigure(value, isRate ? 1 : decimals),
    value === null ? null : isRate ? '%' : unit,
    entry.written,
    kind === undefined ? null : kindWord(kind),
    state === undefined ? null : stateWord(state),
    entry.reason ?? null,
    definitionOf(figure),
    sourceOf(source),
    report.plan.code,
    report.printedOn,
    report.sample ? m.reports_sample() : null,
  ];
}

function* achievementEntries(figure: ReportFigure, words: WrittenFigure): Generator<Entry> {
  const table = m.reports_achievement_title();
  const { baseline, target, actual } = figure;
  const stated = (one: { value: number; fiscalYear: number | null } | null) => ({
    value: one?.value ?? null,
    fiscalYear: one?.fiscalYear ?? undefined,
  });
  yield { table, what: m.reports_baseline(), written: words.baseline, ...stated(baseline) };
  yield { table, what: m.reports_target(), written: words.target, ...stated(target) };
  const measured = { fiscalYear: actual?.fiscalYear, kind: actual?.kind, state: actual?.period.state };
  yield { table, what: m.reports_actual(), written: words.actual, value: actual?.value ?? null, ...measured };
  yield { table, what: m.reports_rate(), written: words.rate, value: words.rateValue, ...measured };
  yield { table, what: m.reports_achieved_head(), written: words.achieved, value: null, ...measured };
}

function* seriesEntries(figure: ReportFigure): Generator<Entry> {
  const table = m.reports_series_title();
  for (const { value, target, additions, fiscalYear, kind, period } of figure.series) {
    const at = { table, fiscalYear, kind, state: period.state };
    yield { ...at, what: m.reports_actual(), value, written: writeValue(figure, value) };
    if (target !== null)
      yield {
        table,
        fiscalYear,
        what: m.reports_target(),
        value: target,
        written: writeValue(figure, target),
      };
    if (additions !== null)
      yield {
        ...at,
        what: m.reports_csv_additions(),
        value: additions,
        written: writeValue(figure, additions),
      };
  }
}

function* districtEntries({ byDistrict, unit }: ReportFigure): Generator<Entry> {
  if (!byDistrict) return;
  const { fiscalYear, months, rows } = byDistrict;
  const labels = monthsOfFiscalYear(fiscalYear).map(formatMonth);
  const whole = { name: m.reports_whole(), months, total: sumOfMonths(months ?? []) };
  for (const { name, months: counts, total } of months ? [...rows, whole] : rows) {
    const cells = (counts ?? []).map((value, index) => ({ value, month: labels[index] ?? '' }));
    for (const { value, month } of [...cells, { value: total, month: m.reports_sum() }]) {
      yield {
        table: m.reports_districts_title(),
        what: m.reports_actual(),
        value,
        written: value === null ? m.reports_none() : formatFigure(value, 0, unit),
        fiscalYear,
        district: name ?? m.reports_district_unknown(),
        month,
      };
    }
  }
}

function* additionEntries({ additions, actual, unit }: ReportFigure): Generator<Entry> {
  for (const { month, district, channel, reason, amount } of additions) {
    yield {
      table: m.reports_csv_additions(),
      what: channel ?? m.reports_actual(),
      value: amount,
      written: formatFigure(amount, 0, unit),
      fiscalYear: actual?.fiscalYear,
      district: district ?? m.reports_district_unknown(),
      month: formatMonth(month),
      reason,
    };
  }
}

function* lateEntries(figure: ReportFigure): Generator<Entry> {
  for (const { value, fiscalYear, reason } of figure.lateValues) {
    const what = m.reports_late_values();
    yield { table: what, what, value, written: writeValue(figure, value), fiscalYear, reason };
  }
}
