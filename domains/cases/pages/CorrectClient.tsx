import { useLoaderData, useNavigate, useRevalidator } from 'react-router';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { correctContact, correctIdentity, readClient } from '../client-api.ts';
import { writePerson } from '../client-model.ts';
import { ContactFields, IdentityFields } from './shown/ClientFields.tsx';

export function loader(args: PageArgs) {
  return call(readClient, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** Corrects who somebody is and how the person is reached, each by itself; what it said before stays. */
export function Component() {
  const { id, version, contact, ...client } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
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
          also={{ id, version }}
          initial={client}
          submit={m.cases_identity_correct_summary()}
          refused={() => void revalidate()}
          done={leave}
        >
          <IdentityFields />
        </Form>
      </Section>
      {contact && (
        <Section heading={m.cases_contact()}>
          <Form
            op={correctContact}
            also={{ id, version: contact.version }}
            initial={contact}
            submit={m.cases_contact_correct_summary()}
            refused={() => void revalidate()}
            done={leave}
          >
            <ContactFields />
          </Form>
        </Section>
      )}
    </>
  );
}
