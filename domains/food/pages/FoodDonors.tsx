import { Link, useLoaderData } from 'react-router';
import { listPlaces } from '#domains/places/api.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listFoodDonors, writeFoodDonor } from '../api.ts';
import { donorKindWords } from '../model.ts';
import { DonorFields } from './shown/DonorFields.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const asked = queryOf(args) as InputOf<typeof listFoodDonors>;
  const [found, { places }] = await Promise.all([
    call(listFoodDonors, asked, options),
    call(listPlaces, { limit: 100 }, options),
  ]);
  return { ...found, places };
}
type Donor = Awaited<ReturnType<typeof loader>>['donors'][number];

/** 寄付する人・団体: who gives, and on which terms. */
export function Component() {
  const { donors, next, places } = useLoaderData<typeof loader>();
  const host = useMe().current?.role === 'place_host';
  return (
    <>
      <PageHeader
        title={m.food_donors_title()}
        lead={m.food_donors_lead()}
        trail={[{ label: m.food_title(), to: '/food' }]}
      />
      <DataTable
        caption={m.food_donors_caption()}
        rows={donors}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: m.food_donors_none() }}
      />
      <Pagination next={next} />
      <Section heading={m.food_donor_write()}>
        <Form op={writeFoodDonor} mints="id" submit={m.food_submit()} doneSays={m.food_donor_written()}>
          {host && (
            <SelectField
              name="place_id"
              label={m.food_label_place()}
              required
              choices={places.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <DonorFields />
        </Form>
      </Section>
    </>
  );
}

const columns: Column<Donor>[] = [
  {
    key: 'name',
    heading: m.food_label_donor_name(),
    value: ({ name }) => name,
    cell: ({ id, name, own }) => (own ? <Link to={`/food-donors/${id}`}>{name}</Link> : name),
    order: ({ kana }) => kana,
  },
  { key: 'kind', heading: m.food_label_donor_kind(), value: ({ kind }) => donorKindWords[kind]() },
  { key: 'contact', heading: m.food_label_contact(), value: ({ contact }) => contact },
  { key: 'conditions', heading: m.food_label_conditions(), value: ({ conditions }) => conditions },
  {
    key: 'agreed',
    heading: m.food_label_donor_agreed(),
    value: ({ agreed_on }) => agreed_on && formatDay(agreed_on),
    order: ({ agreed_on }) => agreed_on,
  },
  {
    key: 'whose',
    heading: m.food_label_whose(),
    value: ({ place_name }) => place_name ?? m.food_donor_of_network(),
  },
];
