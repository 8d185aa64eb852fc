import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { addMember, endMember } from '../api.ts';
import { leavings, leavingWords, relationWords } from '../model.ts';
import { type Opened, openHousehold } from './shown/opened.ts';
import { PartHeader } from './shown/PartHeader.tsx';
import { PersonFields } from './shown/PersonFields.tsx';
import { WhereAllowed } from './shown/WhereAllowed.tsx';
import { writeSpan } from './shown/wording.ts';

export { openHousehold as loader };

/** The people of a household: who lives there, who came, who left and why. */
export function Component() {
  const household = useLoaderData<typeof openHousehold>();
  return (
    <>
      <PartHeader household={household} part={m.parties_people()} lead={m.parties_people_lead()} />
      <Section heading={m.parties_people()}>
        <PeopleTable household={household} />
      </Section>
      <WhereAllowed act="people" household={household}>
        <AddMember household={household} />
        <EndMember household={household} />
      </WhereAllowed>
    </>
  );
}

function PeopleTable({ household }: { household: Opened }) {
  return (
    <DataTable
      caption={m.parties_part_title({ name: household.name, part: m.parties_people() })}
      rows={household.members}
      rowKey={({ id }) => id}
      empty={{ says: m.parties_people_none() }}
      columns={[
        {
          key: 'name',
          heading: m.parties_person_name(),
          value: ({ name }) => name,
          order: ({ kana }) => kana,
        },
        { key: 'kana', heading: m.parties_export_kana(), value: ({ kana }) => kana },
        {
          key: 'relation',
          heading: m.parties_relation(),
          value: ({ relation }) => relation && relationWords[relation](),
        },
        {
          key: 'span',
          heading: m.parties_span_head(),
          value: writeSpan,
          order: ({ starts_on }) => starts_on,
        },
        {
          key: 'why',
          heading: m.parties_why_left(),
          value: ({ why_left }) => why_left && leavingWords[why_left](),
        },
      ]}
    />
  );
}

function AddMember({ household: { id } }: { household: Opened }) {
  const { today } = useMe();
  return (
    <Section heading={m.parties_add_member_summary()}>
      <Form
        op={addMember}
        mints="id"
        also={{ household_id: id }}
        initial={{ starts_on: today }}
        submit={m.parties_add_member()}
        doneSays={m.parties_member_added()}
      >
        <PersonFields />
        <DateField name="starts_on" label={m.parties_since()} max={today} />
      </Form>
    </Section>
  );
}

function EndMember({ household: { id: household, members } }: { household: Opened }) {
  const navigate = useNavigate();
  const { today } = useMe();
  const present = members.filter(({ ends_on }) => ends_on === null);
  if (present.length === 0) return null;
  return (
    <Section heading={m.parties_end_member_summary()}>
      <Form
        op={endMember}
        initial={{ ends_on: today }}
        submit={m.parties_end_member()}
        done={() => navigate(`/households/${household}/people`, saying(m.parties_member_ended()))}
      >
        <RadioGroup
          name="id"
          label={m.parties_who_left()}
          required
          choices={present.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField name="ends_on" label={m.parties_left_on()} required max={today} />
        <RadioGroup
          name="why"
          label={m.parties_why_left()}
          required
          choices={leavings.map((value) => ({ value, label: leavingWords[value]() }))}
        />
      </Form>
    </Section>
  );
}
