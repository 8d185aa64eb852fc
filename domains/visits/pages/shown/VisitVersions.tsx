import { type Answers, type Item, nameItem, sayAnswer } from '#domains/items/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import type { readVisit } from '../../api.ts';
import { contentWords, differingFields, type StoredContent } from '../../model.ts';
import { partWords } from './wording.ts';

type ReadVisit = OutputOf<typeof readVisit>;

interface VisitVersionsProps {
  visit: ReadVisit;
  /** The town's own items of visits. */
  items: readonly Item[];
}

/** Each correction, the newest first: why, and what it said before. Nothing is overwritten. */
export function VisitVersions({ visit, items }: VisitVersionsProps) {
  return (
    <Section heading={m.visits_versions()}>
      <ol className="grid gap-4">
        {visit.versions.map(({ version, said, reason, corrected_on }, i) => (
          <li key={version} className="border-b border-solid-gray-300 pb-4">
            <p className="text-std-16B-170">{m.visits_corrected_on({ day: formatDay(corrected_on) })}</p>
            <p>{m.visits_because({ reason })}</p>
            <Differences before={said} after={visit.versions[i - 1]?.said ?? visit} items={items} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

type Said = StoredContent & { answers: Answers };

interface DifferencesProps {
  before: Said;
  after: Said;
  items: readonly Item[];
}

function Differences({ before, after, items }: DifferencesProps) {
  const { today } = useMe();
  const open = m.visits_not_given();
  const differences = [
    ...differingFields(before, after).map((field) => ({
      key: field as string,
      name: partWords[field](),
      was: contentWords(before, field),
      is: contentWords(after, field),
    })),
    ...items
      .filter(({ id }) => `${before.answers[id] ?? ''}` !== `${after.answers[id] ?? ''}`)
      .map((one) => ({
        key: one.id,
        name: nameItem(one, today),
        was: sayAnswer(one, before.answers[one.id]) ?? open,
        is: sayAnswer(one, after.answers[one.id]) ?? open,
      })),
  ];
  if (differences.length === 0) return <p>{m.visits_no_difference()}</p>;
  return (
    <dl className="mt-2 grid gap-1">
      {differences.map(({ key, name, was, is }) => (
        <div key={key} className="grid gap-x-4 md:grid-cols-[minmax(8rem,10rem)_1fr]">
          <dt className="text-solid-gray-700">{name}</dt>
          <dd>
            <del className="text-solid-gray-700">{was}</del>
            <span aria-hidden="true"> → </span>
            <ins className="no-underline">{is}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
