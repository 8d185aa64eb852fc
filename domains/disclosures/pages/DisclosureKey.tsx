import { useState } from 'react';
import { useLoaderData, useRevalidator } from 'react-router';
import * as m from '#messages';
import { formatDay, todayIn } from '#platform/calendar.ts';
import { Button, DownloadLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import {
  answerQuestion,
  endDisclosureKey,
  holdBackEntry,
  printMyRecord,
  readDisclosureKey,
  releaseDisclosureKey,
  showEntryAgain,
} from '../api.ts';
import { checkWords, givenToWords, type Question, questionKindWords, type ToldEntry } from '../model.ts';
import { KeyState } from './shown/KeyState.tsx';

export function loader(args: PageArgs) {
  return call(readDisclosureKey, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** What a code shows, looked through before it is let out; what the person asked. */
export function Component() {
  const { key, entries, questions } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const { revalidate } = useRevalidator();
  const [holding, setHolding] = useState<ToldEntry | null>(null);
  const { id } = key;
  return (
    <>
      <PageHeader
        title={m.disclosures_key_title()}
        lead={m.disclosures_key_lead()}
        trail={[{ label: m.disclosures_keys_title(), to: '/disclosure-keys' }]}
      />
      <DescriptionList
        items={[
          { term: m.disclosures_column_about(), value: key.about_name },
          { term: m.disclosures_column_given_to(), value: givenToWords[key.given_to]() },
          { term: m.disclosures_label_checked(), value: checkWords[key.checked]() },
          { term: m.disclosures_column_expires(), value: formatDay(todayIn(new Date(key.expires_at))) },
          { term: m.disclosures_column_state(), value: <KeyState item={key} today={today} /> },
        ]}
      />
      <div className="my-6 flex flex-wrap gap-4 print:hidden">
        {key.released_at === null && key.ended_at === null && (
          <CommandButton op={releaseDisclosureKey} input={{ id }} look="solid">
            {m.disclosures_release()}
          </CommandButton>
        )}
        <DownloadLink href={hrefOf(printMyRecord, { id })}>{m.disclosures_paper()}</DownloadLink>
        {key.ended_at === null && (
          <CommandButton op={endDisclosureKey} input={{ id }}>
            {m.disclosures_end()}
          </CommandButton>
        )}
      </div>
      <Section heading={m.disclosures_preview()}>
        <DataTable
          caption={m.disclosures_paper_list()}
          rows={entries}
          rowKey={(entry) => entry.id}
          empty={{ says: m.disclosures_preview_empty() }}
          columns={[
            {
              key: 'day',
              heading: m.disclosures_head_day(),
              value: ({ day }) => formatDay(day),
              order: ({ at }) => at,
            },
            {
              key: 'who',
              heading: m.disclosures_head_who(),
              value: ({ body_name, role }) => m.disclosures_who({ body: body_name, role }),
            },
            { key: 'what', heading: m.disclosures_head_what(), value: ({ what }) => what },
            {
              key: 'shown',
              heading: m.disclosures_head_shown(),
              value: ({ held_back: reason }) =>
                reason === null ? m.disclosures_shown() : m.disclosures_held_back({ reason }),
              cell: (entry) =>
                entry.held_back === null ? (
                  <Button onPress={() => setHolding(entry)}>{m.disclosures_hold_back()}</Button>
                ) : (
                  <span className="grid justify-items-start gap-2">
                    {m.disclosures_held_back({ reason: entry.held_back })}
                    <CommandButton op={showEntryAgain} input={{ id, entry_id: entry.id }}>
                      {m.disclosures_show_again()}
                    </CommandButton>
                  </span>
                ),
            },
          ]}
        />
      </Section>
      <Section heading={m.disclosures_questions()}>
        {questions.length === 0 && <EmptyState says={m.disclosures_questions_empty()} />}
        {questions.map((question) => (
          <Answer key={question.id} question={question} />
        ))}
      </Section>
      {holding && (
        <Dialog open title={m.disclosures_hold_back_title()} onClose={() => setHolding(null)}>
          <p>{m.disclosures_hold_back_lead({ day: formatDay(holding.day), what: holding.what })}</p>
          <Form
            op={holdBackEntry}
            keeps
            also={{ id, entry_id: holding.id }}
            which={holding.id}
            submit={m.disclosures_hold_back_submit()}
            done={async () => {
              setHolding(null);
              await revalidate();
            }}
          >
            <TextArea name="reason" label={m.disclosures_label_reason()} required />
          </Form>
        </Dialog>
      )}
    </>
  );
}

function Answer({ question }: { question: Question }) {
  const { id, kind, words, asked_at, answer } = question;
  const heading = m.disclosures_asked({
    kind: questionKindWords[kind](),
    day: formatDay(todayIn(new Date(asked_at))),
  });
  return (
    <div className="grid gap-4">
      <h3 className="text-std-18B-160">{heading}</h3>
      <p className="whitespace-pre-wrap">{words}</p>
      {answer === null ? (
        <Form op={answerQuestion} keeps also={{ id }} which={id} submit={m.disclosures_answer_submit()}>
          <TextArea name="words" label={m.disclosures_label_answer()} required />
        </Form>
      ) : (
        <DescriptionList items={[{ term: m.disclosures_label_answer(), value: answer }]} />
      )}
    </div>
  );
}
