import * as m from '#messages';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { insurances, insuranceWords, kinds, kindWords } from '../../model.ts';

export function ContributionFields() {
  return (
    <>
      <CheckboxGroup
        name="kinds"
        label={m.contributions_label_kinds()}
        required
        inline
        choices={kinds.map((value) => ({ value, label: kindWords[value]() }))}
      />
      <TextArea
        name="conditions"
        label={m.contributions_label_conditions()}
        hint={m.contributions_hint_conditions()}
        rows={3}
        maxLength={500}
      />
      <RadioGroup
        name="insurance"
        label={m.contributions_label_insurance()}
        required
        inline
        choices={insurances.map((value) => ({ value, label: insuranceWords[value]() }))}
      />
      <TextField
        name="insurance_words"
        label={m.contributions_label_insurance_words()}
        width="full"
        maxLength={300}
      />
      <DateField name="starts_on" label={m.contributions_label_starts_on()} required />
      <DateField
        name="ends_on"
        label={m.contributions_label_ends_on()}
        hint={m.contributions_hint_ends_on()}
      />
    </>
  );
}
