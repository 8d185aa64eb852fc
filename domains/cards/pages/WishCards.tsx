import { Link, useLoaderData, useNavigate } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import { listParticipants } from '#domains/wishes/api.ts';
import { mostListed, ParticipantPicker } from '#domains/wishes/pages/shown/ParticipantPicker.tsx';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { listWishCards, makeWishCard, type WishCard } from '../card-api.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const { participant, ...asked } = queryOf(args);
  const [cards, people, { districts }] = await Promise.all([
    call(listWishCards, asked as InputOf<typeof listWishCards>, options),
    call(listParticipants, { limit: mostListed }, options),
    call(listDistricts, {}, options),
  ]);
  return { ...cards, people, districts, participant };
}

/** 願いカード: those that were made, and a new one. */
export function Component() {
  const { cards, next, people, districts, participant } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.cards_title()}
        lead={m.cards_lead()}
        trail={[{ label: m.cards_notes_title(), to: '/wish-notes' }]}
      />
      <Section heading={m.cards_new()}>
        <p className="mb-4">{m.cards_new_lead()}</p>
        <Form
          op={makeWishCard}
          mints="id"
          initial={{ participant_id: participant, days: 60 }}
          submit={m.cards_new()}
          done={({ id }) => navigate(`/wish-cards/${id}`, saying(m.cards_made()))}
        >
          <ParticipantPicker
            name="participant_id"
            label={m.cards_label_participant()}
            first={people}
            emptyLabel={m.cards_anybody()}
          />
          <SelectField
            name="district_id"
            label={m.cards_label_district()}
            emptyLabel={m.cards_no_district()}
            choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField name="place" label={m.cards_label_place()} hint={m.cards_hint_place()} maxLength={100} />
          <NumberField name="days" label={m.cards_label_days()} hint={m.cards_hint_days()} />
        </Form>
      </Section>
      <DataTable
        caption={m.cards_list_summary()}
        rows={cards}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: m.cards_none() }}
      />
      <Pagination next={next} />
    </>
  );
}

/** Whose card it is: a participant's, or the place where anybody finds it. */
function writeWhose({ participant_name, district_name, place }: WishCard): string {
  return (
    participant_name ?? ([district_name, place].filter(Boolean).join(m.wishes_apart()) || m.cards_anybody())
  );
}

const columns: Column<WishCard>[] = [
  {
    key: 'for',
    heading: m.cards_label_for(),
    value: writeWhose,
    cell: (card) => <Link to={`/wish-cards/${card.id}`}>{writeWhose(card)}</Link>,
  },
  {
    key: 'made',
    heading: m.cards_label_made(),
    value: ({ made_on }) => formatDay(made_on),
    order: ({ made_on }) => made_on,
  },
  {
    key: 'until',
    heading: m.cards_label_until(),
    value: ({ expires_on }) => formatDay(expires_on),
    order: ({ expires_on }) => expires_on,
  },
  { key: 'notes', heading: m.cards_label_notes(), value: ({ notes }) => m.cards_n({ n: notes }) },
  {
    key: 'state',
    heading: m.cards_label_state(),
    value: ({ open }) => (open ? m.cards_open() : m.cards_over()),
  },
];
