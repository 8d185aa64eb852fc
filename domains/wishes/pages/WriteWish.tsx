import { useLoaderData, useNavigate } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { writeWish } from '../api.ts';
import { ways, wayWords } from '../model.ts';
import { listParticipants } from '../participant-api.ts';
import { mostListed, ParticipantPicker } from './shown/ParticipantPicker.tsx';
import { WishFields } from './shown/WishFields.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const asked = queryOf(args);
  const [people, { districts }] = await Promise.all([
    call(listParticipants, { limit: mostListed }, options),
    call(listDistricts, {}, options),
  ]);
  return {
    people,
    districts,
    side: asked.side === 'offer' ? ('offer' as const) : ('wish' as const),
    of: asked.participant,
  };
}

/** Writes down what somebody would like, or can do: the words first. */
export function Component() {
  const { people, districts, side, of } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={side === 'wish' ? m.wishes_write_wish() : m.wishes_write_offer()}
        lead={m.wishes_write_lead()}
        trail={[{ label: m.wishes_title(), to: '/wishes' }]}
        actions={<ButtonLink to="/participants/new">{m.wishes_participant_register_summary()}</ButtonLink>}
      />
      <Form
        key={side}
        op={writeWish}
        mints="id"
        keeps
        also={{ side }}
        initial={{ participant_id: of, way: 'phone', reach: 'own_district', step: 'go_on', times: 1 }}
        submit={m.wishes_write_submit()}
        done={({ id }) => navigate(`/wishes/${id}`, saying(m.wishes_written()))}
      >
        {(typed) => (
          <>
            <ParticipantPicker
              name="participant_id"
              label={m.wishes_label_participant()}
              required
              first={people}
            />
            <WishFields side={side} typed={typed} districts={districts} />
            <RadioGroup
              name="way"
              label={m.wishes_label_way()}
              inline
              choices={ways.map((value) => ({ value, label: wayWords[value]() }))}
            />
          </>
        )}
      </Form>
    </>
  );
}
