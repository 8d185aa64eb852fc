import * as m from '#messages';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { sorts, sortWords } from '../../model.ts';

interface ParticipantFieldsProps {
  districts: readonly { id: string; name: string }[];
  /** Without the cap on burden, which is asked for later. */
  short?: boolean;
}

export function ParticipantFields({ districts, short = false }: ParticipantFieldsProps) {
  return (
    <>
      <TextField name="name" label={m.wishes_label_name()} hint={m.wishes_hint_name()} required />
      <TextField name="kana" label={m.wishes_label_kana()} required />
      <RadioGroup
        name="sort"
        label={m.wishes_label_sort()}
        required
        inline
        choices={sorts.map((value) => ({ value, label: sortWords[value]() }))}
      />
      <SelectField
        name="district_id"
        label={m.wishes_label_district()}
        emptyLabel={m.wishes_no_district()}
        choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="reached" label={m.wishes_label_reached()} hint={m.wishes_hint_reached()} />
      {!short && (
        <NumberField name="most_a_month" label={m.wishes_label_most()} hint={m.wishes_hint_most()} />
      )}
    </>
  );
}
