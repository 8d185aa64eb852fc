import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { callMeeting, readBoard } from '../api.ts';
import { Promises } from './shown/Promises.tsx';
import { WhenFields } from './shown/WhenFields.tsx';

export function loader(args: PageArgs) {
  return call(readBoard, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** A meeting is called: when, where, and what is to be talked about; what was promised stands below. */
export function Component() {
  const { id, name, promises, meetings } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const agreed = meetings.find(({ state }) => state !== 'planned' && state !== 'cancelled')?.next_on;
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.boards_meeting_call_summary()}
        trail={[
          { label: m.boards_title(), to: '/boards' },
          { label: name, to: `/boards/${id}` },
        ]}
      />
      <Form
        op={callMeeting}
        keeps
        mints="id"
        also={{ board_id: id }}
        initial={agreed && agreed >= today ? { held_on: agreed } : {}}
        submit={m.boards_submit()}
        beside={
          <ButtonLink look="text" to={`/boards/${id}`}>
            {m.boards_leave()}
          </ButtonLink>
        }
        done={(meeting) => navigate(`/board-meetings/${meeting.id}`, saying(m.boards_meeting_called()))}
      >
        <WhenFields />
        <TextArea
          name="agenda"
          label={m.boards_label_agenda()}
          hint={m.boards_hint_agenda()}
          rows={5}
          maxLength={3000}
        />
      </Form>
      {promises.length > 0 && (
        <div className="mt-10">
          <Section heading={m.boards_carried_heading()}>
            <Promises promises={promises} none={m.boards_promises_none()} />
          </Section>
        </div>
      )}
    </>
  );
}
