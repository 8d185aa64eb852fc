import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { needWords, personalNeeds } from '../../model.ts';
import type { readParticipant } from '../../participant-api.ts';
import { recordReadiness } from '../../proposal-api.ts';

/** What of a role's needs somebody has met, and until when. */
export function Readiness({
  participant: { id, readiness },
}: {
  participant: OutputOf<typeof readParticipant>;
}) {
  const { today } = useMe();
  return (
    <Section heading={m.wishes_readiness_title()}>
      {readiness.length === 0 && <p>{m.wishes_readiness_none()}</p>}
      <ul className="my-4 grid gap-2 empty:hidden">
        {readiness.map(({ id: one, need, met_on, until, words }) => (
          <li key={one}>
            {[
              m.wishes_readiness_line({ need: needWords[need](), day: formatDay(met_on) }),
              until && m.wishes_readiness_until({ day: formatDay(until) }),
              words,
            ]
              .filter((word) => word)
              .join(m.wishes_apart())}
          </li>
        ))}
      </ul>
      <Form
        op={recordReadiness}
        mints="id"
        also={{ participant_id: id }}
        initial={{ met_on: today }}
        submit={m.wishes_readiness_summary()}
        doneSays={m.wishes_readiness_done()}
      >
        <SelectField
          name="need"
          label={m.wishes_label_need()}
          required
          emptyLabel={m.wishes_choose_tag()}
          choices={personalNeeds.map((value) => ({ value, label: needWords[value]() }))}
        />
        <DateField name="met_on" label={m.wishes_label_met_on()} required max={today} />
        <DateField name="until" label={m.wishes_label_valid_until()} />
        <TextField name="words" label={m.wishes_label_readiness_words()} />
      </Form>
    </Section>
  );
}
