import { useRevalidator } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { introduceFromFood, type readFoodGiving } from '../../api.ts';
import { consentWays, consentWayWords } from '../../model.ts';

interface IntroduceProps {
  giving: OutputOf<typeof readFoodGiving>;
  /** Hears the receipt, which is for the person. */
  done: (receipt: string) => void;
}

/** 紹介: the words of somebody who agreed, to a window; nothing of them stays here. */
export function Introduce({ giving, done }: IntroduceProps) {
  const revalidator = useRevalidator();
  if (giving.windows.length === 0) return <p>{m.food_windows_none()}</p>;
  return (
    <details className="rounded-8 border border-solid-gray-300 p-4 print:hidden">
      <summary className="cursor-pointer py-2 text-std-16B-170">{m.food_introduce()}</summary>
      <div className="mt-4">
        <Form
          op={introduceFromFood}
          mints="id"
          also={{ giving_id: giving.id }}
          initial={{ way: 'spoken' }}
          submit={m.food_introduce_submit()}
          done={({ secret_receipt }) => {
            done(secret_receipt);
            return revalidator.revalidate();
          }}
        >
          {giving.people_named.length > 0 && (
            <SelectField
              name="guest_id"
              label={m.food_label_guest()}
              emptyLabel={m.food_guest_none()}
              choices={giving.people_named.map((one) => ({ value: one.guest_id, label: one.name }))}
            />
          )}
          <TextField name="name" label={m.food_label_person()} required maxLength={60} />
          <TextField name="phone" label={m.food_label_phone()} maxLength={30} />
          <TextField
            name="reaching"
            label={m.food_label_reaching()}
            hint={m.food_hint_reaching()}
            width="full"
            maxLength={200}
          />
          <TextArea
            name="words"
            label={m.food_label_person_words()}
            hint={m.food_hint_person_words()}
            required
            rows={4}
            maxLength={1000}
          />
          <SelectField
            name="window_id"
            label={m.food_label_window()}
            required
            choices={giving.windows.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <RadioGroup
            name="way"
            label={m.food_label_consent_way()}
            required
            inline
            choices={consentWays.map((value) => ({ value, label: consentWayWords[value]() }))}
          />
          <Checkbox name="agreed" label={m.food_label_agreed()} />
        </Form>
      </div>
    </details>
  );
}
