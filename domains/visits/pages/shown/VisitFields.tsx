import type { Duty } from '#domains/escalations/pages/shown/DutyNow.tsx';
import * as m from '#messages';
import { type Day, fiscalYearOf } from '#platform/calendar.ts';
import type { Typed } from '#ui/Form/read-typed.ts';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TimeField } from '#ui/fields/TimeField.tsx';
import { useMe } from '#ui/me.ts';
import {
  channels,
  channelWords,
  conditions,
  conditionWords,
  contacts,
  contactWords,
  nextSteps,
  nextStepWords,
} from '../../model.ts';
import { AlarmNotice } from './AlarmNotice.tsx';
import { partWords } from './wording.ts';

/** The choice that says nothing, so that an answer can be taken back. */
const open = '';

interface VisitFieldsProps {
  typed: Typed;
  /** The last day a visit can have been on. */
  lastDay: Day;
  /** Whom to call at this hour, where something is being recorded. */
  duty?: Duty | undefined;
}

/** What a visit says. An 異変 begins with whom to call. */
export function VisitFields({ typed, lastDay, duty }: VisitFieldsProps) {
  return (
    <>
      {typed.condition === 'alarm' && <AlarmNotice duty={duty} />}
      <DateField name="visited_on" label={partWords.visited_on()} required max={lastDay} />
      <RadioGroup
        name="channel"
        label={partWords.channel()}
        required
        inline
        choices={channels.map((value) => ({ value, label: channelWords[value]() }))}
      />
      <RadioGroup
        name="contact"
        label={partWords.contact()}
        required
        inline
        choices={contacts.map((value) => ({ value, label: contactWords[value]() }))}
      />
      <RadioGroup
        name="condition"
        label={partWords.condition()}
        inline
        choices={[
          ...conditions.map((value) => ({ value, label: conditionWords[value]() })),
          { value: open, label: m.visits_not_given() },
        ]}
      />
      <SelectField
        name="next_step"
        label={partWords.next_step()}
        emptyLabel={m.visits_not_given()}
        choices={nextSteps.map((value) => ({ value, label: nextStepWords[value]() }))}
      />
      <TextArea name="note" label={partWords.note()} hint={m.visits_hint_note()} rows={3} maxLength={2000} />
      <div className="flex flex-wrap gap-6">
        <TimeField name="visited_at" label={partWords.visited_at()} />
        <NumberField name="minutes" label={partWords.minutes()} unit={m.visits_unit_minutes()} />
      </div>
    </>
  );
}

/** The day that is typed; until there is one, the day it most likely will be. */
export function dayOf({ visited_on }: Typed, otherwise: Day): Day {
  return typeof visited_on === 'string' ? visited_on : otherwise;
}

/** Asked for only where a year that may be fixed is written into. */
export function LateReason({ typed }: { typed: Typed }) {
  const { today } = useMe();
  if (fiscalYearOf(dayOf(typed, today)) >= fiscalYearOf(today)) return null;
  return (
    <TextArea
      name="late_reason"
      label={m.visits_label_late_reason()}
      hint={m.visits_hint_late_reason()}
      rows={2}
      maxLength={500}
    />
  );
}
