import { itemStateWords } from '#domains/projects/model.ts';
import { sayCourse, sayGrade } from '#domains/projects/rule.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { formatFigure } from '#platform/figure.ts';
import { authorRoleOf } from './figure-report.ts';
import type { ProgressAnswer, ProgressMeasure, ProgressReport } from './progress-model.ts';

/** A project's year in words and digits. Paper, CSV and xlsx print these strings and make none of their own. */
export interface WrittenAnswer {
  name: string;
  owner: string;
  results: string;
  amount: string;
  /** Yen, for whoever calculates on. */
  amountValue: number | null;
  grade: string;
  reason: string | null;
  course: string;
  remarks: string | null;
  /** 訂正, each with its day, its author and its reason. */
  corrections: string[];
  otherPlans: string[];
  /** 独自の項目: each with what was said to it; by the id of the item, for whoever has a column for each. */
  own: { id: string; text: string; value: string | number }[];
}

export function writeAnswer({ rule, gathering }: ProgressReport, said: ProgressAnswer): WrittenAnswer {
  const { answer } = said;
  return {
    name: m.reports_progress_project({ number: said.number, name: said.name }),
    owner: said.body.name,
    results: answer?.results ?? m.reports_progress_unconfirmed({ state: itemStateWords[said.state]() }),
    amount:
      answer?.amount == null ? m.reports_none() : formatFigure(answer.amount, 0, m.reports_progress_yen()),
    amountValue: answer?.amount ?? null,
    grade: sayGrade(rule, answer?.grade ?? null),
    reason: answer?.grade_reason ?? null,
    course: sayCourse(rule, answer?.course ?? null),
    remarks: answer?.remarks ?? null,
    corrections: said.corrections.map(({ correction, reason, author, on }) =>
      m.reports_progress_correction({
        correction,
        reason,
        author: authorRoleOf(author),
        date: formatDay(on),
      }),
    ),
    otherPlans: said.other_plans.map(({ name }) => name),
    own: gathering.own_items.flatMap(({ id, label }) => {
      const one = said.own.find((own) => own.id === id);
      if (!one) return [];
      const words = one.said.join(m.items_between());
      return [{ id, text: m.reports_progress_own({ label, said: words }), value: one.number ?? words }];
    }),
  };
}

export function measureWords(measure: Pick<ProgressMeasure, 'number' | 'name'>): string {
  return m.reports_measure({ number: measure.number, name: measure.name });
}

export function measureGrade({ rule }: ProgressReport, { grade }: ProgressMeasure): string {
  return sayGrade(rule, grade);
}

/** About the whole, or which measure. */
export function opinionAbout({ measure }: ProgressReport['opinions'][number]): string {
  return measure ? measureWords(measure) : m.reports_whole();
}

/** Which committee, and when. */
export function opinionFrom({ committee, met_on }: ProgressReport['opinions'][number]): string {
  return m.reports_progress_committee({ committee, date: formatDay(met_on) });
}

export function replyTo({ replies }: ProgressReport['opinions'][number]): string {
  return replies[0]?.reply ?? m.reports_progress_no_reply();
}
