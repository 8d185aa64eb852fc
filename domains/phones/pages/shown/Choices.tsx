import * as m from '#messages';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { joinLateCall, type LateCall, setLateCallAside, takeInLateCall } from '../../api.ts';

/** What can be done about a call that could not simply stand. Each is one press, but letting go says why. */
export function Choices({ late: { id, book, visit } }: { late: LateCall }) {
  return (
    <div className="grid justify-items-start gap-4">
      <p className="text-std-16B-170">{m.phones_choices()}</p>
      {visit?.has_photo && (book?.visits.length ?? 0) > 0 && <p>{m.phones_photo_means()}</p>}
      {book?.visits.map(({ id: visit_id, version }) => (
        <div key={visit_id} className="flex flex-wrap gap-3">
          <CommandButton op={joinLateCall} input={{ id, visit_id, version, keep: 'book' }}>
            {m.phones_keep_book()}
          </CommandButton>
          <CommandButton op={joinLateCall} input={{ id, visit_id, version, keep: 'phone' }}>
            {m.phones_keep_phone()}
          </CommandButton>
        </div>
      ))}
      {book?.household && (
        <CommandButton op={takeInLateCall} input={{ id }}>
          {m.phones_take_in()}
        </CommandButton>
      )}
      {book?.places.map((place) => (
        <CommandButton key={place.id} op={takeInLateCall} input={{ id, household_id: place.id }}>
          {m.phones_take_over(place)}
        </CommandButton>
      ))}
      <Form
        op={setLateCallAside}
        also={{ id }}
        which={id}
        submit={m.phones_set_aside()}
        doneSays={m.phones_set_aside_done()}
      >
        <TextArea name="reason" label={m.phones_label_reason()} required rows={2} maxLength={500} />
      </Form>
    </div>
  );
}
