import * as m from '#messages';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { type ConferenceItem, closeItem, endMatter, holdItem } from '../../api.ts';
import { whyNot } from '../../model.ts';

/** What comes next for whoever called: it is held, closed, and one day ended. */
export function Course({ item }: { item: ConferenceItem }) {
  const { id, state, sealed } = item;
  return (
    <Section heading={m.conferences_course()}>
      {state === 'called' && <Hold item={item} />}
      {state !== 'called' && (
        <ul className="grid gap-4">
          <li>
            <p className="max-w-176">
              {sealed ? m.conferences_close_says_sealed() : m.conferences_close_says()}
            </p>
            <CommandButton op={closeItem} input={{ id }} disabledReason={whyNot('close', state) ?? undefined}>
              {m.conferences_close_item_summary()}
            </CommandButton>
          </li>
          <li>
            <p className="max-w-176">{m.conferences_end_says()}</p>
            <CommandButton op={endMatter} input={{ id }} disabledReason={whyNot('end', state) ?? undefined}>
              {m.conferences_end_summary()}
            </CommandButton>
          </li>
        </ul>
      )}
    </Section>
  );
}

function Hold({ item }: { item: ConferenceItem }) {
  const { today } = useMe();
  const { id, conference, seats } = item;
  return (
    <Form
      op={holdItem}
      also={{ id }}
      initial={{
        held_on: earlier(conference.held_on, today),
        present: seats.map((seat) => seat.id),
      }}
      submit={m.conferences_hold_submit()}
      doneSays={m.conferences_held_done()}
    >
      <DateField name="held_on" label={m.conferences_held_on()} required max={today} />
      {seats.length > 0 && (
        <CheckboxGroup
          name="present"
          label={m.conferences_present()}
          choices={seats.map((seat) => ({
            value: seat.id,
            label: m.conferences_seat_says({ name: seat.name, office: seat.office }),
          }))}
        />
      )}
      <DateField name="next_on" label={m.conferences_next_on()} hint={m.conferences_hint_next_on()} />
      <TextField
        name="late_reason"
        label={m.conferences_label_late_reason()}
        hint={m.conferences_hint_late()}
        maxLength={500}
      />
    </Form>
  );
}

function earlier(one: string, other: string): string {
  return [one, other].sort()[0] ?? other;
}
