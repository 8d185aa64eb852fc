import { useContext } from 'react';
import { type CodeEntry, choicesOn, codeListWords } from '#domains/codes/model.ts';
import type { Answers, Item } from '#domains/items/model.ts';
import { ItemFields } from '#domains/items/pages/shown/ItemFields.tsx';
import * as m from '#messages';
import type { Typed } from '#ui/Form/read-typed.ts';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { FieldSurroundingsContext } from '#ui/fields/use-field.ts';
import { useMe } from '#ui/me.ts';
import { consentStates, consentStateWords, matters } from '../../intake-model.ts';
import { ContactFields, IdentityFields } from './ClientFields.tsx';

interface IntakeFieldsProps {
  entries: readonly CodeEntry[];
  /** The town's own items of first words. */
  items: readonly Item[];
  /** What it answers to them already. */
  before?: Answers;
  typed: Typed;
  /** What is shown of who it is: all, or, for somebody who is known, nothing. */
  person: boolean;
  /** Only its keepers see how a protected person is reached. */
  reached: boolean;
}

/** 相談受付・申込票, in the order in which it is told: what one would like, what hurts, who it is. Nothing has to be filled in. */
export function IntakeFields({ entries, items, before, typed, person, reached }: IntakeFieldsProps) {
  const { today } = useMe();
  const day = typeof typed.received_on === 'string' ? typed.received_on : today;
  const worries = choicesOn(entries, 'worry', day);
  const chosen = Array.isArray(typed.worries) ? typed.worries : [];
  return (
    <>
      <TextArea name="trouble" label={m.cases_label_trouble()} rows={4} maxLength={4000} />
      <TextArea
        name="wish"
        label={m.cases_label_wish()}
        hint={m.cases_hint_wish()}
        rows={3}
        maxLength={4000}
      />
      <CheckboxGroup name="worries" label={m.cases_label_worries()} choices={worries} inline />
      {chosen.length > 1 && (
        <CheckboxGroup
          name="worst"
          label={m.cases_label_worst()}
          choices={worries.filter(({ value }) => chosen.includes(value))}
          inline
        />
      )}
      {person && <IdentityFields />}
      {person && reached && <ContactFields />}
      <CircumstanceFields entries={entries} day={day} />
      <TextField name="caller_name" label={m.cases_label_caller_name()} hint={m.cases_hint_caller()} />
      <TextField name="caller_relation" label={m.cases_label_caller_relation()} />
      <TextField name="caller_phone" label={m.cases_label_caller_phone()} type="tel" width="short" />
      <RadioGroup
        name="channel"
        label={m.cases_label_channel()}
        inline
        choices={choicesOn(entries, 'intake_channel', day)}
      />
      <SelectField
        name="route"
        label={m.cases_label_route()}
        emptyLabel={m.cases_choose_unknown()}
        choices={choicesOn(entries, 'route', day)}
      />
      <TextField name="heard_of" label={m.cases_label_heard_of()} />
      <DateField name="received_on" label={m.cases_label_received_on()} max={today} />
      <RadioGroup
        name="consent"
        label={m.cases_label_consent()}
        hint={m.cases_hint_consent()}
        choices={consentStates.map((value) => ({ value, label: consentStateWords[value]() }))}
      />
      <TextField name="entered_for" label={m.cases_label_entered_for()} hint={m.cases_hint_entered_for()} />
      <ItemFields items={items} from={day} {...(before && { before })} byProxy />
    </>
  );
}

/** 仕事・住まい・健康保険・年金, folded until something of it was said: nobody is asked for it first. */
function CircumstanceFields({ entries, day }: Pick<IntakeFieldsProps, 'entries'> & { day: string }) {
  const surroundings = useContext(FieldSurroundingsContext);
  const open = matters.some((matter) => surroundings?.valueOf(matter) || surroundings?.errorOf(matter));
  return (
    <details open={open} className="rounded-8 border border-solid-gray-300 p-4">
      <summary className="cursor-pointer py-2 text-std-16B-170">{m.cases_circumstances()}</summary>
      <div className="mt-4 grid gap-6">
        {matters.map((matter) => (
          <SelectField
            key={matter}
            name={matter}
            label={codeListWords[matter]()}
            emptyLabel={m.cases_choose_not_asked()}
            choices={choicesOn(entries, matter, day)}
          />
        ))}
      </div>
    </details>
  );
}
