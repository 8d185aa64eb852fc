import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import * as m from '#messages';
import { mintId } from '#platform/uuid.ts';
import { readNumber } from '#ui/Form/read-typed.ts';
import { boxLook } from '#ui/fields/controls.ts';
import { useSubmission } from '#ui/use-submission.ts';
import { recordVisit } from '../../../visits/api.ts';
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
} from '../../../visits/model.ts';

interface PaperLineProps {
  line: number;
  /** Whose paper it is. */
  post: string;
  month: string;
  households: readonly { household_id: string; name: string }[];
  /** It stands; the next line is wanted. */
  kept: () => void;
}

interface Line {
  day: string;
  household_id: string;
  channel: Channel;
  contact: Contact;
  condition: Condition;
}

const usual = { day: '', household_id: '', channel: 'face', contact: 'met', condition: 'usual' } as const;

/** One visit off the paper: the usual one wants a day and a household. Kept when one leaves the line or presses Enter. */
export function PaperLine({ line, post, month, households, kept }: PaperLineProps) {
  const [written, setWritten] = useState<Line>(usual);
  const [stands, setStands] = useState(false);
  const id = useRef(mintId());
  const dayBox = useRef<HTMLInputElement>(null);
  const { pending, refusal, submit } = useSubmission(recordVisit);
  const { day, household_id, channel, contact, condition } = written;
  const write = (part: Partial<Line>) => setWritten((before) => ({ ...before, ...part }));

  // The line before was kept: here one goes on writing.
  useEffect(() => {
    if (line > 1) dayBox.current?.focus();
  }, [line]);

  async function keep() {
    if (stands || !day.trim() || !household_id) return;
    const date = readNumber(day);
    const visited_on = typeof date === 'number' ? `${month}-${String(date).padStart(2, '0')}` : day;
    const sawNobody = contact === 'absent' || contact === 'declined';
    const visit = { visited_on, channel, contact, condition: sawNobody ? null : condition };
    const output = await submit({ id: id.current, household_id, for_post: post, ...visit });
    if (!output) return;
    setStands(true);
    kept();
  }

  const errorId = `paper-${line}-error`;
  const box = (label: string) => ({
    'aria-label': m.groups_paper_box({ line, label }),
    'aria-describedby': refusal ? errorId : undefined,
    disabled: stands,
  });
  return (
    <tr
      className="border-b border-solid-gray-300"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) keep();
      }}
      onKeyDown={(event) => {
        if (
          event.key !== 'Enter' ||
          event.nativeEvent.isComposing ||
          event.target instanceof HTMLAnchorElement
        )
          return;
        event.preventDefault();
        keep();
      }}
    >
      <td className="p-1">
        <input
          {...box(m.groups_label_day())}
          ref={dayBox}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          className={`${boxLook(refusal?.fields.visited_on)} w-16 px-2 text-right tabular-nums`}
          value={day}
          onChange={(event) => write({ day: event.target.value })}
        />
      </td>
      <td className="p-1">
        <select
          {...box(m.groups_label_household())}
          className={`${boxLook(refusal?.fields.household_id)} w-48`}
          value={household_id}
          onChange={(event) => write({ household_id: event.target.value })}
        >
          <option value="">{m.groups_paper_choose()}</option>
          {households.map((household) => (
            <option key={household.household_id} value={household.household_id}>
              {household.name}
            </option>
          ))}
        </select>
      </td>
      <td className="p-1">
        <Choice
          {...box(m.visits_label_channel())}
          of={channels}
          words={channelWords}
          value={channel}
          choose={(one) => write({ channel: one })}
        />
      </td>
      <td className="p-1">
        <Choice
          {...box(m.visits_label_contact())}
          of={contacts}
          words={contactWords}
          value={contact}
          choose={(one) => write({ contact: one })}
        />
      </td>
      <td className="p-1">
        <Choice
          {...box(m.visits_label_condition())}
          of={conditions}
          words={conditionWords}
          value={condition}
          choose={(one) => write({ condition: one })}
        />
      </td>
      <td className="min-w-48 p-2 text-dns-14N-130">
        <span aria-live="polite">
          {pending && m.groups_state_keeping()}
          {stands && <Link to={`/visits/${id.current}`}>{m.groups_paper_kept()}</Link>}
        </span>
        {refusal && !stands && (
          <span id={errorId} role="alert" className="block text-error-1">
            {Object.values(refusal.fields)[0] ?? refusal.message}
          </span>
        )}
      </td>
    </tr>
  );
}

interface ChoiceProps<Value extends string> {
  'aria-label': string;
  'aria-describedby': string | undefined;
  disabled: boolean;
  of: readonly Value[];
  words: Record<Value, () => string>;
  value: Value;
  choose: (value: Value) => void;
}

function Choice<Value extends string>({ of, words, value, choose, ...rest }: ChoiceProps<Value>) {
  return (
    <select
      {...rest}
      className={`${boxLook(undefined)} w-40`}
      value={value}
      onChange={(event) => choose(event.target.value as Value)}
    >
      {of.map((one) => (
        <option key={one} value={one}>
          {words[one]()}
        </option>
      ))}
    </select>
  );
}
