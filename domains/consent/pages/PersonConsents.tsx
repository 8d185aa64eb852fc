import { useLoaderData } from 'react-router';
import { readClient } from '#domains/cases/client-api.ts';
import { writePerson } from '#domains/cases/client-model.ts';
import { listCodes } from '#domains/codes/api.ts';
import * as m from '#messages';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listConsents } from '../consent-api.ts';
import { printConsentForm } from '../consent-text-api.ts';
import { listProvisionsOfPerson } from '../person-api.ts';
import { windowRoles } from '../person-model.ts';
import { ConsentCards } from './shown/ConsentCards.tsx';
import { ProvisionTable } from './shown/ProvisionTable.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const person = partOf(args, 'person');
  const [client, { consents }, { provisions }, { entries }] = await Promise.all([
    call(readClient, { id: person }, options),
    call(listConsents, { person }, options),
    call(listProvisionsOfPerson, { person }, options),
    call(listCodes, { list: 'consent_way' }, options),
  ]);
  return { person, client, consents, provisions, entries };
}

/** What a person has agreed to, and what is given of that person to whom: of one person, never of a household. */
export function Component() {
  const { person, client, consents, provisions, entries } = useLoaderData<typeof loader>();
  const { current } = useMe();
  const works = windowRoles.some((role) => role === current?.role);
  return (
    <>
      <PageHeader
        title={m.consent_of_person({ name: writePerson(client) })}
        trail={[
          { label: m.cases_clients_list_summary(), to: '/clients' },
          { label: writePerson(client), to: `/clients/${person}` },
        ]}
        lead={m.consent_of_person_lead()}
        actions={
          <>
            {works && (
              <>
                <ButtonLink look="solid" to={`/clients/${person}/consents/new`}>
                  {m.consent_record_summary()}
                </ButtonLink>
                <ButtonLink to={`/clients/${person}/provisions/new`}>
                  {m.consent_provide_person_summary()}
                </ButtonLink>
              </>
            )}
            {current?.role === 'records_officer' && (
              <ButtonLink to={`/protections/new?person=${person}`}>{m.consent_protect_summary()}</ButtonLink>
            )}
            <DownloadLink href={hrefOf(printConsentForm, { person })}>{m.consent_form_print()}</DownloadLink>
          </>
        }
      />
      <Section heading={m.consent_answers()}>
        <ConsentCards person={person} consents={consents} entries={entries} works={works} />
      </Section>
      <Section heading={m.consent_given_of_person()}>
        <ProvisionTable provisions={provisions} />
      </Section>
    </>
  );
}
