import { listCodes } from '#domains/codes/api.ts';
import { choicesOn } from '#domains/codes/model.ts';
import { listDistricts } from '#domains/districts/api.ts';
import { listBodies } from '#domains/parties/api.ts';
import { weekdays } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import { Checkbox, CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { TimeField } from '#ui/fields/TimeField.tsx';
import { useMe } from '#ui/me.ts';
import type { PageArgs } from '#ui/page.ts';
import { readPlaceMap } from '../../api.ts';
import {
  entries,
  entryWords,
  shownParts,
  shownPartWords,
  willingnesses,
  willingnessWords,
} from '../../model.ts';
import { PlaceMap } from './PlaceMap.tsx';

/** How many rules of when a place is open the form has room for. */
const ruleRoom = [0, 1, 2];

/** What the fields of a place choose from. */
export async function loadPlaceChoices({ request }: PageArgs) {
  const options = { signal: request.signal };
  const [{ districts }, { bodies }, access, languages, map] = await Promise.all([
    call(listDistricts, {}, options),
    call(listBodies, {}, options),
    call(listCodes, { list: 'place_access' }, options),
    call(listCodes, { list: 'place_language' }, options),
    call(readPlaceMap, {}, options),
  ]);
  return { districts, bodies, codes: [...access.entries, ...languages.entries], map };
}

export function weekdayChoices() {
  const signs = [...m.wishes_weekdays()];
  return weekdays.map((day) => ({ value: String(day), label: signs[day - 1] ?? '' }));
}

/** Everything that is said of a place. */
export function PlaceFields({ districts, bodies, codes, map }: Awaited<ReturnType<typeof loadPlaceChoices>>) {
  const { today } = useMe();
  return (
    <>
      <Heading>{m.places_group_basic()}</Heading>
      <TextField name="name" label={m.places_label_name()} required maxLength={100} />
      <TextField name="kana" label={m.places_label_kana()} required />
      <TextArea
        name="what"
        label={m.places_label_what()}
        hint={m.places_hint_what()}
        required
        rows={3}
        maxLength={500}
      />
      <TextField name="for_whom" label={m.places_label_for_whom()} width="full" maxLength={200} />
      <TextField
        name="run_by"
        label={m.places_label_run_by()}
        hint={m.places_hint_run_by()}
        width="full"
        maxLength={200}
      />
      <SelectField
        name="body_id"
        label={m.places_label_body()}
        emptyLabel={m.places_no_body()}
        choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Heading>{m.places_group_when()}</Heading>
      <SelectField
        name="district_id"
        label={m.places_label_district()}
        emptyLabel={m.places_no_district()}
        choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="address" label={m.places_label_address()} width="full" maxLength={200} />
      {ruleRoom.map((i) => (
        <fieldset key={i} className="grid gap-3 rounded-8 border border-solid-gray-300 p-4">
          <legend className="px-1">{m.places_label_times({ n: i + 1 })}</legend>
          <SelectField
            name={`times.${i}.pattern`}
            label={m.places_label_pattern()}
            emptyLabel={m.places_pattern_none()}
            choices={[
              { value: 'weekly', label: m.places_pattern_weekly() },
              { value: 'monthly', label: m.places_pattern_monthly() },
            ]}
          />
          <SelectField
            name={`times.${i}.weekday`}
            label={m.places_label_weekday()}
            choices={weekdayChoices()}
          />
          <CheckboxGroup
            name={`times.${i}.nth`}
            label={m.places_label_nth()}
            inline
            choices={['1', '2', '3', '4', '5'].map((n) => ({ value: n, label: m.places_nth({ n }) }))}
          />
          <div className="flex flex-wrap gap-4">
            <TimeField name={`times.${i}.from`} label={m.places_label_from()} />
            <TimeField name={`times.${i}.until`} label={m.places_label_until()} />
          </div>
        </fieldset>
      ))}
      <TextField
        name="times_words"
        label={m.places_label_times_words()}
        hint={m.places_hint_times_words()}
        width="full"
        maxLength={200}
      />
      <Heading>{m.places_group_how()}</Heading>
      <RadioGroup
        name="entry"
        label={m.places_label_entry()}
        required
        choices={entries.map((value) => ({ value, label: entryWords[value]() }))}
      />
      <Checkbox name="newcomers" label={m.places_label_newcomers()} />
      <TextField name="cost" label={m.places_label_cost()} width="full" maxLength={200} />
      <CheckboxGroup
        name="access"
        label={m.places_label_access()}
        inline
        choices={choicesOn(codes, 'place_access', today)}
      />
      <TextField name="access_words" label={m.places_label_access_words()} width="full" maxLength={200} />
      <CheckboxGroup
        name="languages"
        label={m.places_label_languages()}
        inline
        choices={choicesOn(codes, 'place_language', today)}
      />
      <TextField name="child_care" label={m.places_label_child_care()} width="full" maxLength={200} />
      <TextField name="public_contact" label={m.places_label_public_contact()} width="full" maxLength={200} />
      <Heading>{m.places_group_inside()}</Heading>
      <CheckboxGroup
        name="shown"
        label={m.places_label_shown()}
        hint={m.places_hint_shown()}
        choices={shownParts.map((value) => ({ value, label: shownPartWords[value]() }))}
      />
      <TextField
        name="contact"
        label={m.places_label_contact()}
        hint={m.places_hint_contact()}
        width="full"
        maxLength={200}
      />
      <TextArea name="remarks" label={m.places_label_remarks()} rows={2} maxLength={1000} />
      {map.shown && <PlaceMap amid={map.amid} />}
      <NumberField name="latitude" label={m.places_label_latitude()} decimals />
      <NumberField name="longitude" label={m.places_label_longitude()} decimals />
      <TextField
        name="confirmed_with"
        label={m.places_label_confirmed_with()}
        hint={m.places_hint_confirmed_with()}
        maxLength={60}
      />
      <Heading>{m.places_group_join()}</Heading>
      <SelectField
        name="welcomes"
        label={m.places_label_welcomes()}
        required
        choices={willingnesses.map((value) => ({ value, label: willingnessWords[value]() }))}
      />
      <NumberField name="how_many" label={m.places_label_how_many()} />
      <TextArea name="conditions" label={m.places_label_conditions()} rows={2} maxLength={500} />
    </>
  );
}

function Heading({ children }: { children: string }) {
  return <h2 className="mt-6 text-std-20B-150">{children}</h2>;
}
