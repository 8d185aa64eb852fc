import type { SaidItem } from '#domains/items/model.ts';
import * as m from '#messages';
import { formatFigure } from '#platform/figure.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import type { Answered } from '../../parts.ts';
import { Body } from './Body.tsx';

export interface AnswerListProps {
  answer: Answered;
  /** As the rule of its year words them. */
  grade: string | null;
  course: string | null;
  /** To the town's own items. */
  own: readonly SaidItem[];
}

/** What was said of a project's year. */
export function AnswerList({ answer, grade, course, own }: AnswerListProps) {
  return (
    <DescriptionList
      items={[
        { term: m.projects_label_results(), value: answer.results && <Body text={answer.results} /> },
        {
          term: m.projects_label_amount(),
          value: answer.amount === null ? null : formatFigure(answer.amount, 0, m.projects_yen()),
        },
        { term: m.projects_label_grade(), value: grade },
        {
          term: m.projects_label_grade_reason(),
          value: answer.grade_reason && <Body text={answer.grade_reason} />,
        },
        { term: m.projects_label_course(), value: course },
        { term: m.projects_label_remarks(), value: answer.remarks && <Body text={answer.remarks} /> },
        ...own.map(({ label, said }) => ({ term: label, value: <Body text={said} /> })),
      ]}
    />
  );
}
