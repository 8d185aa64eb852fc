import { listDistricts } from '#domains/districts/api.ts';
import { listBodies } from '#domains/parties/api.ts';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import type { PageArgs } from '#ui/page.ts';

/** What the fields of a place choose from. */
export async function loadPlaceChoices(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [{ districts }, { bodies }] = await Promise.all([
    call(listDistricts, {}, options),
    call(listBodies, {}, options),
  ]);
  return { districts, bodies: bodies.filter(({ kind }) => kind !== 'district_council') };
}

/** What is said of a place that welcomes. */
export function PlaceFields({ districts, bodies }: Awaited<ReturnType<typeof loadPlaceChoices>>) {
  return (
    <>
      <TextField name="name" label={m.cases_place_label_name()} required maxLength={100} />
      <TextField name="kana" label={m.cases_place_label_kana()} required />
      <TextArea
        name="what"
        label={m.cases_place_label_what()}
        hint={m.cases_place_hint_what()}
        required
        rows={3}
        maxLength={500}
      />
      <NumberField name="how_many" label={m.cases_place_label_how_many()} />
      <TextArea
        name="conditions"
        label={m.cases_place_label_conditions()}
        hint={m.cases_place_hint_conditions()}
        rows={2}
        maxLength={500}
      />
      <TextField name="contact" label={m.cases_place_label_contact()} width="full" maxLength={200} />
      <SelectField
        name="district_id"
        label={m.cases_place_label_district()}
        emptyLabel={m.wishes_no_district()}
        choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="body_id"
        label={m.cases_place_label_body()}
        hint={m.cases_place_hint_body()}
        emptyLabel={m.cases_place_no_body()}
        choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}
