import type { District } from '#domains/districts/api.ts';
import * as m from '#messages';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { themes, themeWords } from '../../model.ts';

/** For whom a notice is, and from when until when. */
export function AudienceFields({ districts, today }: { districts: readonly District[]; today: string }) {
  return (
    <>
      <CheckboxGroup
        name="themes"
        label={m.notices_label_themes()}
        required
        inline
        choices={themes.map((value) => ({ value, label: themeWords[value]() }))}
      />
      <details>
        <summary className="min-h-11 cursor-pointer py-2">{m.notices_label_districts_open()}</summary>
        <CheckboxGroup
          name="district_ids"
          label={m.notices_label_districts()}
          hint={m.notices_hint_districts()}
          inline
          choices={districts
            .filter(({ ends_on }) => !ends_on || ends_on >= today)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </details>
      <DateField name="shown_from" label={m.notices_label_shown_from()} required />
      <DateField
        name="shown_until"
        label={m.notices_label_shown_until()}
        hint={m.notices_hint_shown_until()}
      />
    </>
  );
}
