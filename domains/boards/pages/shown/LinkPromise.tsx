import { Folded } from '#domains/cases/pages/shown/Folded.tsx';
import * as m from '#messages';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { type BoardPromise, linkToMeasure } from '../../api.ts';
import type { Choices } from './choices.ts';

/** The coordinator's click: a promise the city may read is a step of a measure. Nobody at the table has to know the plan. */
export function LinkPromise({
  promises,
  measures,
}: {
  promises: readonly BoardPromise[];
  measures: Choices;
}) {
  const coordinates = useMe().current?.role === 'community_coordinator';
  const known = promises.filter(({ shown }) => shown === 'city' || shown === 'public');
  if (!coordinates || known.length === 0) return null;
  return (
    <Folded summary={m.boards_link_summary()}>
      <Form op={linkToMeasure} mints="id" submit={m.boards_link_submit()} doneSays={m.boards_link_done()}>
        <SelectField
          name="promise_id"
          label={m.boards_label_promise()}
          required
          width="full"
          choices={known.map(({ id, what }) => ({ value: id, label: what.split('\n')[0] ?? '' }))}
        />
        <SelectField
          name="measure_id"
          label={m.boards_label_measure()}
          required
          width="full"
          choices={measures}
        />
        <TextField name="words" label={m.boards_label_link_words()} width="full" maxLength={300} />
      </Form>
    </Folded>
  );
}
