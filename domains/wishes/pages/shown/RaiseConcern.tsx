import { useNavigate } from 'react-router';
import * as m from '#messages';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { raiseConcern } from '../../concern-api.ts';
import { ConcernFields, usualHours } from './ConcernFields.tsx';

/** Somebody may not be safe: a match that it is about stops at once, and somebody has to take it up. */
export function RaiseConcern({
  parties,
  match,
}: {
  parties: readonly { id: string; name: string }[];
  /** Left out: it is about no match. */
  match?: string;
}) {
  const navigate = useNavigate();
  return (
    <Section heading={m.wishes_concern_raise_summary()}>
      <p>{match ? m.wishes_concern_lead() : m.wishes_concern_lead_of_one()}</p>
      <Form
        op={raiseConcern}
        mints="id"
        also={match ? { match_id: match } : {}}
        initial={{ ...usualHours, ...(parties.length === 1 ? { participant_id: parties[0]?.id ?? '' } : {}) }}
        submit={match ? m.wishes_concern_submit() : m.wishes_concern_submit_of_one()}
        done={() => navigate('/safeguarding-concerns', saying(m.wishes_concern_raised()))}
      >
        <SelectField
          name="participant_id"
          label={m.wishes_label_concern_who()}
          required
          emptyLabel={m.wishes_choose_participant()}
          choices={parties.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ConcernFields />
      </Form>
    </Section>
  );
}
