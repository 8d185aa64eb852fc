import * as m from '#messages';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { type Relation, relations, relationWords } from '../../model.ts';

interface PersonFieldsProps {
  /** Where the person stands in the input, with a point at the end. */
  path?: string;
  relation?: Relation | undefined;
}

/** A person of a household. */
export function PersonFields({ path = '', relation }: PersonFieldsProps) {
  return (
    <>
      <TextField name={`${path}name`} label={m.parties_person_name()} required maxLength={60} />
      <TextField
        name={`${path}kana`}
        label={m.parties_export_kana()}
        hint={m.parties_hint_person_kana()}
        required
        maxLength={100}
      />
      <SelectField
        name={`${path}relation`}
        label={m.parties_relation()}
        required
        initial={relation}
        choices={relations.map((value) => ({ value, label: relationWords[value]() }))}
      />
    </>
  );
}
