import { Link, useLoaderData } from 'react-router';
import { groundWords, purposeWords } from '#domains/consent/model.ts';
import { emergencyRoles, personFacetWords } from '#domains/consent/person-model.ts';
import * as m from '#messages';
import { formatDay, todayIn } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { listGivenPeople } from '../given-api.ts';

export function loader({ request: { signal } }: PageArgs) {
  return call(listGivenPeople, {}, { signal });
}

/** The people of whom other bodies give the post in use something, on which ground, until when. */
export function Component() {
  const { people } = useLoaderData<typeof loader>();
  const { current } = useMe();
  const opens = emergencyRoles.some((role) => role === current?.role);
  return (
    <>
      <PageHeader
        title={m.cases_given_title()}
        lead={m.cases_given_lead()}
        actions={opens && <ButtonLink to="/emergency">{m.consent_emergency()}</ButtonLink>}
      />
      <DataTable
        caption={m.cases_given_title()}
        rows={people}
        rowKey={(one) => one.provision_id ?? `${one.person_id} ${one.until}`}
        empty={{ says: m.cases_given_empty() }}
        columns={[
          {
            key: 'name',
            heading: m.consent_person(),
            value: ({ name }) => name ?? m.consent_person_unnamed(),
            cell: ({ person_id, name }) => (
              <Link to={`/given/${person_id}`}>{name ?? m.consent_person_unnamed()}</Link>
            ),
          },
          { key: 'holder', heading: m.consent_giver(), value: ({ holder }) => holder },
          {
            key: 'facets',
            heading: m.consent_facets(),
            value: ({ provision_id, facets }) =>
              provision_id === null
                ? m.consent_ledger_everything()
                : facets.map((facet) => personFacetWords[facet]()).join(m.consent_join()),
          },
          {
            key: 'basis',
            heading: m.consent_basis(),
            value: ({ ground, purpose, provision_id }) =>
              provision_id === null
                ? m.consent_emergency()
                : m.consent_ground_for({ ground: groundWords[ground](), purpose: purposeWords[purpose]() }),
          },
          {
            key: 'until',
            heading: m.consent_ends_on(),
            value: ({ until }) => formatDay(until.length > 10 ? todayIn(new Date(until)) : until),
            order: ({ until }) => until,
          },
        ]}
      />
    </>
  );
}
