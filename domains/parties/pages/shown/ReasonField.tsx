import * as m from '#messages';
import { TextArea } from '#ui/fields/TextArea.tsx';

/** Why a household is watched over: set apart from all that whoever looks in is shown. */
export function ReasonField({ required = false }: { required?: boolean }) {
  return (
    <fieldset className="rounded-8 border-2 border-solid-gray-536 p-4">
      <legend className="px-2 text-std-18B-160">{m.parties_reason_apart()}</legend>
      <TextArea
        name="reason"
        label={m.parties_reason()}
        hint={m.parties_reason_hint()}
        required={required}
        maxLength={2000}
      />
    </fieldset>
  );
}
