import { measureRuleWords, stageWords } from '#domains/projects/model.ts';
import * as m from '#messages';
import { formatDay, formatFiscalYear } from '#platform/calendar.ts';
import {
  type Block,
  cellOf,
  linesOf,
  type Paper,
  type Section,
  type Table,
} from '#platform/typesetting/paper.ts';
import { achievementSection } from './achievement-section.ts';
import { ownItemsSection } from './own-items-section.ts';
import type { ProgressReport } from './progress-model.ts';
import { measuresSection, projectsSection } from './progress-sections.ts';
import { opinionAbout, opinionFrom, replyTo } from './progress-words.ts';
import { sourcesSection } from './source-section.ts';
import { wishFiguresSection } from './wish-figures-section.ts';

/** The committee's paper, worded and formatted once for screen, PDF, HTML and xlsx: every string of it is what is read. */
export function presentProgress(report: ProgressReport, landscape = true): Paper {
  const { inquiry, gathering, town } = report;
  const year = formatFiscalYear(inquiry.fiscal_year);
  const sections = [
    measuresSection(report),
    projectsSection(report),
    ownItemsSection(report),
    achievementSection(report),
    wishFiguresSection(report),
    opinionsSection(report),
    ruleSection(report),
    sourcesSection(report),
  ];
  return {
    title: m.reports_progress_title({ year, plan: inquiry.plan.name }),
    overline: town.name,
    motto: null,
    runningHead: m.reports_progress_head({ town: town.name, year, plan: inquiry.plan.name }),
    mark: report.sample ? { word: m.reports_sample(), sentence: m.reports_sample_sentence() } : null,
    facts: [
      { term: m.reports_progress_state(), lines: [stateOf(report)] },
      {
        term: m.reports_progress_gathered(),
        lines: [m.reports_progress_gathering({ number: gathering.number, date: formatDay(gathering.on) })],
      },
      { term: m.reports_progress_asked(), lines: [askedOf(report)] },
      { term: m.reports_printed(), lines: [formatDay(report.printedOn)] },
    ],
    contentsTitle: m.reports_contents(),
    landscape,
    sections: sections.filter((section) => section !== null),
  };
}

function stateOf({ inquiry, gathering }: ProgressReport): string {
  const on = inquiry.published_on ?? inquiry.fixed_on;
  if (!gathering.fixed || on === null) return m.reports_progress_draft();
  return m.reports_progress_since({ state: stageWords[inquiry.stage](), date: formatDay(on) });
}

function askedOf({ gathering }: ProgressReport): string {
  const confirmed = gathering.answers.filter(({ answer }) => answer !== null).length;
  const all = gathering.answers.length;
  return confirmed === all
    ? m.reports_progress_all_in({ n: all })
    : m.reports_progress_some_in({ n: confirmed, all });
}

/** 自己評価のきまり, as it was when the inquiry was sent: printed, so that a grade can be read. */
function ruleSection({ rule, inquiry }: ProgressReport): Section {
  const grades: Table = {
    kind: 'table',
    caption: m.reports_progress_grades(),
    columns: [
      { head: m.reports_progress_grade(), share: 12, align: 'start' },
      { head: m.reports_progress_meaning(), share: 28, align: 'start' },
      { head: m.reports_progress_criterion(), share: 60, align: 'start' },
    ],
    rows: rule.grades.map(({ code, wording, criterion }) => [
      cellOf(code, { head: true }),
      cellOf(wording),
      cellOf(criterion),
    ]),
    closing: [],
    dense: false,
    notes: [m.reports_progress_of_projects()],
  };
  const blocks: Block[] = [
    { kind: 'text', lines: linesOf(rule.how), quiet: false },
    grades,
    {
      kind: 'terms',
      items: [
        { term: m.reports_progress_measure_rule(), lines: [measureRuleWords[rule.measure_rule]()] },
        { term: m.reports_progress_course(), lines: [rule.courses.map(({ wording }) => wording).join('、')] },
        { term: m.reports_progress_in_force(), lines: [formatFiscalYear(rule.starts_year)] },
        {
          term: m.reports_progress_instruction(),
          lines: linesOf(inquiry.instruction).map(({ text }) => text),
        },
      ],
    },
  ];
  return { title: m.reports_progress_rule_title(), newPage: true, blocks };
}

function opinionsSection({ opinions }: ProgressReport): Section {
  const title = m.reports_progress_opinions();
  if (opinions.length === 0) {
    const lines = linesOf(m.reports_progress_no_opinions());
    return { title, newPage: true, blocks: [{ kind: 'text', lines, quiet: true }] };
  }
  const table: Table = {
    kind: 'table',
    caption: m.reports_progress_opinions_caption(),
    columns: [
      { head: m.reports_progress_about(), share: 20, align: 'start' },
      { head: m.reports_progress_opinion(), share: 40, align: 'start' },
      { head: m.reports_progress_reply(), share: 40, align: 'start' },
    ],
    rows: opinions.map((opinion) => [
      cellOf(opinionAbout(opinion), { head: true, notes: [opinionFrom(opinion)] }),
      cellOf('', { lines: linesOf(opinion.opinion) }),
      cellOf('', { lines: linesOf(replyTo(opinion)) }),
    ]),
    closing: [],
    dense: false,
    notes: [],
  };
  return { title, newPage: true, blocks: [table] };
}
