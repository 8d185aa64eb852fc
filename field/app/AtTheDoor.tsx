import { type FormEvent, useState } from 'react';
import { cautionWords } from '#domains/parties/cautions.ts';
import {
  type Channel,
  type Condition,
  type Contact,
  channels,
  channelWords,
  conditions,
  conditionWords,
  contacts,
  contactWords,
} from '#domains/visits/kinds.ts';
import * as m from '#messages';
import { mintId } from '#platform/uuid.ts';
import type { NewVisit, Round } from '../along.ts';
import type { Photograph } from '../photograph.ts';
import { Back } from './Back.tsx';
import { Choice } from './Choice.tsx';
import { FirstCalls } from './FirstCalls.tsx';
import { Photo } from './Photo.tsx';
import { Press } from './Press.tsx';

/** One door: the usual visit in one press, and everything else just below it. */
export function AtTheDoor(props: {
  readonly household: Round['households'][number];
  readonly today: string;
  readonly keep: (visit: NewVisit) => Promise<void>;
  readonly back: () => void;
}) {
  const { household, today, keep, back } = props;
  const [channel, setChannel] = useState<Channel>('face');
  const [contact, setContact] = useState<Contact>('met');
  const [condition, setCondition] = useState<Condition>('usual');
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<Photograph | null>(null);
  const begun = { id: mintId(), household_id: household.household_id, visited_on: today };
  const usual = () => keep({ ...begun, channel: 'face', contact: 'met', condition: 'usual' });
  const other = (event: FormEvent) => {
    event.preventDefault();
    const seen = contact === 'met' || contact === 'answered' || condition !== 'usual';
    void keep({
      ...begun,
      channel,
      contact,
      condition: seen ? condition : null,
      note: note.trim() || null,
      photo,
    });
  };
  return (
    <>
      <Back onPress={back} />
      <h1 className="text-std-28B-150">{household.name}</h1>
      <p className="mb-2 text-std-20N-150">{household.address}</p>
      {household.cautions.length > 0 && (
        <p className="mb-4 text-std-20B-150">
          {household.cautions.map((one) => cautionWords[one]()).join(m.field_between())}
        </p>
      )}
      <Press look="main" large onPress={usual} hint={m.field_usual_hint()}>
        {m.field_usual()}
      </Press>
      <form onSubmit={other} className="mt-8">
        <Choice
          legend={m.field_what()}
          options={contacts.map((value) => ({ value, label: contactWords[value]() }))}
          value={contact}
          onChoose={setContact}
        />
        <Choice
          legend={m.field_how()}
          options={channels.map((value) => ({ value, label: channelWords[value]() }))}
          value={channel}
          onChoose={setChannel}
        />
        <Choice
          legend={m.visits_label_condition()}
          options={conditions.map((value) => ({ value, label: conditionWords[value]() }))}
          value={condition}
          onChoose={setCondition}
        />
        {condition === 'alarm' && <FirstCalls />}
        <label className="mb-6 block text-std-20B-150">
          {m.field_note()}
          <textarea
            value={note}
            maxLength={2000}
            rows={3}
            onChange={(event) => setNote(event.target.value)}
            className="mt-1 w-full rounded-8 border-2 border-solid-gray-600 p-3 text-std-20N-150"
          />
        </label>
        <Photo photo={photo} onTake={setPhoto} />
        <button
          type="submit"
          className="min-h-16 w-full cursor-pointer rounded-12 border-2 border-key-900 px-4 py-3 text-std-20B-150 text-key-900"
        >
          {m.field_keep()}
        </button>
      </form>
    </>
  );
}
