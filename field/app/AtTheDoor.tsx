import { type FormEvent, useRef, useState } from 'react';
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
import { writeWish } from '#domains/visits/pages/shown/wish.ts';
import * as m from '#messages';
import { addDays, formatDay } from '#platform/calendar.ts';
import { mintId } from '#platform/uuid.ts';
import type { NewVisit, Round } from '../along.ts';
import type { Photograph } from '../photograph.ts';
import { Back } from './Back.tsx';
import { Choice } from './Choice.tsx';
import { FirstCalls } from './FirstCalls.tsx';
import { Photo } from './Photo.tsx';
import { Press } from './Press.tsx';

/** Days back that a visit can be written down for at the door. */
const daysBack = [0, 1, 2] as const;
const dayWords = { 0: m.field_day_today, 1: m.field_day_yesterday, 2: m.field_day_before } as const;

/** One door: the usual visit in one press, and everything else just below it. What will be written is said at the thumb. */
export function AtTheDoor(props: {
  readonly household: Round['households'][number];
  readonly today: string;
  /** @returns whether it lies on the phone */
  readonly keep: (visit: NewVisit) => Promise<boolean>;
  readonly back: () => void;
}) {
  const { household, today, keep, back } = props;
  const [channel, setChannel] = useState<Channel>('face');
  const [contact, setContact] = useState<Contact>('met');
  const [condition, setCondition] = useState<Condition>('usual');
  const [day, setDay] = useState<'0' | '1' | '2'>('0');
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<Photograph | null>(null);
  // One visit for one opened door, however often an impatient thumb presses while the phone is still writing.
  const [id] = useState(mintId);
  const keeping = useRef(false);
  const keepOnce = async (visit: Omit<NewVisit, 'id' | 'household_id'>) => {
    if (keeping.current) return;
    keeping.current = true;
    keeping.current = await keep({ ...visit, id, household_id: household.household_id });
  };
  const usual = () =>
    void keepOnce({ visited_on: today, channel: 'face', contact: 'met', condition: 'usual' });
  const seen = contact === 'met' || contact === 'answered' || condition !== 'usual';
  const other = (event: FormEvent) => {
    event.preventDefault();
    void keepOnce({
      visited_on: addDays(today, -Number(day)),
      channel,
      contact,
      condition: seen ? condition : null,
      note: note.trim() || null,
      photo,
    });
  };
  const says = [
    contactWords[contact](),
    channelWords[channel](),
    seen && condition !== 'usual' && conditionWords[condition](),
    day !== '0' && dayWords[day](),
  ].filter((word) => word !== false);
  return (
    <>
      <Back onPress={back} />
      <h1 className="text-std-28B-150">{household.name}</h1>
      <p className="mb-2 text-std-20N-150">{household.address}</p>
      <p className="mb-2 text-std-18N-160">{writeWish(household.wish)}</p>
      {household.away && (
        <p className="mb-2 text-std-20B-150">
          {m.visits_absence_says({ until: formatDay(household.away.until) })}
        </p>
      )}
      {household.own.map(({ label, said }) => (
        <p key={label} className="mb-2 text-std-18N-160">
          {m.field_item({ label, said })}
        </p>
      ))}
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
        <Choice
          legend={m.field_when()}
          options={daysBack.map((n) => ({ value: `${n}` as const, label: dayWords[n]() }))}
          value={day}
          onChoose={setDay}
        />
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
        <div className="sticky bottom-0 -mx-4 border-t border-solid-gray-300 bg-white px-4 pt-2 pb-4">
          <p className="mb-1 text-center text-std-17N-170">{says.join(m.field_between())}</p>
          <button
            type="submit"
            className="min-h-16 w-full cursor-pointer rounded-12 border-2 border-key-900 bg-white px-4 py-2 text-std-20B-150 text-key-900"
          >
            {m.field_keep()}
          </button>
        </div>
      </form>
    </>
  );
}
