import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { readClient } from '../client-api.ts';
import { sexWords, windows, writePerson } from '../client-model.ts';
import { ClientLinks } from './shown/ClientLinks.tsx';
import { WrittenContacts } from './shown/WrittenContacts.tsx';

export function loader(args: PageArgs) {
  return call(readClient, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** One person as far as one may see: who it is, how the person is reached, the first words. */
export function Component() {
  const client = useLoaderData<typeof loader>();
  const { current } = useMe();
  const works = client.own && windows.some((role) => role === current?.role);
  const holds = works || (client.own && current?.role === 'records_officer');
  return (
    <>
      <PageHeader
        title={writePerson(client)}
        trail={[{ label: m.cases_clients_title(), to: '/clients' }]}
        actions={
          <>
            {works && (
              <>
                <ButtonLink look="solid" to={`/intakes/new?client=${client.id}`}>
                  {m.cases_receive_again()}
                </ButtonLink>
                <ButtonLink to={`/clients/${client.id}/edit`}>{m.cases_client_correct()}</ButtonLink>
                <ButtonLink to={`/clients/${client.id}/consents`}>{m.cases_client_consents()}</ButtonLink>
                <ButtonLink to={`/cases/new?client=${client.id}`}>{m.cases_open_summary()}</ButtonLink>
                <ButtonLink to={`/clients/${client.id}/pass-wish`}>
                  {m.cases_referral_pass_summary()}
                </ButtonLink>
                <ButtonLink to={`/disclosure-keys/new/${client.id}`}>
                  {m.disclosures_issue_title()}
                </ButtonLink>
              </>
            )}
            {holds && (
              <ButtonLink to={`/legal-holds?client=${client.id}`}>{m.disposals_hold_place()}</ButtonLink>
            )}
          </>
        }
      />
      <Section heading={m.cases_identity()}>
        <DescriptionList
          items={[
            { term: m.cases_label_kana(), value: client.kana },
            { term: m.cases_label_called(), value: client.called },
            {
              term: m.cases_label_born_on(),
              value: client.born_on ? formatDay(client.born_on) : client.born_about,
            },
            { term: m.cases_label_sex(), value: client.sex && sexWords[client.sex]() },
            { term: m.cases_label_holder(), value: client.holder_name },
          ]}
        />
      </Section>
      {client.contact && (
        <Section heading={m.cases_contact()}>
          <DescriptionList
            items={[
              { term: m.cases_label_address(), value: client.contact.address },
              { term: m.cases_label_district(), value: client.contact.district_name },
              { term: m.cases_label_phone(), value: client.contact.phone },
              { term: m.cases_label_mobile(), value: client.contact.mobile },
              { term: m.cases_label_email(), value: client.contact.email },
              { term: m.cases_label_reaching(), value: client.contact.reaching },
            ]}
          />
          <WrittenContacts written={client.written} />
        </Section>
      )}
      {client.intakes.length > 0 && (
        <Section heading={m.cases_intakes_of_person()}>
          <ul className="grid gap-3">
            {client.intakes.map(({ id, received_on, trouble, wish }) => (
              <li key={id}>
                <Link to={`/clients/${client.id}/intakes/${id}`}>{formatDay(received_on)}</Link>{' '}
                {trouble ?? wish}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {current?.role === 'case_coordinator' && <ClientLinks client={client} />}
    </>
  );
}
