import { useLoaderData, useNavigate, useRevalidator } from 'react-router';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { correctContact, correctIdentity, readClient } from '../client-api.ts';
import { writePerson } from '../client-model.ts';
import { type Known, labelOfField, sayIntake } from '../intake-words.ts';
import { ContactFields, IdentityFields } from './shown/ClientFields.tsx';
import { begunField, Meanwhile } from './shown/Meanwhile.tsx';

export function loader(args: PageArgs) {
  return call(readClient, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** Corrects who somebody is and how the person is reached, each by itself; what it said before stays. */
export function Component() {
  const { id, version, contact, ...client } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const { today, districts } = useMe();
  const known = { codes: [], districts: new Map(districts.map((one) => [one.id, one.name])), day: today };
  const navigate = useNavigate();
  const back = `/clients/${id}`;
  const leave = () => navigate(back, saying(m.cases_corrected()));
  return (
    <>
      <PageHeader
        title={m.cases_client_correct()}
        lead={m.cases_client_correct_lead()}
        trail={[
          { label: m.cases_clients_title(), to: '/clients' },
          { label: writePerson(client), to: back },
        ]}
      />
      <Section heading={m.cases_identity()}>
        <Form
          op={correctIdentity}
          keeps
          also={{ id, version }}
          initial={{ ...client, ...begunAt(version) }}
          submit={m.cases_identity_correct_summary()}
          refused={() => void revalidate()}
          done={leave}
        >
          {(typed) => (
            <>
              <Meanwhile version={String(version)} rows={compare(identityFields, client, typed, known)} />
              <IdentityFields />
            </>
          )}
        </Form>
      </Section>
      {contact && (
        <Section heading={m.cases_contact()}>
          <Form
            op={correctContact}
            keeps
            also={{ id, version: contact.version }}
            initial={{ ...contact, ...begunAt(contact.version) }}
            submit={m.cases_contact_correct_summary()}
            refused={() => void revalidate()}
            done={leave}
          >
            {(typed) => (
              <>
                <Meanwhile
                  version={String(contact.version)}
                  rows={compare(contactFields, contact, typed, known)}
                />
                <ContactFields />
              </>
            )}
          </Form>
        </Section>
      )}
    </>
  );
}

const identityFields = ['name', 'kana', 'called', 'born_on', 'born_about', 'sex'];
const contactFields = ['address', 'district_id', 'phone', 'mobile', 'email', 'reaching'];

function begunAt(version: number): object {
  return { [begunField]: String(version) };
}

/** What stands now and what was typed, in words. */
function compare(fields: readonly string[], now: object, typed: Typed, known: Known) {
  const [stands, wanted] = [sayIntake({ ...now }, known), sayIntake(typed, known)];
  return fields.map((field) => ({
    term: labelOfField(field),
    values: [stands[field] ?? null, wanted[field] ?? null] as const,
  }));
}
