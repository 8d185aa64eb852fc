import { useNavigate } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { correctVisitorNumber } from '../../numbers-api.ts';
import type { Visitor } from '../VisitorNumbers.tsx';

/** Another number for one visitor, with the reason. */
export function CorrectNumber({ visitor, back }: { visitor: Visitor; back: string }) {
  const navigate = useNavigate();
  const { post_id, number, name } = visitor;
  return (
    <Section heading={m.ledgers_number_correct_heading({ name: name ?? m.ledgers_name_unknown() })}>
      <p>{m.ledgers_number_correct_lead()}</p>
      <Form
        op={correctVisitorNumber}
        also={{ post_id }}
        initial={{ number: number ?? '' }}
        submit={m.ledgers_number_correct_submit()}
        beside={
          <ButtonLink look="text" to={back}>
            {m.ledgers_number_correct_leave()}
          </ButtonLink>
        }
        done={() => navigate(back, saying(m.ledgers_number_correct_done()))}
      >
        <TextField name="number" label={m.ledgers_number_correct_label()} width="short" required />
        <TextField
          name="reason"
          label={m.ledgers_number_correct_reason()}
          hint={m.ledgers_number_correct_reason_hint()}
          width="full"
          required
        />
      </Form>
    </Section>
  );
}
