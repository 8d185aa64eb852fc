import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { addDays, formatDay } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { joinFoodNetwork, leaveFoodNetwork, listFoodNetwork, listFoodRecalls } from '../api.ts';
import { storages, storageWords, transports, transportWords } from '../model.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [network, { recalls }] = await Promise.all([
    call(listFoodNetwork, {}, options),
    call(listFoodRecalls, {}, options),
  ]);
  return { ...network, recalls };
}
type Member = Awaited<ReturnType<typeof loader>>['members'][number];

/** 食料: what waits to be answered, the own places first, then the others of the network. */
export function Component() {
  const { members, others, recalls } = useLoaderData<typeof loader>();
  const coordinates = useMe().current?.role === 'community_coordinator';
  const open = recalls.filter((one) => one.unanswered > 0);
  return (
    <>
      <PageHeader
        title={m.food_title()}
        lead={m.food_lead()}
        actions={
          <>
            <ButtonLink to="/food-notices">{m.food_notices_title()}</ButtonLink>
            <ButtonLink to="/food-lots">{m.food_lots_title()}</ButtonLink>
            <ButtonLink to="/food-donors">{m.food_donors_title()}</ButtonLink>
            <ButtonLink to="/food-recalls">{m.food_recalls_title()}</ButtonLink>
            <ButtonLink to="/food-figures">{m.food_figures_title()}</ButtonLink>
          </>
        }
      />
      {open.map(({ id, title, unanswered }) => (
        <div key={id} className="mb-4">
          <Notice tone="warning">
            {m.food_recall_waits({ title, n: unanswered })}{' '}
            <Link to={`/food-recalls/${id}`}>{m.food_recall_open()}</Link>
          </Notice>
        </div>
      ))}
      <DataTable
        caption={m.food_network_caption()}
        rows={members.toSorted((a, b) => Number(b.kept) - Number(a.kept))}
        rowKey={({ place_id }) => place_id}
        columns={coordinates ? [...columns, leaving] : columns}
        empty={{ says: coordinates ? m.food_network_none() : m.food_network_none_host() }}
      />
      {coordinates && <Join others={others} members={members} />}
    </>
  );
}

const columns: Column<Member>[] = [
  {
    key: 'name',
    heading: m.food_label_place(),
    value: ({ name }) => name,
    cell: ({ kept, place_id, name }) => (kept ? <Link to={`/places/${place_id}/food`}>{name}</Link> : name),
  },
  { key: 'district', heading: m.food_label_district(), value: ({ district_name }) => district_name },
  {
    key: 'storage',
    heading: m.food_column_storages(),
    value: ({ storage }) => storage.map((one) => storageWords[one]()).join(m.food_between()),
  },
  {
    key: 'transport',
    heading: m.food_label_transport(),
    value: ({ transport }) => transportWords[transport](),
  },
  {
    key: 'households',
    heading: m.food_column_usual(),
    value: ({ households }) => (households === null ? null : m.food_households_n({ n: households })),
    order: ({ households }) => households,
  },
  {
    key: 'renew',
    heading: m.food_label_renew(),
    value: ({ renew_on }) => formatDay(renew_on),
    order: ({ renew_on }) => renew_on,
  },
];
const leaving: Column<Member> = {
  key: 'act',
  heading: m.food_label_act(),
  value: () => null,
  cell: ({ kept, place_id }) =>
    kept && (
      <CommandButton op={leaveFoodNetwork} input={{ place_id }}>
        {m.food_leave()}
      </CommandButton>
    ),
};

interface JoinProps {
  others: readonly { id: string; name: string }[];
  members: readonly Member[];
}

/** What a place agrees to; a place that takes part already agrees anew. */
function Join({ others, members }: JoinProps) {
  const { today } = useMe();
  const again = members.filter(({ kept }) => kept).map(({ place_id, name }) => ({ id: place_id, name }));
  return (
    <Section heading={m.food_join_title()}>
      <p className="max-w-176">{m.food_join_lead()}</p>
      <Form
        op={joinFoodNetwork}
        mints="id"
        initial={{ agreed_on: today, renew_on: addDays(today, 365), storage: ['room'], transport: 'fetches' }}
        submit={m.food_join_submit()}
        doneSays={m.food_joined()}
      >
        <SelectField
          name="place_id"
          label={m.food_label_place()}
          required
          choices={[...others, ...again].map(({ id, name }) => ({ value: id, label: name }))}
        />
        <CheckboxGroup
          name="storage"
          label={m.food_label_storages()}
          required
          inline
          choices={storages.map((value) => ({ value, label: storageWords[value]() }))}
        />
        <RadioGroup
          name="transport"
          label={m.food_label_transport()}
          required
          inline
          choices={transports.map((value) => ({ value, label: transportWords[value]() }))}
        />
        <NumberField name="households" label={m.food_label_usual()} unit={m.food_unit_households()} />
        <TextArea
          name="care_words"
          label={m.food_label_care()}
          hint={m.food_hint_care()}
          rows={3}
          maxLength={500}
        />
        <DateField name="agreed_on" label={m.food_label_agreed_on()} required />
        <DateField name="renew_on" label={m.food_label_renew()} required />
      </Form>
    </Section>
  );
}
