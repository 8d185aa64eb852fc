import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { addDays, todayIn } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import {
  type EmergencyView,
  type listEmergencyViews,
  noteEmergencyTold,
  noteEmergencyUntold,
} from '../../emergency-api.ts';
import { tellingWays, tellingWayWords } from '../../person-model.ts';

export type Tellers = OutputOf<typeof listEmergencyViews>['tellers'];

/** Whoever answers for the record keeps who told the person, when and how; or why not yet. */
export function EmergencyTelling({ view, tellers }: { view: EmergencyView; tellers: Tellers }) {
  const { today } = useMe();
  const opener = { value: view.post_id, label: m.consent_telling_opener({ by: view.by }) };
  const own = tellers.map(({ id, role, name }) => ({
    value: id,
    label: `${role in roleWords ? roleWords[role as Role]() : role} ${name}`,
  }));
  return (
    <div className="grid gap-4">
      <h4 className="text-std-17B-170">{m.consent_telling()}</h4>
      <p>{m.consent_telling_lead()}</p>
      <Form
        op={noteEmergencyTold}
        keeps
        also={{ id: view.id }}
        which={view.id}
        initial={{ told_on: today }}
        submit={m.consent_telling_submit()}
      >
        <DateField
          name="told_on"
          label={m.consent_told_on()}
          required
          min={todayIn(new Date(view.opened_at))}
          max={today}
        />
        <RadioGroup
          name="way"
          label={m.consent_telling_way()}
          required
          choices={tellingWays.map((value) => ({ value, label: tellingWayWords[value]() }))}
        />
        <SelectField name="told_post_id" label={m.consent_telling_by()} required choices={[...own, opener]} />
      </Form>
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center underline">
          {m.consent_telling_not_yet_heading()}
        </summary>
        <Form
          op={noteEmergencyUntold}
          keeps
          also={{ id: view.id }}
          which={view.id}
          submit={m.consent_telling_not_yet_submit()}
        >
          <TextArea
            name="why_not_yet"
            label={m.consent_telling_why()}
            hint={m.consent_telling_why_hint()}
            required
            rows={3}
            maxLength={1000}
          />
          <DateField
            name="weigh_again_on"
            label={m.consent_telling_again()}
            hint={m.consent_telling_again_hint()}
            required
            min={addDays(today, 1)}
          />
        </Form>
      </details>
    </div>
  );
}
