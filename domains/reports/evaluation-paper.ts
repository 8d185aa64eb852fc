import * as m from '#messages';
import { formatDay, formatFiscalYear } from '#platform/calendar.ts';
import type { Paper } from '#platform/typesetting/paper.ts';
import { achievementSection } from './achievement-section.ts';
import { districtsSection } from './districts-section.ts';
import type { EvaluationReport } from './model.ts';
import { carrySection, challengesSection, evaluationSection } from './plan-sections.ts';
import { seriesSection } from './series-section.ts';
import { sourcesSection } from './source-section.ts';
import { storiesSection } from './stories-section.ts';

/**
 * The evaluation of a plan, worded and formatted once for PDF and HTML: every string of it is what is read.
 */
export function presentEvaluation(report: EvaluationReport): Paper {
  const { plan, town } = report;
  const sections = [
    challengesSection(report),
    achievementSection(report),
    evaluationSection(report),
    seriesSection(report),
    districtsSection(report),
    storiesSection(report),
    carrySection(report),
    sourcesSection(report),
  ];
  return {
    title: m.reports_evaluation_title({ plan: plan.name }),
    overline: town.name,
    motto: m.reports_vision(plan),
    runningHead: m.reports_running_head({ town: town.name, plan: plan.name }),
    mark: report.sample ? { word: m.reports_sample(), sentence: m.reports_sample_sentence() } : null,
    facts: [
      {
        term: m.reports_owners(),
        lines: plan.owners.map(({ body, planName }) => m.reports_owner({ body, plan: planName })),
      },
      { term: m.reports_term(), lines: [yearsOf(plan)] },
      { term: m.reports_printed(), lines: [formatDay(report.printedOn)] },
    ],
    contentsTitle: m.reports_contents(),
    sections: sections.filter((section) => section !== null),
  };
}

function yearsOf({ firstFiscalYear, lastFiscalYear }: EvaluationReport['plan']): string {
  return m.reports_years({
    first: formatFiscalYear(firstFiscalYear),
    firstYear: firstFiscalYear,
    last: formatFiscalYear(lastFiscalYear),
    lastYear: lastFiscalYear,
  });
}
