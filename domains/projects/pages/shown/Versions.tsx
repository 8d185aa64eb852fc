import { type Item, sayAnswers } from '#domains/items/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import type { AnswerVersion } from '../../answers-api.ts';
import type { readAskedProject } from '../../api.ts';
import { itemStateWords } from '../../model.ts';
import { sayCourse, sayGrade } from '../../rule.ts';
import { AnswerList } from './AnswerList.tsx';
import { writeAuthor } from './wording.ts';

interface VersionsProps {
  item: OutputOf<typeof readAskedProject>;
  /** The town's own items. */
  own: readonly Item[];
}

/** Every version of an answer, with who wrote it for whom and what was said to it. */
export function Versions({ item: { versions, rule }, own }: VersionsProps) {
  const { today } = useMe();
  return (
    <Section heading={m.projects_versions()}>
      {versions.length === 0 && <EmptyState says={m.projects_versions_empty()} />}
      {versions.map((version) => (
        <details key={version.id} className="border-b border-solid-gray-300 pb-3">
          <summary className="min-h-11 cursor-pointer py-2">{sayVersion(version)}</summary>
          {version.answered_by !== null && <p>{m.projects_answered_by({ who: version.answered_by })}</p>}
          {version.sheet !== null && <p>{m.projects_from_sheet({ name: version.sheet.name })}</p>}
          <AnswerList
            answer={version}
            grade={sayGrade(rule, version.grade)}
            course={sayCourse(rule, version.course)}
            own={sayAnswers(own, version.own_answers, today)}
          />
          {version.reviews.map(({ kind, reason, author, on }) => (
            <p key={`${kind} ${on} ${reason}`} className="mt-2">
              {m.projects_reviewed({
                kind: itemStateWords[kind](),
                day: formatDay(on),
                author: writeAuthor(author),
                reason: reason ?? '',
              })}
            </p>
          ))}
        </details>
      ))}
    </Section>
  );
}

function sayVersion({ version, state, author, on }: AnswerVersion): string {
  return m.projects_version({
    version,
    state: itemStateWords[state](),
    day: formatDay(on),
    author: writeAuthor(author),
  });
}
