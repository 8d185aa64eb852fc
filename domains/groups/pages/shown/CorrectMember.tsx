import { useNavigate } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { correctGroupMember } from '../../api.ts';
import type { ListedMember } from '../GroupMembers.tsx';

/** Number, name and last day of one member. */
export function CorrectMember({ member, back }: { member: ListedMember; back: string }) {
  const navigate = useNavigate();
  const { id, number, name, kana, ends_on } = member;
  return (
    <Section heading={m.groups_correct_heading({ name })}>
      <Form
        op={correctGroupMember}
        also={{ id }}
        initial={{ number, name, kana, ...(ends_on && { ends_on }) }}
        submit={m.groups_correct_submit()}
        beside={
          <ButtonLink look="text" to={back}>
            {m.groups_leave()}
          </ButtonLink>
        }
        done={() => navigate(back, saying(m.groups_correct_done()))}
      >
        <NumberField name="number" label={m.groups_label_number()} required />
        <TextField name="name" label={m.groups_label_name()} required maxLength={100} />
        <TextField name="kana" label={m.groups_label_kana()} required maxLength={100} />
        <DateField name="ends_on" label={m.groups_label_ends_on()} />
      </Form>
    </Section>
  );
}
