import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay, formatEraMonth } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { answerActivitySheet, handInActivitySheet, printMonthEnd, readActivitySheet } from '../api.ts';
import { dutyWords, stateWords } from '../model.ts';
import { sayRule } from '../wording.ts';
import { Corrections } from './shown/Corrections.tsx';
import { CorrectSheet } from './shown/CorrectSheet.tsx';
import { RecordTables } from './shown/RecordTables.tsx';
import { WriteSheet } from './shown/WriteSheet.tsx';

type Opened = OutputOf<typeof readActivitySheet> & { month: string };

export async function loader(args: PageArgs): Promise<Opened> {
  const [post, month] = [partOf(args, 'post'), partOf(args, 'month')];
  return { ...(await call(readActivitySheet, { post, month }, { signal: args.request.signal })), month };
}

/** A month's record: read what the visits came to, add what they do not tell, hand it in; the chair checks it. */
export function Component() {
  const read = useLoaderData<typeof loader>();
  const { name, month, own, state, duty, rule, entered } = read;
  const file = { of: 'sheet', month, post: read.post_id } as const;
  const district = `/activities/districts/${read.district_id}/${month}`;
  return (
    <>
      <PageHeader
        title={m.activities_sheet_title({ name, month: formatEraMonth(month) })}
        trail={[
          { label: m.activities_title(), to: '/activities' },
          ...(own
            ? []
            : [{ label: m.activities_district_of({ district: read.district_name }), to: district }]),
        ]}
        actions={
          <>
            <DownloadLink href={hrefOf(printMonthEnd, { ...file, format: 'pdf' })}>
              {m.returns_take_pdf()}
            </DownloadLink>
            <DownloadLink href={hrefOf(printMonthEnd, { ...file, format: 'xlsx' })}>
              {m.activities_take_xlsx()}
            </DownloadLink>
          </>
        }
      />
      <div className="mb-8 grid gap-4">
        <Remarks read={read} />
        <DescriptionList
          items={[
            { term: m.activities_fact_state(), value: stateWords[state]() },
            { term: m.activities_fact_duty(), value: dutyWords[duty]() },
            ...(entered ? [{ term: m.activities_fact_entered(), value: sayEntered(read) }] : []),
            { term: m.activities_fact_rule(), value: sayRule(rule) },
          ]}
        />
      </div>
      <Section heading={m.activities_record()}>
        <RecordTables caption={m.activities_record_caption({ name })} tables={read.tables} />
      </Section>
      {state === 'sent' ? (
        <>
          <Corrections corrections={read.corrections} tables={read.tables} />
          {read.chairs && (
            <details>
              <summary className="min-h-11 cursor-pointer py-2">{m.activities_correct_open()}</summary>
              <CorrectSheet read={read} />
            </details>
          )}
        </>
      ) : (
        <Proceed read={read} back={district} />
      )}
    </>
  );
}

/** What was said of it, and what does not agree. */
function Remarks({ read }: { read: Opened }) {
  const [said] = read.answers;
  return (
    <>
      {read.state === 'sent_back' && said?.words && (
        <Notice tone="warning" title={m.activities_sent_back_on({ day: formatDay(said.on) })}>
          {said.words}
        </Notice>
      )}
      {read.changed && <Notice tone="warning">{m.activities_changed()}</Notice>}
      {read.visits_left_out > 0 && (
        <Notice tone="info">{m.activities_visits_left_out({ n: read.visits_left_out })}</Notice>
      )}
    </>
  );
}

/** What comes next: handing in, the chair's look, or more to write. */
function Proceed({ read, back }: { read: Opened; back: string }) {
  const navigate = useNavigate();
  const { post_id, month, version, state, running, own, name } = read;
  const waits = state === 'handed_in' || state === 'checked';
  return (
    <>
      {state === 'handed_in' && read.chairs && (
        <Section heading={m.activities_check()}>
          <p>
            <CommandButton
              op={answerActivitySheet}
              input={{ sheet_id: read.sheet_id ?? '', answer: 'checked' }}
              look="solid"
              done={() => navigate(back, saying(m.activities_checked_one({ name })))}
            >
              {m.activities_check_do()}
            </CommandButton>
          </p>
          <details>
            <summary className="min-h-11 cursor-pointer py-2">{m.activities_send_back_open()}</summary>
            <Form
              op={answerActivitySheet}
              also={{ sheet_id: read.sheet_id ?? '', answer: 'sent_back' }}
              submit={m.activities_send_back()}
              done={() => navigate(back, saying(m.activities_sent_back_one({ name })))}
            >
              <TextArea name="words" label={m.activities_label_words()} required rows={2} maxLength={500} />
            </Form>
          </details>
        </Section>
      )}
      {!waits && (
        <Section heading={m.activities_hand_in()}>
          <p>{own ? m.activities_hand_in_says() : m.activities_hand_in_for({ name })}</p>
          <p>
            <CommandButton
              op={handInActivitySheet}
              input={{ id: mintId(), post_id, month, follows: version }}
              look="solid"
              disabledReason={running ? m.activities_refused_running() : undefined}
            >
              {m.activities_hand_in_do()}
            </CommandButton>
          </p>
        </Section>
      )}
      <Section heading={m.activities_more()}>
        <details>
          <summary className="min-h-11 cursor-pointer py-2">
            {own ? m.activities_write_open() : m.activities_write_for({ name })}
          </summary>
          <div className="grid gap-4 pt-3">
            {waits && <Notice tone="info">{m.activities_write_takes_back()}</Notice>}
            <WriteSheet read={read} month={month} />
          </div>
        </details>
      </Section>
    </>
  );
}

function sayEntered({ entered, name }: Opened): string {
  if (!entered) return '';
  const on = formatDay(entered.on);
  if (entered.by_self) return m.activities_entered_self({ name, on });
  return m.activities_entered_for({ name, by: entered.by_name ?? m.activities_chair(), on });
}
