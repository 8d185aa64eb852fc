import * as m from '#messages';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';

/** Until when something is asked or offered, and why. */
export function EndingFields() {
  return (
    <>
      <DateField name="ends_on" label={m.items_label_ends_on()} hint={m.items_hint_ends_on()} />
      <TextArea name="reason" label={m.items_label_reason()} required rows={2} maxLength={500} />
    </>
  );
}
