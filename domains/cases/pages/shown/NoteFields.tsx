import { type CodeEntry, choicesOn } from '#domains/codes/model.ts';
import * as m from '#messages';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { TimeField } from '#ui/fields/TimeField.tsx';
import { useMe } from '#ui/me.ts';
import { noteOutcomes, noteOutcomeWords } from '../../note-model.ts';

interface NoteFieldsProps {
  /** The town's lists. */
  entries: readonly CodeEntry[];
  typed: Readonly<Record<string, unknown>>;
}

/** 支援経過（入力）: the fields of a note. An attempt needs no words; what is chosen from is what the lists offer on the note's day. */
export function NoteFields({ entries, typed }: NoteFieldsProps) {
  const { today } = useMe();
  const day = String(typed.noted_on ?? today);
  return (
    <>
      <DateField name="noted_on" label={m.cases_label_noted_day()} required max={today} />
      <TimeField name="at_time" label={m.cases_label_time()} />
      <RadioGroup
        name="way"
        label={m.cases_label_way()}
        required
        inline
        choices={choicesOn(entries, 'way', day)}
      />
      <RadioGroup
        name="with_whom"
        label={m.cases_label_with()}
        required
        inline
        choices={choicesOn(entries, 'with_whom', day)}
      />
      <RadioGroup
        name="outcome"
        label={m.cases_label_outcome()}
        hint={m.cases_outcome_hint()}
        required
        choices={noteOutcomes.map((value) => ({ value, label: noteOutcomeWords[value]() }))}
      />
      <TextArea
        name="words"
        label={m.cases_label_words()}
        hint={m.cases_words_hint()}
        rows={6}
        maxLength={4000}
      />
      <TextArea name="judgement" label={m.cases_label_judgement()} rows={3} maxLength={2000} />
      <TextField name="next_plan" label={m.cases_label_next()} width="full" maxLength={500} />
      <DateField name="next_on" label={m.cases_label_next_on()} />
    </>
  );
}
