import * as m from '#messages';
import { formatDay, formatFiscalYear, formatMonth } from '#platform/calendar.ts';
import { formatFigure, formatNumber } from '#platform/figure.ts';
import { type Block, cellOf, type Section, type Table, type Term } from '#platform/typesetting/paper.ts';
import { marginPoints, stateWord, writeFigure, writeValue } from './figures.ts';
import type { FiguresReport, ReportFigure } from './model.ts';

type Stated = NonNullable<ReportFigure['baseline']>;

/** For each figure: how it is counted, where it comes from, and what was added after it was fixed. */
export function sourcesSection(report: FiguresReport): Section | null {
  const blocks = report.figures.flatMap((figure): Block[] => [
    { kind: 'heading', text: writeFigure(report, figure).wording },
    { kind: 'terms', items: termsOf(figure) },
    ...(figure.additions.length > 0 ? [additionsTable(figure)] : []),
  ]);
  return blocks.length > 0 ? { title: m.reports_sources_title(), newPage: true, blocks } : null;
}

function termsOf(figure: ReportFigure): Term[] {
  const { source, wave, baseline, target, actual, lateValues } = figure;
  const terms: Term[] = [
    { term: m.reports_definition(), lines: [definitionOf(figure)] },
    { term: m.reports_source(), lines: [sourceOf(source)] },
    { term: m.reports_baseline(), lines: [baseline ? statedOf(figure, baseline) : m.reports_unknown()] },
    { term: m.reports_target(), lines: [target ? statedOf(figure, target) : m.reports_not_set()] },
    { term: m.reports_actual(), lines: [actual ? actualOf(figure, actual) : m.reports_not_measured()] },
  ];
  if (wave) terms.push({ term: m.reports_survey(), lines: surveyLines(figure, wave) });
  if (lateValues.length > 0)
    terms.push({ term: m.reports_late_values(), lines: lateValues.map((late) => lateValueOf(figure, late)) });
  return terms;
}

/** How a figure is counted; the CSV prints the same. */
export function definitionOf({ definition }: ReportFigure): string {
  return definition === null
    ? m.reports_definition_unwritten()
    : m.reports_definition_wording({ ...definition, since: formatDay(definition.since) });
}

/** The words for where a figure comes from; the CSV prints the same. */
export function sourceOf({ kind, note }: ReportFigure['source']): string {
  const sources = {
    encounters: m.reports_source_encounters,
    survey: m.reports_source_survey,
    statistic: m.reports_source_statistic,
    typed: m.reports_source_typed,
  };
  const source = sources[kind]();
  return note === null ? source : m.reports_source_noted({ source, note });
}

function statedOf(figure: ReportFigure, { value, fiscalYear, note }: Stated): string {
  const year = fiscalYear === null ? m.reports_year_unknown() : formatFiscalYear(fiscalYear);
  const words = { figure: writeValue(figure, value), year };
  return note === null ? m.reports_stated(words) : m.reports_stated_noted({ ...words, note });
}

function lateValueOf(figure: ReportFigure, late: ReportFigure['lateValues'][number]): string {
  return m.reports_late_value({
    figure: writeValue(figure, late.value),
    year: formatFiscalYear(late.fiscalYear),
    date: formatDay(late.date),
    author: late.author,
    reason: late.reason,
  });
}

function actualOf(figure: ReportFigure, actual: NonNullable<ReportFigure['actual']>): string {
  const words = {
    figure: writeValue(figure, actual.value),
    year: formatFiscalYear(actual.fiscalYear),
    state: stateWord(actual.period.state),
  };
  const { since } = actual.period;
  return since === null
    ? m.reports_actual_stated(words)
    : m.reports_actual_stated_since({ ...words, since: formatDay(since) });
}

function surveyLines(figure: ReportFigure, wave: NonNullable<ReportFigure['wave']>): string[] {
  const { name, fiscalYear, asked, returned, answered, method, question, note } = wave;
  const points = marginPoints(figure);
  const lines: string[] = [m.reports_survey_named({ name, year: formatFiscalYear(fiscalYear) })];
  if (method !== null) lines.push(m.reports_survey_method({ method }));
  if (question !== null) lines.push(m.reports_survey_question({ question }));
  if (returned !== null) lines.push(returnedOf(asked, returned));
  if (answered !== null) lines.push(answersOf(returned === null ? asked : null, answered));
  if (note !== null) lines.push(note);
  lines.push(points === null ? m.reports_survey_margin_unknown() : m.reports_survey_margin({ points }));
  return lines;
}

function returnedOf(asked: number | null, returned: number): string {
  const words = { returned: formatNumber(returned, 0) };
  if (!asked) return m.reports_survey_returned(words);
  const rate = formatNumber((returned / asked) * 100, 1);
  return m.reports_survey_sent({ ...words, asked: formatNumber(asked, 0), rate });
}

function answersOf(asked: number | null, answered: number): string {
  const words = { answered: formatNumber(answered, 0) };
  if (!asked) return m.reports_survey_answered(words);
  const rate = formatNumber((answered / asked) * 100, 1);
  return m.reports_survey_counts({ ...words, asked: formatNumber(asked, 0), rate });
}

function additionsTable({ additions, actual, unit }: ReportFigure): Table {
  const year = actual ? formatFiscalYear(actual.fiscalYear) : '';
  const rows = additions.map(({ month, addedOn, district, channel, reason, amount }) => [
    cellOf(m.reports_month_of_year({ year: month.slice(0, 4), month: formatMonth(month) })),
    cellOf(district ?? m.reports_district_unknown()),
    cellOf(channel ?? m.reports_none()),
    cellOf(formatFigure(amount, 0, unit)),
    cellOf(formatDay(addedOn)),
    cellOf(reason),
  ]);
  return {
    kind: 'table',
    caption: m.reports_additions_caption({ year }),
    columns: [
      { head: m.reports_addition_month(), share: 15, align: 'start' },
      { head: m.reports_district(), share: 12, align: 'start' },
      { head: m.reports_addition_channel(), share: 12, align: 'start' },
      { head: m.reports_addition_amount(), share: 9, align: 'end' },
      { head: m.reports_addition_added(), share: 22, align: 'start' },
      { head: m.reports_addition_reason(), share: 30, align: 'start' },
    ],
    rows,
    closing: [],
    dense: false,
    notes: [m.reports_note_additions()],
  };
}
