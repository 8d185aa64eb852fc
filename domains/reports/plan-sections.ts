import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import {
  type Block,
  type Cell,
  cellOf,
  lineOf,
  linesOf,
  type Section,
  type Table,
} from '#platform/typesetting/paper.ts';
import { circled, groupName } from './figures.ts';
import type { EvaluationReport, ReportEvaluation } from './model.ts';

type Measure = EvaluationReport['groups'][number]['measures'][number];
type Column = Table['columns'][number];

/**
 * 課題 → 分類 → 取組項目. The challenges stand in one cell beside all measures, since standing beside each other
 * in a table relates nothing; what someone linked is said in a column of its own.
 */
export function challengesSection(report: EvaluationReport): Section {
  const linked = report.challengeLinks.length > 0;
  const measures = report.groups.flatMap((group) => group.measures);
  const challenges = report.challenges.map(({ number, wording }) =>
    lineOf(m.reports_challenge({ number: circled(number), wording })),
  );
  const rows = rowsOfMeasures(
    report,
    (measure) => [
      cellOf(m.reports_measure(measure)),
      ...(linked ? [cellOf(answeredChallenges(report, measure.number))] : []),
    ],
    linked ? 2 : 1,
  );
  rows[0]?.unshift(cellOf('', { lines: challenges, rows: rows.length }));
  const columns: Column[] = [
    { head: m.reports_challenges_head({ n: counted(report.challenges.length) }), share: 30, align: 'start' },
    { head: m.reports_group_head(), share: 22, align: 'start' },
    { head: m.reports_measures_head({ n: counted(measures.length) }), share: 33, align: 'start' },
  ];
  if (linked) columns.push({ head: m.reports_answers_head(), share: 15, align: 'start' });
  const caption = m.reports_challenges_caption({
    challenges: counted(report.challenges.length),
    groups: counted(report.groups.length),
    measures: counted(measures.length),
  });
  const drafts = report.challengeLinks.some(({ state }) => state === 'draft');
  const notes = [...(drafts ? [m.reports_drafts_note()] : []), ...measures.flatMap(otherWordingsOf)];
  const table: Table = { kind: 'table', caption, columns, rows, closing: [], dense: false, notes };
  return { title: m.reports_challenges_title(), newPage: true, blocks: [table] };
}

/** 全体評価 and the evaluation of each group with what to carry on; what nobody wrote is said to be unwritten. */
export function evaluationSection(report: EvaluationReport): Section {
  const find = (group: number | null, kind: ReportEvaluation['kind']) =>
    report.evaluations.find((one) => one.group === group && one.kind === kind);
  const carryOn = find(null, 'carry_on');
  const groups = report.groups.filter(({ name }) => name !== null);
  const blocks: Block[] = [
    { kind: 'heading', text: m.reports_evaluation_whole() },
    ...writtenBlocks(find(null, 'evaluation')),
  ];
  if (groups.length > 0) {
    const head = report.nextPlan
      ? m.reports_carry_on_next_head({ plan: report.nextPlan.name })
      : m.reports_carry_on_head();
    const rows = groups.map(({ number, name }) => [
      cellOf(name ?? '', { head: true }),
      writtenCell(find(number, 'evaluation')),
      writtenCell(find(number, 'carry_on')),
    ]);
    const columns: Column[] = [
      { head: m.reports_group_head(), share: 20, align: 'start' },
      { head: m.reports_evaluation_head(), share: 40, align: 'start' },
      { head, share: 40, align: 'start' },
    ];
    const caption = m.reports_evaluation_by_group();
    blocks.push({ kind: 'table', caption, columns, rows, closing: [], dense: false, notes: [] });
  }
  if (carryOn) blocks.push({ kind: 'heading', text: m.reports_carry_on_whole() }, ...writtenBlocks(carryOn));
  return { title: m.reports_evaluation_section(), newPage: true, blocks };
}

/**
 * Which measures of this plan lead to which of the next, as far as someone drew it. Who drew them, when, and what
 * they remarked stands beside each link, or once below the table where it is the same for all.
 */
