import { sayAnswers } from '#domains/items/model.ts';
import * as m from '#messages';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { sayCourse, sayGrade } from '../../rule.ts';
import { AnswerForm, type AnswerProps } from './AnswerForm.tsx';
import { AnswerList } from './AnswerList.tsx';
import { Review } from './Review.tsx';

/** The answer as a planner reads it, and what can be done with it; writing it for its owner is the exception. */
export function AnswerForPlanner({ item, own }: AnswerProps) {
  const { today } = useMe();
  const [newest] = item.versions;
  return (
    <>
      <Section heading={m.projects_answer_title()}>
        {newest ? (
          <>
            {newest.answered_by !== null && <p>{m.projects_answered_by({ who: newest.answered_by })}</p>}
            {newest.sheet !== null && <p>{m.projects_from_sheet({ name: newest.sheet.name })}</p>}
            <AnswerList
              answer={newest}
              grade={sayGrade(item.rule, newest.grade)}
              course={sayCourse(item.rule, newest.course)}
              own={sayAnswers(own, newest.own_answers, today)}
            />
          </>
        ) : (
          <EmptyState says={m.projects_versions_empty()} />
        )}
      </Section>
      <Review item={item} />
      <details className="mb-10">
        <summary className="min-h-11 cursor-pointer py-2">{m.projects_for_owner()}</summary>
        <AnswerForm item={item} own={own} />
      </details>
    </>
  );
}
