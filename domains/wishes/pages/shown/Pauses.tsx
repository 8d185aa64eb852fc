import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { ways, wayWords } from '../../model.ts';
import { endPause, pauseParticipant, type readParticipant } from '../../participant-api.ts';

/** お休み: from when until when somebody would like to be left alone; nobody is asked why, and it ends by itself. */
export function Pauses({ participant: { id, pauses } }: { participant: OutputOf<typeof readParticipant> }) {
  const { today } = useMe();
  return (
    <Section heading={m.wishes_pause_title()}>
      <p>{m.wishes_pause_lead()}</p>
      <ul className="my-4 grid gap-3 empty:hidden">
        {pauses.map((pause) => (
          <li key={pause.id} className="flex flex-wrap items-center gap-3">
            <span>
              {m.wishes_pause_line({
                from: formatDay(pause.starts_on),
                until: formatDay(pause.until),
                way: wayWords[pause.way](),
              })}
            </span>
            <CommandButton op={endPause} input={{ id: pause.id }}>
              {m.wishes_pause_end_summary()}
            </CommandButton>
          </li>
        ))}
      </ul>
      <Form
        op={pauseParticipant}
        mints="id"
        also={{ participant_id: id }}
        initial={{ starts_on: today, way: 'phone' }}
        submit={m.wishes_pause_summary()}
        doneSays={m.wishes_pause_done()}
      >
        <DateField name="starts_on" label={m.wishes_label_pause_from()} required />
        <DateField name="until" label={m.wishes_label_pause_until()} required min={today} />
        <SelectField
          name="way"
          label={m.wishes_label_way()}
          required
          choices={ways.map((value) => ({ value, label: wayWords[value]() }))}
        />
      </Form>
    </Section>
  );
}