export function carrySection(report: EvaluationReport): Section | null {
  const next = report.nextPlan;
  if (!next) return null;
  const names = { plan: report.plan.name, next: next.name };
  const [first] = report.carryLinks;
  const alike = first && report.carryLinks.every((link) => drawnOf(link) === drawnOf(first));
  const remark = first && report.carryLinks.every(({ note }) => note === first.note) ? first.note : null;
  const columns: Column[] = [
    { head: m.reports_group_head(), share: 20, align: 'start' },
    { head: m.reports_carry_measure_head({ plan: names.plan }), share: 30, align: 'start' },
    { head: m.reports_carry_measure_head({ plan: names.next }), share: 30, align: 'start' },
  ];
  if (first && !alike) columns.push({ head: m.reports_carry_drawn_head(), share: 20, align: 'start' });
  const width = columns.length - 1;
  const cellsOf = (measure: Measure) => carryCells(report, measure, remark === null).slice(0, width);
  const rows = rowsOfMeasures(report, cellsOf, width);
  const unlinked = next.measures.filter(
    ({ number }) => !report.carryLinks.some((link) => link.next === number),
  );
  const measures = unlinked.map((measure) => m.reports_next_measure(measure)).join('、');
  const notes = [
    ...(alike ? [allDrawnOf(first)] : []),
    ...(remark === null ? [] : [remark]),
    ...(unlinked.length > 0 ? [m.reports_carry_unlinked({ plan: names.next, measures })] : []),
  ];
  const caption = m.reports_carry_caption(names);
  const table: Table = { kind: 'table', caption, columns, rows, closing: [], dense: false, notes };
  return { title: m.reports_carry_title(), newPage: true, blocks: [table] };
}

/**
 * A row for each measure; the first of each group begins with the group's cell, which spans its measures. What has
 * no measures yet has one row that says so.
 */
function rowsOfMeasures(
  report: EvaluationReport,
  cells: (measure: Measure) => Cell[],
  columns: number,
): Cell[][] {
  const none = cellOf(m.reports_no_measures(), { columns });
  const rows = report.groups.flatMap((group) => {
    const head = cellOf(groupName(report, group.number), {
      rows: Math.max(1, group.measures.length),
      head: true,
    });
    if (group.measures.length === 0) return [[head, none]];
    return group.measures.map((measure, index) => [...(index === 0 ? [head] : []), ...cells(measure)]);
  });
  return rows.length > 0 ? rows : [[cellOf(m.reports_none()), none]];
}

function answeredChallenges(report: EvaluationReport, measure: number): string {
  const links = report.challengeLinks.filter((link) => link.measure === measure);
  const marks = (state: 'draft' | 'decided') =>
    links
      .filter((link) => link.state === state)
      .map(({ challenge }) => circled(challenge))
      .join('');
  const [decided, drafts] = [marks('decided'), marks('draft')];
  const parts = [
    ...(decided ? [decided] : []),
    ...(drafts ? [m.reports_drafts_marked({ marks: drafts })] : []),
  ];
  return parts.join(' ') || m.reports_none();
}

/** The measure, what it leads to, and who drew that; a link's own note stands under its name if it is to. */
function carryCells(report: EvaluationReport, measure: Measure, noted: boolean): Cell[] {
  const links = report.carryLinks.filter((link) => link.measure === measure.number);
  const lines = links.flatMap(({ next }) => {
    const to = report.nextPlan?.measures.find(({ number }) => number === next);
    return to ? [lineOf(m.reports_next_measure(to))] : [];
  });
  const notes = links.flatMap(({ note }) => (note === null || !noted ? [] : [note]));
  return [
    cellOf(m.reports_measure(measure)),
    cellOf('', { lines: lines.length > 0 ? lines : [lineOf(m.reports_none())], notes }),
    cellOf('', { lines: [], notes: links.map(drawnOf) }),
  ];
}

function allDrawnOf({ state, author, date }: EvaluationReport['carryLinks'][number]): string {
  const words = { author, date: formatDay(date) };
  return state === 'draft' ? m.reports_all_draft(words) : m.reports_all_decided(words);
}

function drawnOf({ state, author, date }: EvaluationReport['carryLinks'][number]): string {
  const words = { author, date: formatDay(date) };
  return state === 'draft' ? m.reports_drawn_draft(words) : m.reports_drawn_decided(words);
}

function otherWordingsOf(measure: Measure): string[] {
  return measure.otherWordings.flatMap(({ wording, place, group }) => [
    ...(wording === measure.name
      ? []
      : [m.reports_other_wording({ measure: m.reports_measure(measure), place, wording })]),
    ...(group === null ? [] : [m.reports_other_group({ measure: m.reports_measure(measure), place, group })]),
  ]);
}

function writtenBlocks(written: ReportEvaluation | undefined): Block[] {
  if (!written) return [{ kind: 'text', lines: [lineOf(m.reports_unwritten())], quiet: true }];
  return [
    { kind: 'text', lines: linesOf(written.body), quiet: false },
    { kind: 'text', lines: [lineOf(bylineOf(written))], quiet: true },
  ];
}

function writtenCell(written: ReportEvaluation | undefined): Cell {
  if (!written) return cellOf('', { lines: [], notes: [m.reports_unwritten()] });
  return cellOf('', { lines: linesOf(written.body), notes: [bylineOf(written)] });
}

function bylineOf({ authorRole, date, version }: ReportEvaluation): string {
  return m.reports_byline({ author: authorRole, date: formatDay(date), version });
}

/** 8つ, but 13 as it is. */
function counted(n: number): string {
  return n < 10 ? m.reports_counted_few({ n }) : String(n);
}
