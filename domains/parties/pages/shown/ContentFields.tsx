import * as m from '#messages';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { cautions, cautionWords } from '../../model.ts';

/** What an entry says of a household: all of it is seen by whoever looks in. */
export function ContentFields() {
  return (
    <>
      <TextField
        name="name"
        label={m.parties_label_name()}
        hint={m.parties_hint_name()}
        required
        maxLength={60}
      />
      <TextField
        name="kana"
        label={m.parties_export_kana()}
        hint={m.parties_hint_kana()}
        required
        maxLength={100}
      />
      <TextField name="address" label={m.parties_export_address()} required width="full" maxLength={200} />
      <TextField
        name="phone"
        type="tel"
        label={m.parties_export_phone()}
        hint={m.parties_hint_phone()}
        maxLength={30}
      />
      <CheckboxGroup
        name="cautions"
        label={m.parties_label_cautions()}
        hint={m.parties_hint_cautions()}
        choices={cautions.map((value) => ({ value, label: cautionWords[value]() }))}
      />
    </>
  );
}
