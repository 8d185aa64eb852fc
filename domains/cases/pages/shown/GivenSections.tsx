import { personFacetWords } from '#domains/consent/person-model.ts';
import * as m from '#messages';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { type CaseState, caseStateWords } from '../../case-model.ts';
import type { GivenRecord } from '../../given-api.ts';

/** A person's record as a receiver reads it: the same on the preview and on the receiver's page. */
export function GivenSections({ record: { sections, cases } }: { record: GivenRecord }) {
  return (
    <div className="grid gap-6">
      {sections.map(({ facet, entries }) => (
        <div key={facet} className="grid gap-3">
          <h3 className="text-std-18B-160">{personFacetWords[facet]()}</h3>
          {entries.length === 0 && <p className="text-solid-gray-700">{m.cases_given_nothing()}</p>}
          {[...entries.entries()].map(([n, entry]) => (
            <DescriptionList key={n} items={entry} />
          ))}
        </div>
      ))}
      {cases.length > 0 && (
        <div className="grid gap-3">
          <h3 className="text-std-18B-160">{m.cases_given_cases()}</h3>
          <ul className="list-disc pl-6">
            {cases.map(({ id, number, state, holder }) => (
              <li key={id}>
                {m.cases_given_case({
                  number,
                  state: state in caseStateWords ? caseStateWords[state as CaseState]() : state,
                  holder,
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
