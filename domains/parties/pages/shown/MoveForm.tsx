import { useNavigate } from 'react-router';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { saying } from '#ui/saying.ts';
import { moveHousehold } from '../../api.ts';
import { Leave } from './Leave.tsx';
import type { Opened } from './opened.ts';

type Input = InputOf<typeof moveHousehold>;

/** What is chosen in place of a district. */
const elsewhere = 'elsewhere';
const away = 'away';

interface MoveFormProps {
  household: Opened;
  districts: readonly { id: string; name: string }[];
}

/** Within its district a household keeps its entry; elsewhere it is registered anew, and the entry here is closed. */
export function MoveForm({ household, districts }: MoveFormProps) {
  const navigate = useNavigate();
  const { today } = useMe();
  const { id, version, district, phone } = household;
  const back = `/households/${id}`;
  return (
    <Form
      op={moveHousehold}
      also={{ id, version }}
      initial={{ moved_on: today, phone }}
      reshape={readMove}
      submit={m.parties_move_submit()}
      beside={<Leave to={back} />}
      done={({ closed }) =>
        navigate(back, saying(closed ? m.parties_moved_away_done() : m.parties_moved_done()))
      }
    >
      {(typed) => (
        <>
          <RadioGroup
            name="district_id"
            label={m.parties_move_where()}
            required
            choices={[
              { value: district.id, label: m.parties_move_here({ district: district.name }) },
              { value: elsewhere, label: m.parties_move_elsewhere(), hint: m.parties_move_closes() },
              { value: away, label: m.parties_move_away(), hint: m.parties_move_closes() },
            ]}
          />
          <DateField name="moved_on" label={m.parties_moved_on()} required max={today} />
          {typed.district_id === district.id && (
            <>
              <TextField
                name="address"
                label={m.parties_new_address()}
                required
                width="full"
                maxLength={200}
              />
              <TextField
                name="phone"
                type="tel"
                label={m.parties_export_phone()}
                hint={m.parties_hint_phone()}
                maxLength={30}
              />
            </>
          )}
          {typed.district_id === elsewhere && (
            <SelectField
              name="elsewhere"
              label={m.parties_move_district()}
              required
              choices={districts
                .filter(({ id }) => id !== district.id)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </>
      )}
    </Form>
  );
}

/** Where no district was chosen it is left out, so that the server asks for it. */
function readMove({ district_id: chosen, elsewhere: other, address, phone = '', ...rest }: Typed) {
  if (chosen === away) return { ...rest, district_id: null } as Partial<Input>;
  if (chosen === elsewhere) return { ...rest, district_id: other } as Partial<Input>;
  return { ...rest, district_id: chosen, address, phone } as Partial<Input>;
}
