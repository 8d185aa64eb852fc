import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { formatNumber } from '#platform/figure.ts';
import { type Cell, type Column, cellOf, type Section, type Table } from '#platform/typesetting/paper.ts';
import { type WrittenFigure, writeFigure } from './figures.ts';
import type { FiguresReport, ReportFigure } from './model.ts';

/** The table of achievement, with the notes that its own rows call for and no others. */
export function achievementSection(report: FiguresReport): Section {
  const written = report.figures.map((figure) => ({ figure, words: writeFigure(report, figure) }));
  const rows = written.map(({ figure, words }) => {
    const siblings = report.figures.filter(({ group }) => group === figure.group);
    const group = cellOf(words.group, { rows: siblings.length, head: true });
    return [...(siblings[0] === figure ? [group] : []), ...achievementCells(words, figure)];
  });
  const columns: Column[] = [
    { head: m.reports_measure_group(), share: 20, align: 'start' },
    { head: m.reports_indicator(), share: 25, align: 'start' },
    { head: m.reports_baseline(), share: 10, align: 'end' },
    { head: m.reports_target(), share: 13, align: 'end' },
    { head: m.reports_actual_year(), share: 18, align: 'end' },
    { head: m.reports_rate(), share: 10, align: 'end' },
    { head: m.reports_achieved_head(), share: 10, align: 'center' },
  ];
  const open = report.figures.some(({ actual }) => actual?.period.state === 'open');
  const notes = [
    ...(report.figures.some(({ baseline }) => baseline === null) ? [m.reports_note_baseline()] : []),
    ...(report.figures.length > 0 ? [m.reports_note_rate()] : []),
    ...(written.some(({ words }) => words.margin !== null) ? [m.reports_note_margin()] : []),
    ...(open ? [m.reports_note_open({ date: formatDay(report.printedOn) })] : []),
    ...(report.figures.some(({ additions }) => additions.length > 0) ? [m.reports_note_additions()] : []),
    ...(report.figures.some(({ totalsOnly }) => totalsOnly) ? [m.reports_note_totals_only()] : []),
    ...(report.figures.length === 0 ? [m.reports_note_no_figures()] : []),
  ];
  const caption = m.reports_achievement_caption();
  const table: Table = { kind: 'table', caption, columns, rows, closing: [], dense: false, notes };
  return { title: m.reports_achievement_title(), newPage: true, blocks: [table] };
}

function achievementCells(words: WrittenFigure, figure: ReportFigure): Cell[] {
  const additions = figure.additions.reduce((sum, { amount }) => sum + amount, 0);
  const underActual = [words.yearAndState, words.margin].filter((note) => note !== null);
  if (figure.additions.length > 0)
    underActual.push(m.reports_additions_count({ n: formatNumber(additions, 0) }));
  return [
    cellOf(words.wording),
    cellOf(words.baseline, { notes: words.baselineYear ? [words.baselineYear] : [] }),
    cellOf(words.target, { notes: words.targetYear ? [words.targetYear] : [] }),
    cellOf(words.actual, { strong: true, notes: underActual }),
    cellOf(words.rate),
    cellOf(words.achieved, { strong: figure.actual !== null }),
  ];
}
