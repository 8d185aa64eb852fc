import { useNavigate } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { passLetterOn, type readLetter } from '../../api.ts';
import { groundOf } from '../../model.ts';

/** A letter that another window would answer better goes there, with a word to the colleagues. */
export function PassOn({ letter }: { letter: OutputOf<typeof readLetter> }) {
  const navigate = useNavigate();
  const { id, receivers } = letter;
  return (
    <Section heading={m.letters_pass_on()}>
      {receivers.length === 0 ? (
        <p>{m.letters_pass_on_nowhere()}</p>
      ) : (
        <>
          <p className="mb-4">{m.letters_pass_on_lead()}</p>
          <Form
            op={passLetterOn}
            keeps
            mints="id"
            also={{ letter_id: id }}
            submit={m.letters_pass_on()}
            done={() => navigate('/letters', saying(m.letters_pass_on_done()))}
          >
            <SelectField
              name="to_id"
              label={m.letters_label_receiver()}
              required
              width="full"
              choices={receivers.map(({ id: value, name }) => ({ value, label: name }))}
            />
            <TextArea
              name="words"
              label={m.letters_label_pass_words()}
              hint={m.letters_hint_pass_words()}
              required
              rows={2}
              maxLength={500}
            />
            {groundOf(letter) === null && <Checkbox name="asked" label={m.letters_label_asked()} required />}
          </Form>
        </>
      )}
    </Section>
  );
}
