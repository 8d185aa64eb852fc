import * as m from '#messages';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { type ItemKind, itemKindWords } from '../../model.ts';

/** What was said, and by whom if they like. */
export function VoiceFields({ kinds }: { kinds: readonly ItemKind[] }) {
  return (
    <>
      <RadioGroup
        name="kind"
        label={m.boards_label_kind()}
        required
        inline
        choices={kinds.map((value) => ({ value, label: itemKindWords[value]() }))}
      />
      <TextArea
        name="words"
        label={m.boards_label_words()}
        hint={m.boards_hint_words()}
        required
        rows={3}
        maxLength={1000}
      />
      <TextField
        name="said_by"
        label={m.boards_label_said_by()}
        hint={m.boards_hint_said_by()}
        maxLength={60}
      />
    </>
  );
}
