import { useState } from 'react';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Button } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { listWishes } from '../../api.ts';
import type { Side } from '../../model.ts';

type Listed = OutputOf<typeof listWishes>;

/** How many stand in one list; where there are more, one looks for words first. */
export const mostWishesListed = 50;

export interface WishPickerProps {
  name: string;
  label: string;
  side: Side;
  /** The first of all that wait, as `listWishes` answers them. */
  first: Listed;
  district?: string | null;
}

/** One wish or offer of those that wait; in a larger town the list holds what was looked for by words, tag or name. */
export function WishPicker({ name, label, side, first, district }: WishPickerProps) {
  const [found, setFound] = useState<Listed>(first);
  const [asked, setAsked] = useState('');
  const look = async () =>
    setFound(
      await call(listWishes, {
        side,
        ...(asked ? { q: asked } : {}),
        ...(district ? { district } : {}),
        limit: mostWishesListed,
      }),
    );
  const n = found.wishes.length;
  return (
    <>
      {first.next !== null && (
        <div className="flex flex-wrap items-end gap-4">
          <TextField
            name={`${name}_looked_for`}
            label={side === 'wish' ? m.wishes_label_look_for_wish() : m.wishes_label_look_for_offer()}
            hint={m.wishes_hint_look_for_wish()}
            type="search"
            onChange={setAsked}
          />
          <Button onPress={() => void look()}>{m.wishes_look_for()}</Button>
          <p role="status">
            {n === 0
              ? m.wishes_nothing_found()
              : found.next !== null
                ? m.wishes_found_more({ n })
                : m.wishes_found_n({ n })}
          </p>
        </div>
      )}
      <SelectField
        key={found.wishes.map(({ id }) => id).join()}
        name={name}
        label={label}
        required
        emptyLabel={m.wishes_choose_participant()}
        choices={found.wishes.map(({ id, words, participant_name, district_name }) => ({
          value: id,
          label: m.wishes_day_line({
            name: district_name
              ? m.wishes_name_in({ name: participant_name, district: district_name })
              : participant_name,
            words,
          }),
        }))}
      />
    </>
  );
}
