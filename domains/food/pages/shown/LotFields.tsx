import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { SearchForm } from '#ui/SearchForm.tsx';
import { mayLeave, type StockLine } from '../../model.ts';

/** How much of which lot, earliest date first; what is first of its kind says so. */
export function LotFields({ lines }: { lines: readonly StockLine[] }) {
  return (
    <>
      {lines
        .filter(({ state }) => mayLeave(state))
        .map((one) => (
          <NumberField
            key={one.lot_id}
            name={`lots.${one.lot_id}`}
            label={m.food_lot_field({
              what: one.what,
              until: one.good_until === null ? m.food_date_none() : formatDay(one.good_until),
            })}
            hint={
              one.first
                ? m.food_lot_hint_first({ n: one.quantity, unit: one.unit })
                : m.food_lot_hint({ n: one.quantity, unit: one.unit })
            }
            decimals
            unit={one.unit}
          />
        ))}
      <TextField
        name="out_of_turn"
        label={m.food_label_out_of_turn()}
        hint={m.food_hint_out_of_turn()}
        width="full"
        maxLength={200}
      />
    </>
  );
}

/** Asks for a proposal: so many of one food, earliest date first. */
export function AskProposal({ lines }: { lines: readonly StockLine[] }) {
  const firsts = lines.filter(({ first }) => first);
  if (firsts.length === 0) return null;
  return (
    <SearchForm label={m.food_propose_summary()}>
      <p className="w-full">{m.food_propose_lead()}</p>
      <SelectField
        name="what"
        label={m.food_label_propose_what()}
        choices={firsts.map(({ what }) => ({ value: what, label: what }))}
      />
      <NumberField name="quantity" label={m.food_label_propose_n()} decimals />
    </SearchForm>
  );
}
