import * as m from '#messages';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { type BoardPromise, tellOutcome } from '../../api.ts';
import { isOpen, outcomes, outcomeWords } from '../../model.ts';

/** その後: what became of a promise, told at a meeting or in between. */
export function TellOutcome({ promises, meeting }: { promises: readonly BoardPromise[]; meeting?: string }) {
  return (
    <Form
      op={tellOutcome}
      mints="id"
      also={meeting ? { meeting_id: meeting } : {}}
      submit={m.boards_outcome_submit()}
      doneSays={m.boards_outcome_done_says()}
    >
      {(typed) => (
        <>
          <SelectField
            name="promise_id"
            label={m.boards_label_promise()}
            required
            width="full"
            choices={promises.map(({ id, what }) => ({ value: id, label: what.split('\n')[0] ?? '' }))}
          />
          <RadioGroup
            name="outcome"
            label={m.boards_label_outcome()}
            required
            inline
            choices={outcomes.map((value) => ({ value, label: outcomeWords[value]() }))}
          />
          <TextArea
            name="words"
            label={m.boards_label_outcome_words()}
            hint={m.boards_hint_outcome_words()}
            rows={2}
            maxLength={1000}
          />
          {isOpen(outcomes.find((one) => one === typed.outcome) ?? null) && (
            <DateField name="until_on" label={m.boards_label_new_until()} hint={m.boards_hint_until()} />
          )}
        </>
      )}
    </Form>
  );
}
