import { achievementRate, isAchieved, marginOfError } from '#domains/plan/achievement.ts';
import * as m from '#messages';
import { formatFiscalYearShort } from '#platform/calendar.ts';
import { formatFigure, formatNumber } from '#platform/figure.ts';
import type { FiguresReport, ReportFigure } from './model.ts';

/** A figure in words and digits. PDF, HTML and CSV print these strings and make none of their own. */
export interface WrittenFigure {
  group: string;
  /** With ① ② … where its group has several. */
  wording: string;
  baseline: string;
  baselineYear: string | null;
  target: string;
  targetYear: string | null;
  actual: string;
  /** `R7調査` or `R6実績`. */
  actualYear: string | null;
  state: string | null;
  yearAndState: string | null;
  rate: string;
  /** In percent, not rounded. */
  rateValue: number | null;
  achieved: string;
  /** `±2.1ポイント` for a survey whose number of answers is known. */
  margin: string | null;
}

export function writeFigure(report: FiguresReport, figure: ReportFigure): WrittenFigure {
  const { actual, baseline, target, polarity } = figure;
  const rate = achievementRate(polarity, actual?.value ?? null, target?.value ?? null);
  const achieved = isAchieved(polarity, actual?.value ?? null, target?.value ?? null);
  const write = (value: number | null) => writeValue(figure, value);
  return {
    group: groupName(report, figure.group),
    wording: numberedWording(report, figure),
    baseline: baseline ? write(baseline.value) : m.reports_unknown(),
    baselineYear:
      baseline &&
      (baseline.fiscalYear === null ? m.reports_year_unknown() : formatFiscalYearShort(baseline.fiscalYear)),
    target: target ? write(target.value) : m.reports_not_set(),
    targetYear: target && formatFiscalYearShort(target.fiscalYear),
    actual: actual ? write(actual.value) : m.reports_not_measured(),
    actualYear: actual && yearOfKind(actual),
    state: actual && stateWord(actual.period.state),
    yearAndState:
      actual && m.reports_year_and_state({ year: yearOfKind(actual), state: stateWord(actual.period.state) }),
    rateValue: rate,
    rate: rate === null ? m.reports_none() : formatFigure(rate, 1, '%'),
    achieved:
      achieved === null ? m.reports_none() : achieved ? m.reports_achieved() : m.reports_not_achieved(),
    margin: marginOf(figure),
  };
}

/** A value of a figure; null is one that is too small for the reader, and says so. */
export function writeValue({ decimals, unit, smallestShown }: ReportFigure, value: number | null): string {
  return value === null
    ? m.reports_masked({ figure: formatFigure(smallestShown, 0, unit) })
    : formatFigure(value, decimals, unit);
}

/** The name of a group, 全体 for null, and a dash for measures that stand in no group. */
export function groupName(report: FiguresReport, number: number | null): string {
  if (number === null) return m.reports_whole();
  return report.groups.find((group) => group.number === number)?.name ?? m.reports_none();
}

export function stateWord(state: 'open' | 'fixed' | 'published'): string {
  if (state === 'open') return m.reports_state_open();
  return state === 'fixed' ? m.reports_state_fixed() : m.reports_state_published();
}

/** ① to ⑳, further on (21). */
export function circled(number: number): string {
  return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : `(${number})`;
}

/** The half width of the 95 % interval in points, or null where the number of answers is not known. */
export function marginPoints({ wave, actual }: ReportFigure): string | null {
  if (!actual || actual.value === null || !wave?.answered) return null;
  return formatNumber(marginOfError(actual.value, wave.answered), 1);
}

function marginOf(figure: ReportFigure): string | null {
  const points = marginPoints(figure);
  return points === null ? null : m.reports_margin({ points });
}

/** `R7調査` or `R6実績`. */
function yearOfKind(actual: { fiscalYear: number; kind: 'survey' | 'result' }): string {
  const year = formatFiscalYearShort(actual.fiscalYear);
  return actual.kind === 'survey' ? m.reports_year_survey({ year }) : m.reports_year_result({ year });
}

function numberedWording(report: FiguresReport, figure: ReportFigure): string {
  const siblings = report.figures.filter(({ group }) => group === figure.group);
  return siblings.length < 2 ? figure.wording : circled(siblings.indexOf(figure) + 1) + figure.wording;
}
