import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { readMeeting, shareMinutes } from '../api.ts';
import { isAllowed, itemKindWords, levels, levelWords } from '../model.ts';

export function loader(args: PageArgs) {
  return call(readMeeting, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** The people of the table choose, line by line, how far it goes. Nothing is chosen for them: everything begins at the table. */
export function Component() {
  const meeting = useLoaderData<typeof loader>();
  const { id, version, shown, items, promises, state } = meeting;
  const navigate = useNavigate();
  const choices = levels.map((value) => ({ value, label: levelWords[value]() }));
  const title = m.boards_meeting_name({ n: meeting.number, day: formatDay(meeting.held_on) });
  const back = `/board-meetings/${id}`;
  const initial: unknown = {
    meeting: shown,
    lines: Object.fromEntries([...items, ...promises].map((one) => [one.id, one.shown])),
  };
  return (
    <>
      <PageHeader
        title={m.boards_minutes_share_summary()}
        lead={m.boards_share_lead()}
        trail={[
          { label: m.boards_title(), to: '/boards' },
          { label: title, to: back },
        ]}
      />
      {isAllowed('share', state) ? (
        <Form
          op={shareMinutes}
          also={{ id, version }}
          initial={initial as Partial<InputOf<typeof shareMinutes>>}
          submit={m.boards_share_submit()}
          beside={
            <ButtonLink look="text" to={back}>
              {m.boards_leave()}
            </ButtonLink>
          }
          done={() => navigate(back, saying(m.boards_shared()))}
        >
          <SelectField
            name="meeting"
            label={m.boards_label_share_meeting()}
            hint={m.boards_hint_share_meeting()}
            required
            choices={choices}
          />
          {items.map((one) => (
            <SelectField
              key={one.id}
              name={`lines.${one.id}`}
              label={m.boards_item_line({ kind: itemKindWords[one.kind](), words: one.words })}
              required
              choices={choices}
            />
          ))}
          {promises.map((one) => (
            <SelectField
              key={one.id}
              name={`lines.${one.id}`}
              label={m.boards_item_line({ kind: m.boards_tried_promise(), words: one.what })}
              hint={m.boards_hint_share_promise()}
              required
              choices={choices}
            />
          ))}
        </Form>
      ) : (
        <Notice tone="warning">{m.boards_refused_share()}</Notice>
      )}
    </>
  );
}
