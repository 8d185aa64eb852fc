import * as m from '#messages';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';

/** In how many hours somebody has to take a concern up, where nothing else is said. */
export const usualHours = { hours: '24' };

/** What a concern says, whoever raises it: the words, and the clock. */
export function ConcernFields() {
  return (
    <>
      <TextArea name="words" label={m.wishes_label_concern()} required rows={3} maxLength={1000} />
      <SelectField
        name="hours"
        label={m.wishes_label_hours()}
        choices={[4, 24, 72].map((n) => ({ value: String(n), label: m.wishes_hours({ n }) }))}
      />
    </>
  );
}
