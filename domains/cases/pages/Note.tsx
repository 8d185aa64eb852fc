import { useLoaderData, useRevalidator } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import type { CodeEntry } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Notice } from '#ui/Notice.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { correctNote, readNote, type ShownNote, withdrawNote } from '../note-api.ts';
import { differingNote, noteOutcomeWords, sayWay, sayWith } from '../note-model.ts';
import { CaseHeader } from './shown/CaseHeader.tsx';
import { Folded } from './shown/Folded.tsx';
import { begunField, Meanwhile } from './shown/Meanwhile.tsx';
import { NoteFields } from './shown/NoteFields.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [note, { entries }] = await Promise.all([
    call(readNote, { id: partOf(args, 'id') }, options),
    call(listCodes, {}, options),
  ]);
  return { note, entries };
}

/** One note: what it says, what it said before, and the way to correct it or take it out. */
export function Component() {
  const { note, entries } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const { id, version, own, versions, withdrawn_reason } = note;
  const begun: object = { [begunField]: String(version) };
  return (
    <>
      <CaseHeader
        shown={{ id: note.case_id, number: note.case_number ?? '' }}
        part={m.cases_note_title({ day: formatDay(note.noted_on) })}
      />
      {withdrawn_reason !== null && (
        <div className="mb-6">
          <Notice tone="warning">{m.cases_note_withdrawn_because({ reason: withdrawn_reason })}</Notice>
        </div>
      )}
      <Section heading={m.cases_label_words()}>
        <DescriptionList
          items={[
            {
              term: m.cases_label_person(),
              value: note.client_id === null ? m.cases_whole_household() : note.client_name,
            },
            ...describe(note, entries),
          ]}
        />
      </Section>
      {versions.length > 0 && (
        <Section heading={m.cases_note_before()}>
          <ol className="grid gap-4">
            {versions.map((before) => (
              <li key={before.version} className="grid gap-2 border-b border-solid-gray-300 pb-3">
                <p>{m.cases_note_changed({ name: before.by ?? '', reason: before.reason })}</p>
                <p className="whitespace-pre-wrap">{before.said.words}</p>
                <p>
                  {formatDay(before.said.noted_on)} {sayWay(before.said, entries)}{' '}
                  {noteOutcomeWords[before.said.outcome]()}
                </p>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {own && withdrawn_reason === null && (
        <div className="grid gap-4">
          <Folded summary={m.cases_note_correct_summary()}>
            <Form
              key={`${id} ${version}`}
              op={correctNote}
              keeps
              also={{ id, version }}
              initial={{ ...pick(note), ...begun }}
              submit={m.cases_note_correct_submit()}
              doneSays={m.cases_note_corrected()}
              refused={() => void revalidate()}
            >
              {(typed) => (
                <>
                  <Meanwhile version={String(version)} rows={compare(note, typed, entries)} />
                  <NoteFields entries={entries} typed={typed} />
                  <TextArea name="reason" label={m.cases_label_why()} required rows={2} maxLength={500} />
                </>
              )}
            </Form>
          </Folded>
          <Folded summary={m.cases_note_withdraw_summary()}>
            <Form
              op={withdrawNote}
              keeps
              also={{ id }}
              submit={m.cases_note_withdraw_submit()}
              doneSays={m.cases_note_taken_out()}
            >
              <TextArea name="reason" label={m.cases_label_why()} required rows={2} maxLength={500} />
            </Form>
          </Folded>
        </div>
      )}
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['note'];

function pick({ noted_on, at_time, way, with_whom, outcome, words, judgement, next_plan, next_on }: Shown) {
  return { noted_on, at_time, way, with_whom, outcome, words, judgement, next_plan, next_on };
}

const terms: Record<ReturnType<typeof differingNote>[number]['field'], () => string> = {
  noted_on: m.cases_label_noted_day,
  at_time: m.cases_label_time,
  way: m.cases_label_way,
  with_whom: m.cases_label_with,
  outcome: m.cases_label_outcome,
  words: m.cases_label_words,
  judgement: m.cases_label_judgement,
  next_plan: m.cases_label_next,
  next_on: m.cases_label_next_on,
};

/** Where what is typed differs from what the note says now; a field that is emptied is typed too. */
function compare(note: Shown, typed: Typed, entries: readonly CodeEntry[]) {
  const emptied = { at_time: null, words: '', judgement: null, next_plan: null, next_on: null };
  const said = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
  const wanted = { ...note, ...emptied, ...said } as Shown;
  return differingNote(note, wanted, entries).map(({ field, now, typed: other }) => ({
    term: terms[field](),
    values: [now, other] as const,
  }));
}

function describe(note: ShownNote, entries: readonly CodeEntry[]) {
  return [
    {
      term: m.cases_label_noted_on(),
      value: note.at_time
        ? m.cases_note_when({ day: formatDay(note.noted_on), time: note.at_time })
        : formatDay(note.noted_on),
    },
    { term: m.cases_label_by(), value: note.by },
    { term: m.cases_label_way(), value: sayWay(note, entries) },
    { term: m.cases_label_with(), value: sayWith(note, entries) },
    { term: m.cases_label_outcome(), value: noteOutcomeWords[note.outcome]() },
    {
      term: m.cases_label_words(),
      value: note.words && <span className="whitespace-pre-wrap">{note.words}</span>,
    },
    { term: m.cases_label_judgement(), value: note.judgement },
    {
      term: m.cases_label_next(),
      value: note.next_on
        ? m.cases_note_next({ day: formatDay(note.next_on), plan: note.next_plan ?? '' })
        : note.next_plan,
    },
  ];
}
