import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay, formatInstant } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { closeFoodRecall, printFoodRecall, readFoodRecall } from '../api.ts';
import { RecallPlaces } from './shown/RecallPlaces.tsx';

type Recall = OutputOf<typeof readFoodRecall>;

export function loader(args: PageArgs) {
  return call(readFoodRecall, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** 回収: where the lots went, to how many households, whom the own places must reach, and what each place says. */
export function Component() {
  const recall = useLoaderData<typeof loader>();
  const { id, title, closed_words, closes, people } = recall;
  return (
    <>
      <PageHeader
        title={title}
        trail={[
          { label: m.food_title(), to: '/food' },
          { label: m.food_recalls_title(), to: '/food-recalls' },
        ]}
        actions={<DownloadLink href={hrefOf(printFoodRecall, { id })}>{m.food_recall_print()}</DownloadLink>}
      />
      <div className="mb-6">
        {closed_words !== null ? (
          <Notice tone="info">{m.food_recall_closed_notice({ words: closed_words })}</Notice>
        ) : (
          <Notice tone="warning" title={m.food_label_advice()}>
            {recall.advice}
          </Notice>
        )}
      </div>
      <DescriptionList items={factsOf(recall)} />
      <RecallPlaces recall={recall} />
      <Section heading={m.food_recall_people()}>
        <p className="max-w-176">{m.food_recall_people_lead()}</p>
        <DataTable
          caption={m.food_caption_recall_people()}
          rows={people}
          rowKey={(one) => `${one.guest_id} ${one.held_on}`}
          columns={personColumns}
          empty={{ says: m.food_recall_people_none() }}
        />
      </Section>
      <Section heading={m.food_recall_flows()}>
        <DataTable
          caption={m.food_caption_recall_flows()}
          rows={recall.flows}
          rowKey={(one) => `${one.place_id} ${one.lot_id}`}
          columns={flowColumns}
          empty={{ says: m.food_recall_flows_none() }}
        />
      </Section>
      <Section heading={m.food_recall_givings()}>
        <DataTable
          caption={m.food_caption_recall_givings()}
          rows={recall.givings}
          rowKey={({ giving_id }) => giving_id}
          columns={givingColumns}
          empty={{ says: m.food_recall_givings_none() }}
        />
      </Section>
      <Section heading={m.food_recall_lots()}>
        <DataTable
          caption={m.food_caption_recall_lots()}
          rows={recall.lots}
          rowKey={(one) => one.id}
          columns={lotColumns}
          empty={{ says: m.food_recall_lots_none() }}
        />
      </Section>
      {closes && (
        <details className="rounded-8 border border-solid-gray-300 p-4 print:hidden">
          <summary className="cursor-pointer py-2 text-std-16B-170">{m.food_recall_close()}</summary>
          <div className="mt-4">
            <Form
              op={closeFoodRecall}
              also={{ id }}
              submit={m.food_recall_close_submit()}
              doneSays={m.food_recall_close_done()}
            >
              <TextArea name="words" label={m.food_label_closing()} required rows={2} maxLength={500} />
            </Form>
          </div>
        </details>
      )}
    </>
  );
}

function factsOf({ reason, source, advice, started_at, closed_words }: Recall) {
  return [
    { term: m.food_label_recall_reason(), value: reason },
    { term: m.food_label_source(), value: source },
    ...(closed_words === null ? [] : [{ term: m.food_label_advice(), value: advice }]),
    { term: m.food_label_started(), value: formatInstant(started_at) },
  ];
}

const personColumns: Column<Recall['people'][number]>[] = [
  { key: 'name', heading: m.food_label_person(), value: ({ name }) => name },
  { key: 'phone', heading: m.food_label_phone(), value: ({ phone }) => phone },
  {
    key: 'on',
    heading: m.food_label_held_on(),
    value: ({ held_on }) => formatDay(held_on),
    order: ({ held_on }) => held_on,
  },
];

type Flow = Recall['flows'][number];
const amountOf = (key: string, heading: string, of: (one: Flow) => number): Column<Flow> => ({
  key,
  heading,
  value: (one) => m.food_amount({ n: of(one), unit: one.unit }),
  order: of,
});
const flowColumns: Column<Flow>[] = [
  { key: 'place', heading: m.food_label_place(), value: ({ name }) => name },
  { key: 'what', heading: m.food_label_what(), value: ({ what }) => what },
  amountOf('came', m.food_flow_came(), ({ came }) => came),
  amountOf('coming', m.food_flow_coming(), ({ coming }) => coming),
  amountOf('passed', m.food_flow_passed_on(), ({ passed_on }) => passed_on),
  amountOf('handed', m.food_flow_handed(), ({ handed }) => handed),
  amountOf('thrown', m.food_flow_thrown(), ({ thrown }) => thrown),
  amountOf('left', m.food_flow_left_over(), ({ left_over }) => left_over),
];

const givingColumns: Column<Recall['givings'][number]>[] = [
  {
    key: 'on',
    heading: m.food_label_held_on(),
    value: ({ held_on }) => formatDay(held_on),
    cell: ({ giving_id, held_on }) => <Link to={`/food-givings/${giving_id}`}>{formatDay(held_on)}</Link>,
    order: ({ held_on }) => held_on,
  },
  { key: 'place', heading: m.food_label_place(), value: ({ name }) => name },
  { key: 'what', heading: m.food_label_handed_what(), value: ({ what }) => what },
  {
    key: 'households',
    heading: m.food_label_households(),
    value: ({ households }) => m.food_households_n({ n: households }),
    order: ({ households }) => households,
  },
  {
    key: 'named',
    heading: m.food_label_named(),
    value: ({ named }) => m.food_households_n({ n: named }),
    order: ({ named }) => named,
  },
];

const lotColumns: Column<Recall['lots'][number]>[] = [
  {
    key: 'what',
    heading: m.food_label_what(),
    value: ({ what }) => what,
    cell: ({ id, what }) => <Link to={`/food-lots/${id}`}>{what}</Link>,
  },
  { key: 'mark', heading: m.food_label_mark(), value: ({ label_mark }) => label_mark },
  {
    key: 'until',
    heading: m.food_label_good_until(),
    value: ({ good_until }) => (good_until === null ? m.food_date_none() : formatDay(good_until)),
    order: ({ good_until }) => good_until,
  },
  {
    key: 'donor',
    heading: m.food_label_donor(),
    value: ({ donor_name }) => donor_name ?? m.food_donor_unknown(),
  },
  {
    key: 'amount',
    heading: m.food_label_amount(),
    value: ({ amount, unit }) => m.food_amount({ n: amount, unit }),
    order: ({ amount }) => amount,
  },
];
