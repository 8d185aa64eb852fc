import * as m from '#messages';
import type { Typed } from '#ui/Form/read-typed.ts';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { PersonFields } from './PersonFields.tsx';

interface MembersProps {
  typed: Typed;
  /** An id for each person there is room for. */
  ids: readonly string[];
}

/** As many people as are said to be registered now, the head of the household first. */
export function Members({ typed, ids }: MembersProps) {
  const count = 'people' in typed ? Number(typed.people ?? 0) : 1;
  return (
    <div className="grid gap-6">
      <SelectField
        name="people"
        label={m.parties_people_count()}
        hint={m.parties_people_count_hint()}
        initial="1"
        emptyLabel={m.parties_people_later()}
        choices={ids.map((_, i) => ({ value: String(i + 1), label: m.parties_people_n({ n: i + 1 }) }))}
      />
      {ids.slice(0, count).map((id, i) => (
        <fieldset key={id} className="grid gap-4 border-l-4 border-solid-gray-300 pl-4">
          <legend className="mb-3 text-std-18B-160">{m.parties_person_numbered({ n: i + 1 })}</legend>
          <PersonFields path={`members.${i}.`} relation={i === 0 ? 'head' : undefined} />
        </fieldset>
      ))}
    </div>
  );
}
