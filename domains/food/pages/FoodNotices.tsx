import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { addDays, formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { answerFoodNotice, closeFoodNotice, listFoodNotices, writeFoodNotice } from '../api.ts';
import { noticeKinds, noticeKindWords } from '../model.ts';

export function loader(args: PageArgs) {
  const asked = queryOf(args) as InputOf<typeof listFoodNotices>;
  return call(listFoodNotices, asked, { signal: args.request.signal });
}
type Loaded = Awaited<ReturnType<typeof loader>>;

/** ゆずります・さがしています */
export function Component() {
  const { notices, places } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const choices = places.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageHeader
        title={m.food_notices_title()}
        lead={m.food_notices_lead()}
        trail={[{ label: m.food_title(), to: '/food' }]}
      />
      {notices.length === 0 && <EmptyState says={m.food_notices_none()} />}
      {notices.map((notice) => (
        <Section
          key={notice.id}
          heading={m.food_notice_heading({ place: notice.place_name, what: notice.what })}
        >
          <NoticeFacts notice={notice} choices={choices} />
        </Section>
      ))}
      {choices.length > 0 && (
        <Section heading={m.food_notice_write()}>
          <Form
            op={writeFoodNotice}
            mints="id"
            initial={{
              kind: 'surplus',
              open_until: addDays(today, 7),
              ...(places.length === 1 && places[0] ? { place_id: places[0].id } : {}),
            }}
            submit={m.food_notice_submit()}
            doneSays={m.food_notice_written()}
          >
            <SelectField name="place_id" label={m.food_label_place()} required choices={choices} />
            <RadioGroup
              name="kind"
              label={m.food_label_notice_kind()}
              required
              inline
              choices={noticeKinds.map((value) => ({ value, label: noticeKindWords[value]() }))}
            />
            <TextField name="what" label={m.food_label_what()} required maxLength={100} />
            <TextField name="amount" label={m.food_label_about()} maxLength={60} />
            <DateField name="open_until" label={m.food_label_open_until()} required />
            <TextField name="contact" label={m.food_label_contact()} width="full" maxLength={100} />
          </Form>
        </Section>
      )}
    </>
  );
}

interface NoticeProps {
  notice: Loaded['notices'][number];
  choices: readonly { value: string; label: string }[];
}

function NoticeFacts({ notice, choices }: NoticeProps) {
  const { id, kind, amount, open_until, contact, own, answers } = notice;
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone={kind === 'surplus' ? 'green' : 'blue'}>{noticeKindWords[kind]()}</Badge>
        {amount && <span>{amount}</span>}
        <span>{m.food_notice_until({ day: formatDay(open_until) })}</span>
        {contact && <span>{m.food_notice_contact({ contact })}</span>}
      </p>
      {answers.length > 0 && (
        <ul className="grid gap-2">
          {answers.map((one) => (
            <li key={one.id}>{m.food_notice_answer_line({ place: one.place_name, words: one.words })}</li>
          ))}
        </ul>
      )}
      {own ? (
        <div className="print:hidden">
          <CommandButton op={closeFoodNotice} input={{ id }}>
            {m.food_notice_close()}
          </CommandButton>
        </div>
      ) : (
        choices.length > 0 && (
          <details className="rounded-8 border border-solid-gray-300 p-4 print:hidden">
            <summary className="cursor-pointer py-2 text-std-16B-170">
              {m.food_notice_answer_to({ place: notice.place_name })}
            </summary>
            <div className="mt-4">
              <Form
                op={answerFoodNotice}
                mints="id"
                also={{ notice_id: id }}
                submit={m.food_notice_answer()}
                doneSays={m.food_notice_answered()}
              >
                <SelectField name="place_id" label={m.food_label_own_place()} required choices={choices} />
                <TextField name="words" label={m.food_label_answer()} required width="full" maxLength={300} />
              </Form>
            </div>
          </details>
        )
      )}
    </>
  );
}
