import { useLoaderData, useNavigate } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { registerParticipant } from '../participant-api.ts';
import { ParticipantFields } from './shown/ParticipantFields.tsx';

export function loader(args: PageArgs) {
  return call(listDistricts, {}, { signal: args.request.signal });
}

/** Somebody takes part: a person, a group, a company, a school, a corporation, an office. */
export function Component() {
  const { districts } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.wishes_participant_register_summary()}
        lead={m.wishes_register_lead()}
        trail={[{ label: m.wishes_participants_title(), to: '/participants' }]}
      />
      <Form
        op={registerParticipant}
        mints="id"
        keeps
        initial={{ sort: 'resident' }}
        submit={m.wishes_register_submit()}
        done={({ id }) => navigate(`/participants/${id}`, saying(m.wishes_registered()))}
      >
        <ParticipantFields districts={districts} />
      </Form>
    </>
  );
}
