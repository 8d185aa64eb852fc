import { type CodeEntry, choicesOn } from '#domains/codes/model.ts';
import * as m from '#messages';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { charges, chargeWords, levels, levelWords } from '../../model.ts';

/** What is said of a helping group: what it does, when, with whom, what it costs, and who may read it. */
export function GroupFields({ entries }: { entries: readonly CodeEntry[] }) {
  const { today } = useMe();
  return (
    <>
      <TextField name="name" label={m.boards_label_group()} required width="full" maxLength={100} />
      <CheckboxGroup
        name="works"
        label={m.boards_label_works()}
        required
        inline
        choices={choicesOn(entries, 'helping_work', today)}
      />
      <TextArea
        name="what"
        label={m.boards_label_group_what()}
        hint={m.boards_hint_group_what()}
        required
        rows={3}
        maxLength={1000}
      />
      <TextField name="days" label={m.boards_label_days()} width="full" maxLength={200} />
      <NumberField name="helpers" label={m.boards_label_helpers()} unit={m.boards_unit_people()} />
      <TextField
        name="insurance"
        label={m.boards_label_insurance()}
        hint={m.boards_hint_insurance()}
        width="full"
        maxLength={200}
      />
      <RadioGroup
        name="charge"
        label={m.boards_label_charge()}
        required
        inline
        choices={charges.map((value) => ({ value, label: chargeWords[value]() }))}
      />
      <TextField
        name="charge_words"
        label={m.boards_label_charge_words()}
        hint={m.boards_hint_charge_words()}
        width="full"
        maxLength={200}
      />
      <TextField name="contact" label={m.boards_label_contact()} width="full" maxLength={200} />
      <TextField
        name="public_contact"
        label={m.boards_label_public_contact()}
        hint={m.boards_hint_public_contact()}
        width="full"
        maxLength={200}
      />
      <SelectField
        name="shown"
        label={m.boards_label_shown()}
        hint={m.boards_hint_shown()}
        required
        choices={levels.map((value) => ({ value, label: levelWords[value]() }))}
      />
    </>
  );
}
