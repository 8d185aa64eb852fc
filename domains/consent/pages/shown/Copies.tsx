import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import type { ProvisionReturn } from '../../person-api.ts';
import { returnOutcomes, returnOutcomeWords } from '../../person-model.ts';

/** What was printed or written to a file meanwhile, and what whoever has it says became of it. */
export function Copies({ copies, note }: Pick<ProvisionReturn, 'copies' | 'note'>) {
  return (
    <>
      <DataTable
        caption={m.consent_table_of({ of: m.consent_copies_title() })}
        rows={copies}
        rowKey={({ taken_at, operation }) => `${taken_at} ${operation}`}
        empty={{ says: m.consent_copies_empty() }}
        columns={[
          { key: 'at', heading: m.consent_audit_at(), value: ({ taken_at }) => formatInstant(taken_at) },
          {
            key: 'role',
            heading: m.consent_taken_role(),
            value: ({ role }) => (role in roleWords ? roleWords[role as Role]() : role),
          },
        ]}
      />
      {note === null ? (
        <p>{m.consent_return_waiting()}</p>
      ) : (
        <p>
          {m.consent_return_says({
            outcome: returnOutcomeWords[note.outcome](),
            at: formatInstant(note.noted_at),
            words: note.words ?? '',
          })}
        </p>
      )}
    </>
  );
}

/** The fields in which it is answered. */
export function ReturnFields() {
  return (
    <>
      <RadioGroup
        name="outcome"
        label={m.consent_return_outcome()}
        required
        choices={returnOutcomes.map((value) => ({ value, label: returnOutcomeWords[value]() }))}
      />
      <TextArea name="words" label={m.consent_note()} rows={2} maxLength={500} />
    </>
  );
}
