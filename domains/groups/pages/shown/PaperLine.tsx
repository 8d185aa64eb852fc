import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import * as m from '#messages';
import { mintId } from '#platform/uuid.ts';
import { readNumber } from '#ui/Form/read-typed.ts';
import { NumberCell, SelectCell } from '#ui/fields/cells.tsx';
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
    label: m.groups_paper_box({ line, label }),
    describedBy: refusal ? errorId : undefined,
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
        <NumberCell
          {...box(m.groups_label_day())}
          box={dayBox}
          error={refusal?.fields.visited_on}
          value={day}
          change={(text) => write({ day: text })}
        />
      </td>
      <td className="p-1">
        <SelectCell
          {...box(m.groups_label_household())}
          error={refusal?.fields.household_id}
          emptyLabel={m.groups_paper_choose()}
          choices={households.map((one) => ({ value: one.household_id, label: one.name }))}
          value={household_id}
          change={(chosen) => write({ household_id: chosen })}
        />
      </td>
      <td className="p-1">
        <SelectCell
          {...box(m.visits_label_channel())}
          error={refusal?.fields.channel}
          choices={choicesOf(channels, channelWords)}
          value={channel}
          change={(one) => write({ channel: one as Channel })}
        />
      </td>
      <td className="p-1">
        <SelectCell
          {...box(m.visits_label_contact())}
          error={refusal?.fields.contact}
          choices={choicesOf(contacts, contactWords)}
          value={contact}
          change={(one) => write({ contact: one as Contact })}
        />
      </td>
      <td className="p-1">
        <SelectCell
          {...box(m.visits_label_condition())}
          error={refusal?.fields.condition}
          choices={choicesOf(conditions, conditionWords)}
          value={condition}
          change={(one) => write({ condition: one as Condition })}
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

function choicesOf<Value extends string>(values: readonly Value[], words: Record<Value, () => string>) {
  return values.map((value) => ({ value, label: words[value]() }));
}
