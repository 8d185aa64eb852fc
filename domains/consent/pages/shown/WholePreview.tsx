import * as m from '#messages';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { type Facet, facets, type LawfulBasis } from '../../model.ts';
import { writeBasis, writeTime } from './wording.ts';

interface WholePreviewProps {
  /** What stands in the form. */
  typed: Typed;
  bases: readonly LawfulBasis[];
  holder: string;
  receivers: readonly { id: string; name: string; kind: string }[];
}

/** What each facet shows to whoever answers for a district, and to whoever looks in at the door (docs/gate.md). */
const shownBy: Record<Facet, { district: () => string; door: () => string }> = {
  household: { district: m.consent_whole_household, door: m.consent_whole_household_door },
  watching: { district: m.consent_whole_watching, door: m.consent_whole_watching_door },
  visit: { district: m.consent_whole_visit, door: m.consent_whole_visit_door },
};

/** Before all that a body holds is given: what will be seen, by whom, on which basis and until when. */
export function WholePreview({ typed, bases, holder, receivers }: WholePreviewProps) {
  const receiver = receivers.find(({ id }) => id === typed.receiver_id);
  const basis = bases.find(({ id }) => id === typed.basis_id);
  const listed = typed.facets;
  const given = Array.isArray(listed) ? facets.filter((facet) => listed.includes(facet)) : [];
  const says = (who: 'district' | 'door') => (
    <ul className="list-disc pl-6">
      {given.map((facet) => (
        <li key={facet}>{shownBy[facet][who]()}</li>
      ))}
    </ul>
  );
  return (
    <section
      aria-label={m.consent_preview()}
      className="grid gap-4 rounded-8 border border-solid-gray-300 p-4"
    >
      <h2 className="text-std-20B-150">{m.consent_preview()}</h2>
      {!receiver || given.length === 0 ? (
        <p>{m.consent_whole_empty()}</p>
      ) : (
        <>
          <p>{m.consent_whole_says({ holder, receiver: receiver.name })}</p>
          <DescriptionList
            items={[
              ...(receiver.kind === 'commissioner_council'
                ? []
                : [{ term: m.consent_whole_district(), value: says('district') }]),
              { term: m.consent_whole_door(), value: says('door') },
              { term: m.consent_basis(), value: basis && writeBasis(basis) },
              { term: m.consent_law(), value: basis?.law },
              { term: m.consent_time(), value: timeOf(typed) },
              {
                term: m.consent_whole_writing(),
                value: basis && (basis.acts_for_holder ? m.consent_whole_writes() : m.consent_whole_reads()),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

function timeOf({ starts_on, ends_on }: Typed): string | null {
  if (typeof starts_on !== 'string') return null;
  return writeTime({ starts_on, ends_on: typeof ends_on === 'string' ? ends_on : null });
}
