import * as m from '#messages';
import { addDays, formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { TimeField } from '#ui/fields/TimeField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { addPlaceDay, type readPlace, withdrawPlaceDay } from '../../api.ts';
import { dayKinds, dayKindWords } from '../../model.ts';
import { listOpenings, type Opening } from '../../openings.ts';

type Place = OutputOf<typeof readPlace>;

/** The next days a place is open, and the days on which its rules do not hold. */
export function PlaceDays({ place: { id, times, days } }: { place: Place }) {
  const { today } = useMe();
  const openings = listOpenings(times, days, today, addDays(today, 34)).slice(0, 8);
  return (
    <Section heading={m.places_openings()}>
      {openings.length === 0 ? (
        <p>{m.places_openings_none()}</p>
      ) : (
        <ul className="list-disc pl-6">
          {openings.map((one) => (
            <li key={`${one.day} ${one.from}`}>{writeOpening(one)}</li>
          ))}
        </ul>
      )}
      {days.length > 0 && (
        <ul className="grid gap-3">
          {days.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-4">
              {m.places_day_line({ kind: dayKindWords[one.kind](), span: writeSpan(one) })}
              {one.words && m.places_opening_words({ words: one.words })}
              <CommandButton op={withdrawPlaceDay} input={{ id: one.id }}>
                {m.places_withdraw()}
              </CommandButton>
            </li>
          ))}
        </ul>
      )}
      <details className="rounded-8 border border-solid-gray-300 p-4 print:hidden">
        <summary className="cursor-pointer py-2 text-std-16B-170">{m.places_day_add()}</summary>
        <div className="mt-4">
          <Form
            op={addPlaceDay}
            mints="id"
            also={{ place_id: id }}
            submit={m.places_day_submit()}
            doneSays={m.places_day_done()}
          >
            {(typed) => (
              <>
                <RadioGroup
                  name="kind"
                  label={m.places_label_day_kind()}
                  required
                  inline
                  choices={dayKinds.map((value) => ({ value, label: dayKindWords[value]() }))}
                />
                <DateField name="starts_on" label={m.places_label_starts_on()} required />
                <DateField name="ends_on" label={m.places_label_ends_on()} hint={m.places_hint_ends_on()} />
                {typed.kind === 'extra' && (
                  <>
                    <TimeField name="from" label={m.places_label_from()} required />
                    <TimeField name="until" label={m.places_label_until()} />
                  </>
                )}
                <TextField name="words" label={m.places_label_day_words()} width="full" maxLength={200} />
              </>
            )}
          </Form>
        </div>
      </details>
    </Section>
  );
}

function writeOpening({ day, from, until, closed, words }: Opening): string {
  const time = m.places_time_span({ from, until: until ?? '' });
  const said = closed
    ? m.places_opening_closed({ day: formatDay(day), time })
    : m.places_opening({ day: formatDay(day), time });
  return said + (words ? m.places_opening_words({ words }) : '');
}

function writeSpan({ starts_on, ends_on, from, until }: Place['days'][number]): string {
  const days =
    starts_on === ends_on
      ? formatDay(starts_on)
      : m.places_days_span({ from: formatDay(starts_on), until: formatDay(ends_on) });
  return from
    ? m.places_opening({ day: days, time: m.places_time_span({ from, until: until ?? '' }) })
    : days;
}
