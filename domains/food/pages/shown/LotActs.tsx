import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { countFood, discardFood, inspectFood, type readFoodLot } from '../../api.ts';
import { checks, checkWords, outcomes, outcomeWords, reasons, reasonWords } from '../../model.ts';

type Lot = OutputOf<typeof readFoodLot>;

/** What can be done with a lot where it lies: inspect it, throw it away or send it back, count it. */
export function LotActs({ lot }: { lot: Lot }) {
  const { today } = useMe();
  const places = lot.stock.map(({ place_id, name }) => ({ value: place_id, label: name }));
  const only = lot.stock.length === 1 ? lot.stock[0] : undefined;
  const also = { lot_id: lot.id };
  return (
    <>
      {lot.inspects && (
        <Section heading={m.food_inspect_title()}>
          <Form
            op={inspectFood}
            mints="id"
            also={also}
            submit={m.food_inspect_submit()}
            doneSays={m.food_inspected()}
          >
            <CheckboxGroup
              name="checks"
              label={m.food_label_checks()}
              choices={checks.map((value) => ({ value, label: checkWords[value]() }))}
            />
            <RadioGroup
              name="outcome"
              label={m.food_label_outcome()}
              required
              choices={outcomes.map((value) => ({ value, label: outcomeWords[value]() }))}
            />
            <TextField
              name="words"
              label={m.food_label_inspect_words()}
              hint={m.food_hint_inspect_words()}
              width="full"
              maxLength={500}
            />
          </Form>
        </Section>
      )}
      {places.length > 0 && (
        <div className="mb-10 grid gap-4 print:hidden">
          <details className="rounded-8 border border-solid-gray-300 p-4">
            <summary className="cursor-pointer py-2 text-std-16B-170">{m.food_discard_title()}</summary>
            <div className="mt-4">
              <Form
                op={discardFood}
                mints="id"
                also={{ ...also, moved_on: today }}
                initial={{
                  kind: 'discarded',
                  ...(only && { place_id: only.place_id, quantity: only.quantity }),
                }}
                submit={m.food_discard_submit()}
                doneSays={m.food_discarded()}
              >
                <SelectField name="place_id" label={m.food_label_place()} required choices={places} />
                <RadioGroup
                  name="kind"
                  label={m.food_label_discard_kind()}
                  required
                  inline
                  choices={[
                    { value: 'discarded', label: m.food_movement_discarded() },
                    { value: 'returned', label: m.food_movement_returned() },
                  ]}
                />
                <NumberField
                  name="quantity"
                  label={m.food_label_quantity()}
                  required
                  decimals
                  unit={lot.unit}
                />
                <SelectField
                  name="reason"
                  label={m.food_label_reason()}
                  required
                  choices={reasons.map((value) => ({ value, label: reasonWords[value]() }))}
                />
                <TextField name="words" label={m.food_label_words()} width="full" maxLength={200} />
              </Form>
            </div>
          </details>
          <details className="rounded-8 border border-solid-gray-300 p-4">
            <summary className="cursor-pointer py-2 text-std-16B-170">{m.food_count_title()}</summary>
            <div className="mt-4">
              <Form
                op={countFood}
                mints="id"
                also={also}
                initial={only ? { place_id: only.place_id } : {}}
                submit={m.food_count_submit()}
                doneSays={m.food_count_done()}
              >
                <SelectField name="place_id" label={m.food_label_counted_at()} required choices={places} />
                <NumberField
                  name="counted"
                  label={m.food_label_counted()}
                  required
                  decimals
                  unit={lot.unit}
                />
                <TextField
                  name="words"
                  label={m.food_label_count_words()}
                  required
                  width="full"
                  maxLength={200}
                />
              </Form>
            </div>
          </details>
        </div>
      )}
    </>
  );
}
