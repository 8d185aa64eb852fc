import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { CallRefused, call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { correctBoardItem, readMeeting } from '../api.ts';
import { itemKindWords } from '../model.ts';

export async function loader(args: PageArgs) {
  const meeting = await call(readMeeting, { id: partOf(args, 'id') }, { signal: args.request.signal });
  const item = meeting.items.find(({ id }) => id === partOf(args, 'item'));
  if (!item) throw new CallRefused({ code: 'not_found', message: m.boards_item_gone() });
  return { meeting, item };
}

/** A line of the minutes is put right, until they are confirmed. */
export function Component() {
  const { meeting, item } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const back = `/board-meetings/${meeting.id}`;
  return (
    <>
      <PageHeader
        title={m.boards_item_correct({ kind: itemKindWords[item.kind]() })}
        trail={[
          { label: m.boards_title(), to: '/boards' },
          {
            label: m.boards_meeting_name({ n: meeting.number, day: formatDay(meeting.held_on) }),
            to: back,
          },
        ]}
      />
      <Form
        op={correctBoardItem}
        also={{ id: item.id, version: item.version }}
        initial={{ words: item.words, ...(item.said_by ? { said_by: item.said_by } : {}) }}
        submit={m.boards_submit()}
        beside={
          <ButtonLink look="text" to={back}>
            {m.boards_leave()}
          </ButtonLink>
        }
        done={() => navigate(back, saying(m.boards_saved()))}
      >
        <TextArea name="words" label={m.boards_label_words()} required rows={4} maxLength={1000} />
        <TextField
          name="said_by"
          label={m.boards_label_said_by()}
          hint={m.boards_hint_said_by()}
          maxLength={60}
        />
      </Form>
    </>
  );
}
