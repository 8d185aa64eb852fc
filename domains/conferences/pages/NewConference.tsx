import { useNavigate } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { saying } from '#ui/saying.ts';
import { callConference } from '../api.ts';
import { SittingFields } from './shown/SittingFields.tsx';

/** A day and a place. What it is about is added item by item. */
export function Component() {
  const navigate = useNavigate();
  const { today } = useMe();
  return (
    <>
      <PageHeader
        title={m.conferences_call_summary()}
        lead={m.conferences_call_lead()}
        trail={[{ label: m.conferences_title(), to: '/conferences' }]}
      />
      <Form
        op={callConference}
        mints="id"
        initial={{ held_on: today, starts_at: '14:00' }}
        submit={m.conferences_call_submit()}
        beside={
          <ButtonLink look="text" to="/conferences">
            {m.conferences_leave()}
          </ButtonLink>
        }
        done={({ id }) => navigate(`/conferences/${id}`, saying(m.conferences_called_done()))}
      >
        <SittingFields />
      </Form>
    </>
  );
}
