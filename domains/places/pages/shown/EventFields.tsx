import * as m from '#messages';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { TimeField } from '#ui/fields/TimeField.tsx';

/** What is said of an event. */
export function EventFields() {
  return (
    <>
      <TextField name="title" label={m.places_event_title()} required maxLength={100} />
      <TextArea name="what" label={m.places_label_event_what()} rows={3} maxLength={1000} />
      <DateField name="held_on" label={m.places_label_held_on()} required />
      <div className="flex flex-wrap gap-4">
        <TimeField name="from" label={m.places_label_from()} required />
        <TimeField name="until" label={m.places_label_until()} required />
      </div>
      <NumberField name="capacity" label={m.places_label_capacity()} hint={m.places_hint_capacity()} />
      <DateField name="register_until" label={m.places_label_register_until()} />
      <TextField name="cost" label={m.places_label_cost()} width="full" maxLength={200} />
      <Checkbox name="shown" label={m.places_label_event_shown()} />
    </>
  );
}
