import { useLoaderData, useNavigate } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import { choicesOn } from '#domains/codes/model.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox, CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { listFoodDonors, readFoodStock, receiveFood } from '../api.ts';
import { dateKinds, dateKindWords, passings, passingWords, storages, storageWords } from '../model.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [{ id, name }, { donors }, { entries }] = await Promise.all([
    call(readFoodStock, { id: partOf(args, 'id') }, options),
    call(listFoodDonors, { limit: 200 }, options),
    call(listCodes, { list: 'allergen' }, options),
  ]);
  return { id, name, donors, entries };
}

/** 受入: what the label and the donor say of one lot. */
export function Component() {
  const { id, name, donors, entries } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.food_receive_title()}
        lead={m.food_receive_lead()}
        trail={[
          { label: m.food_title(), to: '/food' },
          { label: name, to: `/places/${id}/food` },
        ]}
      />
      <Form
        op={receiveFood}
        keeps
        mints="id"
        also={{ place_id: id }}
        initial={{ received_on: today, date_kind: 'best_before', storage: 'room', passing: 'free' }}
        submit={m.food_receive_submit()}
        beside={
          <ButtonLink look="text" to={`/places/${id}/food`}>
            {m.food_back()}
          </ButtonLink>
        }
        done={(lot) => navigate(`/food-lots/${lot.id}`, saying(m.food_received()))}
      >
        <DateField name="received_on" label={m.food_label_received_on()} required max={today} />
        <SelectField
          name="donor_id"
          label={m.food_label_donor()}
          emptyLabel={m.food_donor_unknown()}
          choices={donors.map((one) => ({ value: one.id, label: one.name }))}
        />
        <TextField
          name="what"
          label={m.food_label_what()}
          hint={m.food_hint_what()}
          required
          maxLength={100}
        />
        <NumberField name="amount" label={m.food_label_amount()} required decimals />
        <TextField
          name="unit"
          label={m.food_label_unit()}
          hint={m.food_hint_unit()}
          required
          maxLength={20}
        />
        <NumberField name="unit_grams" label={m.food_label_grams()} unit="g" />
        <RadioGroup
          name="date_kind"
          label={m.food_label_date_kind()}
          required
          inline
          choices={dateKinds.map((value) => ({ value, label: dateKindWords[value]() }))}
        />
        <DateField name="good_until" label={m.food_label_good_until()} />
        <RadioGroup
          name="storage"
          label={m.food_label_storage()}
          required
          inline
          choices={storages.map((value) => ({ value, label: storageWords[value]() }))}
        />
        <Checkbox name="allergens_known" label={m.food_label_allergens_known()} />
        <CheckboxGroup
          name="allergens"
          label={m.food_label_allergens()}
          hint={m.food_hint_allergens()}
          inline
          choices={choicesOn(entries, 'allergen', today)}
        />
        <TextField name="maker" label={m.food_label_maker()} maxLength={100} />
        <TextField name="label_mark" label={m.food_label_mark()} hint={m.food_hint_mark()} maxLength={100} />
        <RadioGroup
          name="passing"
          label={m.food_label_passing()}
          required
          choices={passings.map((value) => ({ value, label: passingWords[value]() }))}
        />
        <TextArea name="conditions" label={m.food_label_conditions()} rows={2} maxLength={500} />
      </Form>
    </>
  );
}
