import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import type { Consent } from '../../consent-api.ts';
import { personFacetWords } from '../../person-model.ts';

interface BasisOnConsentProps {
  person: string;
  consents: readonly Consent[];
  receiver: string;
}

/** Which consent it stands on: those that stand today and name the receiver, each with what it covers. */
export function BasisOnConsent({ person, consents, receiver }: BasisOnConsentProps) {
  const { today } = useMe();
  const covering = consents.filter(
    ({ decision, withdrawn_at, ends_on, capacity, receivers }) =>
      decision === 'given' &&
      withdrawn_at === null &&
      capacity !== 'unclear' &&
      (ends_on === null || ends_on >= today) &&
      receivers.some(({ id }) => id === receiver),
  );
  if (covering.length === 0)
    return (
      <Notice tone="warning">
        {m.consent_none_covers()}
        <p>
          <Link to={`/clients/${person}/consents/new`}>{m.consent_record_summary()}</Link>
        </p>
      </Notice>
    );
  return (
    <SelectField
      name="consent_id"
      label={m.consent_standing_on()}
      required
      width="full"
      choices={covering.map(({ id, given_on, facets }) => ({
        value: id,
        label: m.consent_choice({
          day: formatDay(given_on),
          facets: facets.map((facet) => personFacetWords[facet]()).join(m.consent_join()),
        }),
      }))}
    />
  );
}
