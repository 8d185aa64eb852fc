import { Link } from 'react-router';
import * as m from '#messages';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { useMe } from '#ui/me.ts';
import type { PersonProvision } from '../../person-api.ts';
import { personFacetWords, stateOfPersonProvision } from '../../person-model.ts';
import { StateBadge } from './StateBadge.tsx';
import { writeBasis, writeState, writeTime } from './wording.ts';

/** What is given of one person, by whom to whom. */
export function ProvisionTable({ provisions }: { provisions: readonly PersonProvision[] }) {
  const { today } = useMe();
  return (
    <DataTable
      caption={m.consent_table_of({ of: m.consent_given_of_person() })}
      rows={provisions}
      rowKey={({ id }) => id}
      empty={{ says: m.consent_given_of_person_empty() }}
      columns={[
        {
          key: 'receiver',
          heading: m.consent_receiver(),
          value: ({ receiver }) => receiver.name,
          cell: ({ id, receiver }) => <Link to={`/person-provisions/${id}`}>{receiver.name}</Link>,
        },
        { key: 'holder', heading: m.consent_giver(), value: ({ holder }) => holder.name },
        {
          key: 'facets',
          heading: m.consent_facets(),
          value: ({ facets }) => facets.map((facet) => personFacetWords[facet]()).join(m.consent_join()),
        },
        { key: 'basis', heading: m.consent_basis(), value: ({ basis }) => writeBasis(basis) },
        { key: 'time', heading: m.consent_time(), value: writeTime, order: ({ starts_on }) => starts_on },
        {
          key: 'state',
          heading: m.consent_state(),
          value: (one) => writeState(stateOfPersonProvision(one, today)),
          cell: (one) => <StateBadge state={stateOfPersonProvision(one, today)} />,
        },
      ]}
    />
  );
}
