import * as m from '#messages';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { donorKinds, donorKindWords } from '../../model.ts';

/** What is said of a donor. */
export function DonorFields() {
  return (
    <>
      <SelectField
        name="kind"
        label={m.food_label_donor_kind()}
        required
        choices={donorKinds.map((value) => ({ value, label: donorKindWords[value]() }))}
      />
      <TextField name="name" label={m.food_label_donor_name()} required maxLength={100} />
      <TextField name="kana" label={m.food_label_kana()} required maxLength={100} />
      <TextField name="contact" label={m.food_label_contact()} width="full" maxLength={200} />
      <TextArea
        name="conditions"
        label={m.food_label_conditions()}
        hint={m.food_hint_conditions()}
        rows={3}
        maxLength={500}
      />
      <DateField name="agreed_on" label={m.food_label_donor_agreed()} />
    </>
  );
}
