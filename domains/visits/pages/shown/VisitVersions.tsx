import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Section } from '#ui/Section.tsx';
import type { readVisit } from '../../api.ts';
import { contentWords, differingFields, type StoredContent } from '../../model.ts';
import { partWords } from './wording.ts';

type ReadVisit = OutputOf<typeof readVisit>;

/** Each correction, the newest first: why, and what it said before. Nothing is overwritten. */
export function VisitVersions({ visit }: { visit: ReadVisit }) {
  return (
    <Section heading={m.visits_versions()}>
      <ol className="grid gap-4">
        {visit.versions.map(({ version, said, reason, corrected_on }, i) => (
          <li key={version} className="border-b border-solid-gray-300 pb-4">
            <p className="text-std-16B-170">{m.visits_corrected_on({ day: formatDay(corrected_on) })}</p>
            <p>{m.visits_because({ reason })}</p>
            <Differences before={said} after={visit.versions[i - 1]?.said ?? visit} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Differences({ before, after }: { before: StoredContent; after: StoredContent }) {
  const fields = differingFields(before, after);
  if (fields.length === 0) return <p>{m.visits_no_difference()}</p>;
  return (
    <dl className="mt-2 grid gap-1">
      {fields.map((field) => (
        <div key={field} className="grid gap-x-4 md:grid-cols-[minmax(8rem,10rem)_1fr]">
          <dt className="text-solid-gray-700">{partWords[field]()}</dt>
          <dd>
            <del className="text-solid-gray-700">{contentWords(before, field)}</del>
            <span aria-hidden="true"> → </span>
            <ins className="no-underline">{contentWords(after, field)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
