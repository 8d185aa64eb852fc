import * as m from '#messages';
import { fiscalYearOf } from '#platform/calendar.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { recordIntake } from '../../api.ts';
import { intakeChannels, intakeChannelWords } from '../../model.ts';

/** A first word at the window. The day is today's, the district may stay unknown. */
export function IntakeForm() {
  const { today, districts } = useMe();
  return (
    <Form
      op={recordIntake}
      mints="id"
      initial={{ occurred_on: today }}
      submit={m.encounters_intake_submit()}
      doneSays={m.encounters_intake_done()}
    >
      {({ occurred_on }) => (
        <>
          <RadioGroup
            name="channel"
            label={m.encounters_label_channel()}
            required
            inline
            choices={intakeChannels.map((value) => ({ value, label: intakeChannelWords[value]() }))}
          />
          <SelectField
            name="district_id"
            label={m.encounters_label_district()}
            emptyLabel={m.encounters_district_unknown()}
            choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <DateField name="occurred_on" label={m.encounters_label_on()} required max={today} />
          {typeof occurred_on === 'string' && fiscalYearOf(occurred_on) < fiscalYearOf(today) && (
            <TextArea
              name="late_reason"
              label={m.encounters_label_late_reason()}
              hint={m.encounters_hint_late_reason()}
              rows={2}
              maxLength={500}
            />
          )}
        </>
      )}
    </Form>
  );
}
