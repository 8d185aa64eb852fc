import * as m from '#messages';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';

/** What is said of a table. */
export function BoardFields() {
  return (
    <>
      <TextField name="name" label={m.boards_label_name()} required width="full" maxLength={100} />
      <DateField name="started_on" label={m.boards_label_started()} required />
      <TextField
        name="usual"
        label={m.boards_label_usual()}
        hint={m.boards_hint_usual()}
        width="full"
        maxLength={200}
      />
    </>
  );
}
