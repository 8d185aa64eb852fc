import { Link, useLoaderData, useNavigate, useRevalidator } from 'react-router';
import { findClients, readClient } from '#domains/cases/client-api.ts';
import { writePerson } from '#domains/cases/client-model.ts';
import { listCodes } from '#domains/codes/api.ts';
import { labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import { fiscalYearOf, formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { CallRefused, call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { answerLetter, readLetter, setLetterAside, takeLetterIn } from '../api.ts';
import { aboutWords, holdingWords, languageWords } from '../model.ts';
import { dayOfInstant } from './shown/day-of-instant.ts';
import { GivenContacts } from './shown/GivenContacts.tsx';
import { givesContact } from './shown/given-contacts.ts';
import { PassOn } from './shown/PassOn.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [letter, { entries }] = await Promise.all([
    call(readLetter, { id: partOf(args, 'id') }, options),
    call(listCodes, { list: 'worry' }, options),
  ]);
  return {
    letter,
    entries,
    same: letter.state === 'taken_in' ? [] : await findSame(letter, options),
    client: await readTaken(letter, options),
    ids: twoIds(),
  };
}

type Letter = OutputOf<typeof readLetter>;

/** Who of the own window might be the one who wrote: by the name, or by the telephone number. */
async function findSame({ name, phone, about }: Letter, options: { signal: AbortSignal }) {
  if (about !== null && about !== 'self') return [];
  const asked = [name, phone].filter((q): q is string => q !== null && q.length >= 2);
  const found = await Promise.all(asked.map((q) => call(findClients, { q }, options)));
  const own = found.flatMap(({ clients }) => clients).filter((client) => client.own);
  return own.filter(({ id }, at) => own.findIndex((one) => one.id === id) === at);
}

/** The record a letter was taken into, where it says how that person is reached; null where it is gone by now. */
async function readTaken(letter: Letter, options: { signal: AbortSignal }) {
  if (letter.client_id === null || !givesContact(letter)) return null;
  try {
    return await call(readClient, { id: letter.client_id }, options);
  } catch (error) {
    if (error instanceof CallRefused && error.code === 'not_found') return null;
    throw error;
  }
}

function twoIds() {
  return { intake_id: mintId(), client_id: mintId() };
}

/** One letter as it was written, and what can be done with it. */
export function Component() {
  const { letter, client } = useLoaderData<typeof loader>();
  const { state, held_back, reason, client_id, intake_id, answered_at, forget_after, passings } = letter;
  return (
    <>
      <PageHeader
        title={m.letters_letter_of({ day: formatDay(dayOfInstant(letter.received_at)) })}
        trail={[{ label: m.letters_title(), to: '/letters' }]}
      />
      {held_back && state === 'waiting' && passings.length === 0 && (
        <Notice tone="warning">{m.letters_held_because({ why: holdingWords[held_back]() })}</Notice>
      )}
      {state === 'taken_in' && (
        <Notice tone="success">
          {m.letters_taken_in_here()}{' '}
          <Link to={`/clients/${client_id}/intakes/${intake_id}`}>{m.letters_to_intake()}</Link>
        </Notice>
      )}
      {client && <GivenContacts letter={letter} client={client} />}
      {passings.map(({ from, words, passed_at }) => (
        <div key={passed_at} className="mb-6">
          <Notice
            tone="info"
            title={m.letters_passed_from({ day: formatDay(dayOfInstant(passed_at)), from })}
          >
            <p className="whitespace-pre-wrap">{words}</p>
          </Notice>
        </div>
      ))}
      {reason !== null && <Notice tone="info">{m.letters_set_aside_because({ reason })}</Notice>}
      <Words />
      {state !== 'taken_in' && <TakeIn />}
      <Section heading={m.letters_answer()}>
        {answered_at ? (
          <Badge tone="green">{m.letters_answered({ day: formatDay(dayOfInstant(answered_at)) })}</Badge>
        ) : (
          <>
            <p className="mb-4">{m.letters_answer_lead()}</p>
            <CommandButton op={answerLetter} input={{ id: letter.id }}>
              {m.letters_answer()}
            </CommandButton>
          </>
        )}
      </Section>
      {state === 'waiting' && <PassOn letter={letter} />}
      {state === 'waiting' && <SetAside />}
      {forget_after && <p>{m.letters_forgotten_on({ day: formatDay(dayOfInstant(forget_after)) })}</p>}
    </>
  );
}

