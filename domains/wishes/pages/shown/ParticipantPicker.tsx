import { useContext, useEffect, useState } from 'react';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Button } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { FieldSurroundingsContext, textOf } from '#ui/fields/use-field.ts';
import { listParticipants, readParticipant } from '../../participant-api.ts';

type Listed = OutputOf<typeof listParticipants>;
type Picked = Pick<Listed['participants'][number], 'id' | 'name' | 'district_name'>;

/** How many stand in one list; where there are more, one looks for a name first. */
export const mostListed = 50;

interface ParticipantPickerProps {
  name: string;
  label: string;
  /** The first of all who take part, as `listParticipants` answers them. */
  first: Listed;
  /** Who cannot be chosen: the participant of the page. */
  without?: string;
  required?: boolean;
  emptyLabel?: string;
}

/**
 * Somebody who takes part, from one list; in a larger town the list holds who was looked for by name, reading or how one
 * reaches them. Who is chosen already, by the page or in what was being typed, stands in it too.
 */
export function ParticipantPicker(props: ParticipantPickerProps) {
  const { name, label, first, without, required = false, emptyLabel } = props;
  const [found, setFound] = useState<readonly Picked[]>(first.participants);
  const [asked, setAsked] = useState('');
  const [more, setMore] = useState(false);
  const large = first.next !== null;
  const surroundings = useContext(FieldSurroundingsContext);
  const chosen = textOf(surroundings?.valueOf(name));
  useEffect(() => {
    if (!chosen || first.participants.some(({ id }) => id === chosen)) return;
    const stop = new AbortController();
    call(readParticipant, { id: chosen }, { signal: stop.signal }).then(
      (one) => setFound((before) => [one, ...before]),
      () => undefined,
    );
    return () => stop.abort();
  }, [chosen, first]);
  const look = async () => {
    const answer = await call(listParticipants, { ...(asked ? { q: asked } : {}), limit: mostListed });
    setFound(answer.participants);
    setMore(answer.next !== null);
  };
  return (
    <>
      {large && (
        <div className="flex flex-wrap items-end gap-4">
          <TextField
            name={`${name}_looked_for`}
            label={m.wishes_label_look_for()}
            hint={m.wishes_hint_look_for()}
            type="search"
            onChange={setAsked}
          />
          <Button onPress={() => void look()}>{m.wishes_look_for()}</Button>
          <p role="status">
            {found.length === 0
              ? m.wishes_nothing_found()
              : more
                ? m.wishes_found_more({ n: found.length })
                : m.wishes_found_n({ n: found.length })}
          </p>
        </div>
      )}
      <SelectField
        key={found.map(({ id }) => id).join()}
        name={name}
        label={label}
        required={required}
        emptyLabel={emptyLabel ?? m.wishes_choose_participant()}
        choices={found
          .filter(({ id }) => id !== without)
          .map(({ id, name: called, district_name }) => ({
            value: id,
            label: district_name ? m.wishes_name_in({ name: called, district: district_name }) : called,
          }))}
      />
    </>
  );
}
