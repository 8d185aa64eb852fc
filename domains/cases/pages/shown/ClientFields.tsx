import * as m from '#messages';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { sexes, sexWords } from '../../client-model.ts';

/** Who it is; a name may come later. */
export function IdentityFields() {
  const { today } = useMe();
  return (
    <>
      <TextField name="name" label={m.cases_label_name()} hint={m.cases_hint_name()} maxLength={60} />
      <TextField name="kana" label={m.cases_label_kana()} maxLength={60} />
      <TextField name="called" label={m.cases_label_called()} hint={m.cases_hint_called()} maxLength={60} />
      <DateField name="born_on" label={m.cases_label_born_on()} max={today} />
      <TextField
        name="born_about"
        label={m.cases_label_born_about()}
        hint={m.cases_hint_born_about()}
        width="short"
      />
      <RadioGroup
        name="sex"
        label={m.cases_label_sex()}
        inline
        choices={sexes.map((value) => ({ value, label: sexWords[value]() }))}
      />
    </>
  );
}

/** How the person is reached. */
export function ContactFields() {
  const { districts } = useMe();
  return (
    <>
      <TextField name="address" label={m.cases_label_address()} maxLength={200} />
      <SelectField
        name="district_id"
        label={m.cases_label_district()}
        emptyLabel={m.cases_choose_unknown()}
        choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="phone" label={m.cases_label_phone()} type="tel" width="short" />
      <TextField name="mobile" label={m.cases_label_mobile()} type="tel" width="short" />
      <TextField name="email" label={m.cases_label_email()} type="email" />
      <TextField name="reaching" label={m.cases_label_reaching()} hint={m.cases_hint_reaching()} />
    </>
  );
}