function Words() {
  const { letter, entries } = useLoaderData<typeof loader>();
  const { worries, about, received_at, language, window_chosen } = letter;
  const day = dayOfInstant(received_at);
  return (
    <DescriptionList
      items={[
        { term: m.letters_label_wish(), value: letter.wish },
        { term: m.letters_label_trouble(), value: letter.trouble },
        { term: m.letters_label_about(), value: about && aboutWords[about]() },
        {
          term: m.letters_label_worries(),
          value: worries.map((code) => labelOf(entries, 'worry', code, day)).join('、') || null,
        },
        { term: m.letters_label_name(), value: letter.name },
        { term: m.letters_label_phone(), value: letter.phone },
        { term: m.letters_label_email(), value: letter.email },
        { term: m.letters_label_reaching(), value: letter.reaching },
        { term: m.letters_label_language(), value: languageWords[language]?.() ?? null },
        { term: m.letters_label_heard_of(), value: letter.heard_of },
        {
          term: m.letters_label_window(),
          value: window_chosen ? m.letters_window_chosen() : m.letters_window_any(),
        },
        ...(window_chosen
          ? [
              {
                term: m.letters_label_may_pass(),
                value: letter.may_pass ? m.letters_may_pass_yes() : m.letters_may_pass_no(),
              },
            ]
          : []),
      ]}
    />
  );
}

function TakeIn() {
  const { letter, same, ids } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  const revalidator = useRevalidator();
  // What the letter says of how somebody known is reached is offered here, before one goes on.
  const stay = givesContact(letter);
  const open = ({ intake_id, client_id }: { intake_id: string; client_id: string }) =>
    navigate(`/clients/${client_id}/intakes/${intake_id}`, saying(m.letters_taken_done()));
  const late = fiscalYearOf(dayOfInstant(letter.received_at)) < fiscalYearOf(today);
  return (
    <Section heading={m.letters_take_in()}>
      {same.length > 0 && (
        <Notice tone="info" title={m.letters_same_person()}>
          <p>{m.letters_same_person_lead()}</p>
          <ul className="mt-2 grid gap-3">
            {same.map((client) => (
              <li key={client.id}>
                <CommandButton
                  op={takeLetterIn}
                  input={{ id: letter.id, intake_id: ids.intake_id, client_id: client.id, known: true }}
                  done={stay ? () => revalidator.revalidate() : open}
                >
                  {m.letters_take_in_known({ name: writePerson(client) })}
                </CommandButton>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Form
        op={takeLetterIn}
        keeps
        also={{ id: letter.id, ...ids }}
        submit={same.length > 0 ? m.letters_take_in_new() : m.letters_take_in()}
        done={open}
      >
        {late && (
          <TextArea
            name="late_reason"
            label={m.letters_label_late_reason()}
            hint={m.letters_hint_late_reason()}
            rows={2}
            maxLength={500}
          />
        )}
      </Form>
    </Section>
  );
}

function SetAside() {
  const { letter } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <Section heading={m.letters_set_aside()}>
      <p className="mb-4">{m.letters_set_aside_lead()}</p>
      <Form
        op={setLetterAside}
        keeps
        also={{ id: letter.id }}
        submit={m.letters_set_aside_submit()}
        done={() => navigate('/letters', saying(m.letters_aside_done()))}
      >
        <TextArea name="reason" label={m.letters_label_reason()} required rows={2} maxLength={500} />
      </Form>
    </Section>
  );
}
