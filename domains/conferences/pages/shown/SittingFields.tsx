import * as m from '#messages';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { TimeField } from '#ui/fields/TimeField.tsx';

/** Day, time and place of a sitting. */
export function SittingFields() {
  return (
    <>
      <DateField name="held_on" label={m.conferences_label_held_on()} required />
      <TimeField name="starts_at" label={m.conferences_label_starts_at()} required />
      <TextField
        name="place"
        label={m.conferences_place()}
        hint={m.conferences_hint_place()}
        required
        maxLength={100}
      />
    </>
  );
}
