import * as m from '#messages';
import {
  type Block,
  type Cell,
  cellOf,
  linesOf,
  type Section,
  type Table,
} from '#platform/typesetting/paper.ts';
import {
  answersOf,
  type ProgressAnswer,
  type ProgressMeasure,
  type ProgressReport,
} from './progress-model.ts';
import { measureGrade, measureWords, writeAnswer } from './progress-words.ts';

/** 取組項目 by group, each with its grade and how its projects stand. */
export function measuresSection(report: ProgressReport): Section {
  const rows = report.groups.flatMap((group) => {
    const measures = group.measures.flatMap(
      ({ number }) => report.gathering.measures.find((one) => one.number === number) ?? [],
    );
    return measures.map((measure, i) => [
      ...(i === 0 ? [cellOf(group.name ?? m.reports_none(), { head: true, rows: measures.length })] : []),
      ...measureCells(report, measure),
    ]);
  });
  const table: Table = {
    kind: 'table',
    caption: m.reports_progress_measures_caption(),
    columns: [
      { head: m.reports_group_head(), share: 18, align: 'start' },
      { head: m.reports_progress_measure(), share: 30, align: 'start' },
      { head: m.reports_progress_projects(), share: 8, align: 'end' },
      { head: m.reports_progress_measure_grade(), share: 22, align: 'start' },
      { head: m.reports_progress_by_grade(), share: 22, align: 'start' },
    ],
    rows,
    closing: [],
    dense: false,
    notes: [m.reports_progress_repeated_note()],
  };
  return { title: m.reports_progress_measures_title(), newPage: true, blocks: [table] };
}

function measureCells(report: ProgressReport, measure: ProgressMeasure): Cell[] {
  const answers = answersOf(report, measure);
  const counts = report.rule.grades
    .map(({ code }) => ({ code, n: answers.filter(({ answer }) => answer?.grade === code).length }))
    .filter(({ n }) => n > 0)
    .map((count) => m.reports_progress_count(count));
  return [
    cellOf(measureWords(measure)),
    cellOf(String(answers.length)),
    cellOf(measureGrade(report, measure), {
      strong: true,
      notes: measure.reason === null ? [] : [measure.reason],
    }),
    cellOf(counts.join('、') || m.reports_none()),
  ];
}

/** The projects of each measure. One that belongs to several stands in full at the first, and is named at the others. */
export function projectsSection(report: ProgressReport): Section {
  const said = new Map<string, ProgressMeasure>();
  const blocks = report.gathering.measures.flatMap((measure): Block[] => {
    const answers = answersOf(report, measure);
    if (answers.length === 0) return [{ kind: 'heading', text: measureWords(measure) }, nothing()];
    const rows = answers.map((answer) => {
      const first = said.get(answer.item_id);
      if (!first) said.set(answer.item_id, measure);
      return first ? referenceCells(report, answer, first) : projectCells(report, answer);
    });
    return [{ kind: 'heading', text: measureWords(measure) }, projectsTable(report, measure, rows)];
  });
  return { title: m.reports_progress_projects_title(), newPage: true, blocks };
}

function projectsTable(report: ProgressReport, measure: ProgressMeasure, rows: Cell[][]): Table {
  return {
    kind: 'table',
    caption: m.reports_progress_projects_caption({
      measure: measureWords(measure),
      grade: measureGrade(report, measure),
    }),
    columns: [
      { head: m.reports_progress_project_head(), share: 20, align: 'start' },
      { head: m.reports_progress_results(), share: 38, align: 'start' },
      { head: m.reports_progress_amount(), share: 11, align: 'end' },
      { head: m.reports_progress_grade(), share: 20, align: 'start' },
      { head: m.reports_progress_course(), share: 11, align: 'start' },
    ],
    rows,
    closing: [],
    dense: false,
    notes: [],
  };
}

function projectCells(report: ProgressReport, answer: ProgressAnswer): Cell[] {
  const words = writeAnswer(report, answer);
  return [
    cellOf(words.name, { head: true, notes: [words.owner, ...words.otherPlans.map(linkedTo)] }),
    cellOf('', {
      lines: linesOf(words.results),
      notes: [
        ...words.own.map(({ text }) => text),
        ...(words.remarks === null ? [] : [words.remarks]),
        ...words.corrections,
      ],
    }),
    cellOf(words.amount),
    cellOf(words.grade, { strong: true, notes: words.reason === null ? [] : [words.reason] }),
    cellOf(words.course),
  ];
}

function referenceCells(report: ProgressReport, answer: ProgressAnswer, first: ProgressMeasure): Cell[] {
  const words = writeAnswer(report, answer);
  return [
    cellOf(words.name, { head: true, notes: [words.owner] }),
    cellOf(m.reports_progress_again({ measure: measureWords(first) })),
    cellOf(words.amount),
    cellOf(words.grade),
    cellOf(words.course),
  ];
}

function linkedTo(plan: string): string {
  return m.reports_progress_also({ plan });
}

function nothing(): Block {
  return { kind: 'text', lines: linesOf(m.reports_progress_no_projects()), quiet: true };
}
