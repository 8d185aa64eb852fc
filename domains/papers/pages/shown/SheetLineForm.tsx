import { type FormEvent, useRef, useState } from 'react';
import { Link, useRevalidator } from 'react-router';
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
} from '#domains/visits/model.ts';
import { writeName, writeShortDay, writeVisit } from '#domains/visits/pages/shown/wording.ts';
import * as m from '#messages';
import { mintId } from '#platform/uuid.ts';
import { Button } from '#ui/Button.tsx';
import { SelectCell, TextCell } from '#ui/fields/cells.tsx';
import { useMe } from '#ui/me.ts';
import { useSubmission } from '#ui/use-submission.ts';
import { enterRoundSheetLine, type SheetLine } from '../../api.ts';
import { readSheetDay } from '../../model.ts';

interface SheetLineProps {
  sheet: string;
  line: SheetLine;
  visitor: string;
}

/** One line of the paper: what it became, or the boxes to write it off. */
export function SheetLineForm({ sheet, line, visitor }: SheetLineProps) {
  const { n, household_name, entry } = line;
  return (
    <li className="grid gap-2 border-b border-solid-gray-300 pb-4">
      <p className="flex gap-3 text-std-18B-160">
        <span className="min-w-8 text-right tabular-nums">{n}</span>
        <span>{writeName(household_name)}</span>
      </p>
      {entry ? <Entered line={line} entry={entry} visitor={visitor} /> : <Boxes sheet={sheet} line={line} />}
    </li>
  );
}

function Entered({
  line: { visits },
  entry: { visit_id, was_there, entered_by_name },
  visitor,
}: {
  line: SheetLine;
  entry: NonNullable<SheetLine['entry']>;
  visitor: string;
}) {
  const visit = visits.find(({ id }) => id === visit_id);
  const by = entered_by_name ?? m.papers_a_gatherer();
  return (
    <div className="pl-11">
      <p>
        {was_there
          ? m.papers_was_there({ by })
          : visit?.by_visitor
            ? m.papers_entered_self({ name: visitor })
            : m.papers_entered_for({ by, name: visitor })}
      </p>
      {visit && (
        <p>
          {writeVisit(visit)}{' '}
          <Link to={`/visits/${visit_id}`}>
            {m.papers_open_visit({ day: writeShortDay(visit.visited_on) })}
          </Link>
        </p>
      )}
    </div>
  );
}

interface Written {
  day: string;
  channel: Channel;
  contact: Contact;
  condition: Condition;
}
const usual: Written = { day: '', channel: 'face', contact: 'met', condition: 'usual' };

function Boxes({ sheet, line: { n, visits } }: Pick<SheetLineProps, 'sheet' | 'line'>) {
  const { today } = useMe();
  const revalidator = useRevalidator();
  const [written, setWritten] = useState(usual);
  const [another, setAnother] = useState(false);
  const [noDay, setNoDay] = useState(false);
  const id = useRef(mintId());
  const { pending, refusal, submit } = useSubmission(enterRoundSheetLine);
  const { day, channel, contact, condition } = written;
  const write = (part: Partial<Written>) => setWritten((before) => ({ ...before, ...part }));
  const visited_on = readSheetDay(day, today);
  const there = visited_on === null ? [] : visits.filter((one) => one.visited_on === visited_on);

  async function keep(event: FormEvent) {
    event.preventDefault();
    setNoDay(visited_on === null);
    if (visited_on === null) return;
    const sawNobody = contact === 'absent' || contact === 'declined';
    const output = await submit({
      ...{ id: sheet, n, visit_id: id.current, visited_on, channel, contact },
      condition: sawNobody && condition === 'usual' ? null : condition,
      another: another && there.length > 0,
    });
    if (output) await revalidator.revalidate();
  }

  const errorId = `line-${n}-error`;
  const wrong = noDay && visited_on === null ? m.papers_field_day() : undefined;
  const says = wrong ?? (refusal && (Object.values(refusal.fields)[0] ?? refusal.message));
  const box = (label: string) => ({
    label: m.papers_box({ n, label }),
    describedBy: says ? errorId : undefined,
  });
  return (
    <form onSubmit={keep} className="grid gap-2 pl-11">
      <div className="flex flex-wrap items-center gap-2">
        <TextCell
          {...box(m.papers_column_day())}
          placeholder={m.papers_column_day()}
          error={wrong ?? refusal?.fields.visited_on}
          value={day}
          change={(text) => write({ day: text })}
        />
        <SelectCell
          {...box(m.visits_label_channel())}
          error={refusal?.fields.channel}
          choices={choicesOf(channels, channelWords)}
          value={channel}
          change={(one) => write({ channel: one as Channel })}
        />
        <SelectCell
          {...box(m.visits_label_contact())}
          error={refusal?.fields.contact}
          choices={choicesOf(contacts, contactWords)}
          value={contact}
          change={(one) => write({ contact: one as Contact })}
        />
        <SelectCell
          {...box(m.visits_label_condition())}
          error={refusal?.fields.condition}
          choices={choicesOf(conditions, conditionWords)}
          value={condition}
          change={(one) => write({ condition: one as Condition })}
        />
        <Button type="submit" pending={pending}>
          {m.papers_save({ n })}
        </Button>
      </div>
      <div aria-live="polite" className="grid gap-1 empty:hidden">
        {there.map((one) => (
          <p key={one.id}>
            {(one.by_visitor ? m.papers_came_by_visitor : m.papers_came_by_other)({
              day: writeShortDay(one.visited_on),
              what: writeVisit(one),
            })}
          </p>
        ))}
        {there.length > 0 && (
          <>
            <p>{m.papers_same_unless()}</p>
            <label className="flex min-h-11 w-fit cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                className="size-6 accent-key-900"
                checked={another}
                onChange={(event) => setAnother(event.target.checked)}
              />
              {m.papers_another({ n })}
            </label>
          </>
        )}
      </div>
      {says && (
        <p id={errorId} role="alert" className="text-error-1">
          {says}
        </p>
      )}
    </form>
  );
}

function choicesOf<Value extends string>(values: readonly Value[], words: Record<Value, () => string>) {
  return values.map((value) => ({ value, label: words[value]() }));
}
