import { useState } from 'react';
import { Link, useLoaderData, useNavigate } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import { listParticipants } from '#domains/wishes/api.ts';
import { sideWords, sortWords } from '#domains/wishes/model.ts';
import { mostListed } from '#domains/wishes/pages/shown/ParticipantPicker.tsx';
import { writeTerms } from '#domains/wishes/pages/shown/WishFacts.tsx';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { mintId } from '#platform/uuid.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { holdingWords, languageWords } from '../../letters/model.ts';
import { dayOfInstant } from '../../letters/pages/shown/day-of-instant.ts';
import { answerWishNote, readWishNote, setWishNoteAside, takeWishNoteChangesIn } from '../api.ts';
import type { ShownSide } from '../model.ts';
import { writeNoteState } from './shown/note-state.ts';
import { TakeNoteIn } from './shown/TakeNoteIn.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const note = await call(readWishNote, { id: partOf(args, 'id') }, options);
  const [people, named, { districts }] = await Promise.all([
    call(listParticipants, { limit: mostListed }, options),
    note.name ? call(listParticipants, { q: note.name, limit: 5 }, options) : { participants: [] },
    call(listDistricts, {}, options),
  ]);
  return { note, people, same: named.participants, districts };
}

/** One note as it was said last, and what can be done with it. */
export function Component() {
  const { note, people, same, districts } = useLoaderData<typeof loader>();
  const { id, state, anew, held_back, reason, participant_id, participant_name, forget_after } = note;
  const takable = state === 'waiting' || state === 'set_aside';
  return (
    <>
      <PageHeader
        title={m.cards_note_of({ day: formatDay(dayOfInstant(note.received_at)) })}
        trail={[{ label: m.cards_notes_title(), to: '/wish-notes' }]}
      />
      <p className="mb-4">
        <Badge>{writeNoteState(note)}</Badge>
      </p>
      {held_back && takable && (
        <Notice tone="warning">{m.letters_held_because({ why: holdingWords[held_back]() })}</Notice>
      )}
      {state === 'taken_in' && participant_id && participant_name && (
        <Notice tone="success">
          {m.cards_taken_here()}{' '}
          <Link to={`/participants/${participant_id}`}>
            {m.cards_to_participant({ name: participant_name })}
          </Link>
        </Notice>
      )}
      {reason !== null && <Notice tone="info">{m.cards_aside_because({ reason })}</Notice>}
      {anew && <Anew />}
      <div className="mb-8">
        <Words />
      </div>
      {takable && <TakeNoteIn note={note} same={same} people={people} districts={districts} />}
      {state !== 'withdrawn' && (
        <Section heading={m.cards_answer()}>
          <p className="mb-4">{m.cards_answer_lead()}</p>
          {note.answered_at ? (
            <Badge tone="green">{m.cards_answered({ day: formatDay(dayOfInstant(note.answered_at)) })}</Badge>
          ) : (
            <CommandButton op={answerWishNote} input={{ id }}>
              {m.cards_answer()}
            </CommandButton>
          )}
        </Section>
      )}
      {(state === 'waiting' || (state === 'set_aside' && anew)) && <SetAside id={id} />}
      <p className="mt-6">{m.cards_forgotten_on({ day: formatDay(dayOfInstant(forget_after)) })}</p>
    </>
  );
}

/** What has happened since somebody looked at it. */
function Anew() {
  const { note } = useLoaderData<typeof loader>();
  const [ids] = useState(() => ({ wish_id: mintId(), offer_id: mintId() }));
  const { id, state } = note;
  if (state === 'set_aside') return null;
  const back = state === 'withdrawn';
  return (
    <Notice tone="warning">
      <p className="mb-4">{back ? m.cards_withdrawn_here() : m.cards_changed_here()}</p>
      <CommandButton op={takeWishNoteChangesIn} input={{ id, ...ids }}>
        {back ? m.cards_withdrawn_seen() : m.cards_take_changes()}
      </CommandButton>
    </Notice>
  );
}

function Words() {
  const { note } = useLoaderData<typeof loader>();
  const { sides, district_name, sort, card_place, name, reaching, language } = note;
  const sayWords = (one: ShownSide) =>
    one.words && (
      <>
        <p>{one.words}</p>
        <p>{writeTerms({ ...one, district_name: null })}</p>
        {one.times > 1 && <p>{m.cards_side_times({ n: one.times })}</p>}
        {one.until && <p>{m.cards_side_until({ day: formatDay(one.until) })}</p>}
      </>
    );
  return (
    <DescriptionList
      items={[
        ...sides.map((one) => ({
          term: sideWords[one.side](),
          value: sayWords(one) || m.cards_not_said(),
        })),
        { term: m.cards_label_name(), value: name },
        { term: m.cards_label_reaching(), value: reaching },
        { term: m.cards_label_district(), value: district_name },
        { term: m.cards_label_sort(), value: sort && sortWords[sort]() },
        { term: m.cards_label_language(), value: languageWords[language]?.() ?? null },
        { term: m.cards_label_card(), value: card_place },
      ]}
    />
  );
}

function SetAside({ id }: { id: string }) {
  const navigate = useNavigate();
  return (
    <Section heading={m.cards_set_aside()}>
      <p className="mb-4">{m.cards_set_aside_lead()}</p>
      <Form
        op={setWishNoteAside}
        also={{ id }}
        submit={m.cards_set_aside_submit()}
        done={() => navigate('/wish-notes', saying(m.cards_aside_done()))}
      >
        <TextArea name="reason" label={m.cards_label_reason()} required rows={2} maxLength={500} />
      </Form>
    </Section>
  );
}
