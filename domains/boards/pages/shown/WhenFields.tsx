import * as m from '#messages';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { TimeField } from '#ui/fields/TimeField.tsx';

/** When and where a meeting is. */
export function WhenFields() {
  return (
    <>
      <DateField name="held_on" label={m.boards_label_held()} required />
      <TimeField name="from" label={m.boards_label_from()} required />
      <TimeField name="until" label={m.boards_label_until_time()} />
      <TextField name="place" label={m.boards_label_place()} width="full" maxLength={200} />
    </>
  );
}
