import { useLoaderData, useNavigate, useRevalidator } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { correctParticipant, readParticipant } from '../participant-api.ts';
import { ParticipantFields } from './shown/ParticipantFields.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [participant, { districts }] = await Promise.all([
    call(readParticipant, { id: partOf(args, 'id') }, options),
    call(listDistricts, {}, options),
  ]);
  return { participant, districts };
}

export function Component() {
  const { participant, districts } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const { id, version, name, kana, sort, district_id, reached, most_a_month } = participant;
  return (
    <>
      <PageHeader
        title={m.wishes_participant_correct_summary()}
        trail={[
          { label: m.wishes_participants_title(), to: '/participants' },
          { label: name, to: `/participants/${id}` },
        ]}
      />
      <Form
        op={correctParticipant}
        also={{ id, version }}
        initial={{
          name,
          kana,
          sort,
          district_id: district_id ?? undefined,
          reached: reached ?? undefined,
          most_a_month,
        }}
        submit={m.wishes_register_submit()}
        beside={
          <ButtonLink look="text" to={`/participants/${id}`}>
            {m.wishes_leave()}
          </ButtonLink>
        }
        refused={() => void revalidate()}
        done={() => navigate(`/participants/${id}`, saying(m.wishes_corrected()))}
      >
        <ParticipantFields districts={districts} />
      </Form>
    </>
  );
}
