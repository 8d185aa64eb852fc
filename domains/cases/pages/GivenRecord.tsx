import { Link, useLoaderData } from 'react-router';
import { listProvisionsOfPerson } from '#domains/consent/person-api.ts';
import { numberOfProvision } from '#domains/consent/person-model.ts';
import * as m from '#messages';
import { DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listGivenPeople, printGivenRecord, readGivenRecord } from '../given-api.ts';
import { GivenSections } from './shown/GivenSections.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const person = partOf(args, 'person');
  const [record, { people }, { provisions }] = await Promise.all([
    call(readGivenRecord, { person }, options),
    call(listGivenPeople, {}, options),
    call(listProvisionsOfPerson, { person }, options),
  ]);
  return { person, record, given: people.filter(({ person_id }) => person_id === person), provisions };
}

/** A person's record as far as another body gives it to the post in use. */
export function Component() {
  const { person, record, given, provisions } = useLoaderData<typeof loader>();
  const name = given.find((one) => one.name !== null)?.name ?? m.consent_person_unnamed();
  const standing = provisions.filter(({ id }) => given.some(({ provision_id }) => provision_id === id));
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ label: m.cases_given_title(), to: '/given' }]}
        actions={
          <DownloadLink href={hrefOf(printGivenRecord, { person })}>{m.cases_given_print()}</DownloadLink>
        }
      />
      <div className="mb-8">
        <Notice tone="info" title={m.cases_given_on()}>
          <ul className="list-disc pl-6">
            {standing.map(({ id, holder, why }) => (
              <li key={id}>
                <Link to={`/person-provisions/${id}`}>
                  {m.consent_provision_title({ number: numberOfProvision(id) })}
                </Link>
                {m.cases_given_because({ holder: holder.name, why })}
              </li>
            ))}
            {given.some(({ provision_id }) => provision_id === null) && <li>{m.consent_emergency()}</li>}
          </ul>
          <p>{m.cases_given_printing()}</p>
        </Notice>
      </div>
      <Section heading={m.cases_given_content()}>
        <GivenSections record={record} />
      </Section>
    </>
  );
}
