import * as m from '#messages';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import type { ItemKind } from '../../model.ts';

/** How an item is called and asked, as far as its kind has it. */
export function WordingFields({ kind }: { kind: ItemKind | undefined }) {
  return (
    <>
      <TextField name="label" label={m.items_label_label()} required width="full" maxLength={60} />
      <TextField
        name="hint"
        label={m.items_label_hint()}
        hint={m.items_hint_hint()}
        width="full"
        maxLength={200}
      />
      {kind === 'number' && (
        <TextField
          name="unit"
          label={m.items_label_unit()}
          hint={m.items_hint_unit()}
          width="short"
          maxLength={10}
        />
      )}
      {kind !== 'section' && (
        <Checkbox name="required" label={m.items_label_required()} hint={m.items_hint_required()} />
      )}
    </>
  );
}
