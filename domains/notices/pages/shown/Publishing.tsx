import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { Section } from '#ui/Section.tsx';
import { publishNotice, type ReadNotice, sendNoticeAgain, takeNoticeBack } from '../../api.ts';
import { deliveryStateWords } from '../../model.ts';

const channelWords = {
  mail: m.notices_channel_mail,
  line: m.notices_channel_line,
  push: m.notices_channel_push,
};

/** 公開と送信: lets anybody read a notice, takes it back, and says what became of the messages, in numbers. */
export function Publishing({ notice }: { notice: ReadNotice }) {
  const { id, state, publications, deliveries } = notice;
  const out = state === 'published' || state === 'changed';
  const failed = deliveries.some((one) => one.state === 'failed');
  return (
    <>
      <Section heading={m.notices_publishing()}>
        {publications.length > 0 && (
          <ul className="mb-4 grid gap-1">
            {publications.map((one) => (
              <li key={one.published_at}>
                {one.withdrawn_at
                  ? m.notices_publication_withdrawn({
                      day: formatDay(one.published_at.slice(0, 10)),
                      until: formatDay(one.withdrawn_at.slice(0, 10)),
                    })
                  : m.notices_publication({ day: formatDay(one.published_at.slice(0, 10)) })}
              </li>
            ))}
          </ul>
        )}
        {state !== 'published' && (
          <Form
            op={publishNotice}
            mints="id"
            also={{ notice_id: id }}
            submit={state === 'changed' ? m.notices_publish_again() : m.notices_publish()}
            doneSays={m.notices_published()}
          >
            <p>{m.notices_publish_lead()}</p>
            <Checkbox name="to_line" label={m.notices_label_to_line()} hint={m.notices_hint_to_line()} />
          </Form>
        )}
        {out && (
          <div className="mt-4 flex flex-wrap items-center gap-4">
            <a href={`/notices/${id}`}>{m.notices_to_page()}</a>
            <CommandButton op={takeNoticeBack} input={{ id }}>
              {m.notices_take_back()}
            </CommandButton>
          </div>
        )}
      </Section>
      {publications.length > 0 && (
        <Section heading={m.notices_sending()}>
          <DataTable
            caption={m.notices_sending_caption()}
            rows={deliveries}
            rowKey={(one) => `${one.channel} ${one.state} ${one.answer ?? ''}`}
            columns={[
              {
                key: 'channel',
                heading: m.notices_label_channel(),
                value: ({ channel }) => channelWords[channel](),
              },
              {
                key: 'state',
                heading: m.notices_label_state(),
                value: (one) =>
                  one.answer
                    ? m.notices_delivery_answered({
                        state: deliveryStateWords[one.state](),
                        answer: one.answer,
                      })
                    : deliveryStateWords[one.state](),
              },
              {
                key: 'n',
                heading: m.notices_label_messages(),
                value: ({ messages }) => m.notices_n({ n: messages }),
              },
            ]}
            empty={{ says: m.notices_sending_none() }}
          />
          {failed && (
            <CommandButton op={sendNoticeAgain} input={{ id }}>
              {m.notices_send_again()}
            </CommandButton>
          )}
        </Section>
      )}
    </>
  );
}
