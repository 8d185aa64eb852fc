import { useLoaderData, useNavigate } from 'react-router';
import { readClient } from '#domains/cases/client-api.ts';
import { writePerson } from '#domains/cases/client-model.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { listReceivers } from '../person-api.ts';
import { protectAddress } from '../protection-api.ts';
import { KeeperChoice } from './shown/KeeperChoice.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const person = partOf(args, 'person');
  const [client, { receivers }] = await Promise.all([
    call(readClient, { id: person }, options),
    call(listReceivers, {}, options),
  ]);
  return { person, client, receivers };
}

/** 支援措置: closes a person's address to everybody but the posts that are named. */
export function Component() {
  const { person, client, receivers } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.consent_protect_summary()}
        trail={[{ label: m.consent_protections_title(), to: '/protections' }]}
        lead={m.consent_protect_lead({ name: writePerson(client) })}
      />
      <Form
        op={protectAddress}
        keeps
        mints="id"
        also={{ person_id: person }}
        submit={m.consent_protect_submit()}
        beside={
          <ButtonLink look="text" to="/protections">
            {m.consent_leave()}
          </ButtonLink>
        }
        done={({ id }) => navigate(`/protections/${id}`, saying(m.consent_protect_done()))}
      >
        <Notice tone="warning" title={m.consent_protect_what()}>
          <p>{m.consent_protect_effect()}</p>
        </Notice>
        <KeeperChoice receivers={receivers} />
        <DateField
          name="ends_on"
          label={m.consent_protected_until()}
          hint={m.consent_protected_until_hint()}
          min={today}
        />
        <TextArea name="note" label={m.consent_protect_note()} rows={3} maxLength={1000} />
      </Form>
    </>
  );
}
