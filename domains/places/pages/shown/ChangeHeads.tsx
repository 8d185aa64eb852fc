import { Folded } from '#domains/cases/pages/shown/Folded.tsx';
import * as m from '#messages';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { changeHeads, type Registration } from '../../api.ts';

/** 人数を変える: for how many a registration is, without losing the place or the turn. */
export function ChangeHeads({ registrations }: { registrations: readonly Registration[] }) {
  const standing = registrations.filter(({ cancelled }) => !cancelled);
  if (standing.length === 0) return null;
  return (
    <Folded summary={m.places_change_heads_summary()}>
      <Form op={changeHeads} submit={m.places_change_heads()} doneSays={m.places_heads_changed()}>
        <SelectField
          name="id"
          label={m.places_label_whose_registration()}
          required
          width="full"
          choices={standing.map((one) => ({
            value: one.id,
            label: m.places_registration_of({ name: one.name ?? '', n: sayHeads(one) }),
          }))}
        />
        <NumberField
          name="heads"
          label={m.places_label_new_heads()}
          hint={m.places_hint_new_heads()}
          unit={m.places_unit_people()}
          required
        />
      </Form>
    </Folded>
  );
}

/** How many come, and how many more wait for room. */
export function sayHeads({ heads, more_heads }: Pick<Registration, 'heads' | 'more_heads'>): string {
  return more_heads > 0
    ? m.places_people_and_more({ n: heads, more: more_heads })
    : m.places_people_n({ n: heads });
}
