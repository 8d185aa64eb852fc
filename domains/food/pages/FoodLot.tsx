import { Link, useLoaderData } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import { type CodeEntry, labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay, formatInstant } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { type FoodMovement, readFoodLot } from '../api.ts';
import {
  checkWords,
  dateKindWords,
  movementWords,
  outcomeWords,
  passingWords,
  reasonWords,
  storageWords,
} from '../model.ts';
import { LotActs } from './shown/LotActs.tsx';
import { LotBadge } from './shown/LotBadge.tsx';

type Lot = OutputOf<typeof readFoodLot>;

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [lot, { entries }] = await Promise.all([
    call(readFoodLot, { id: partOf(args, 'id') }, options),
    call(listCodes, { list: 'allergen' }, options),
  ]);
  return { lot, entries };
}

/** One lot: what its label says, how it was inspected, everywhere it went. */
export function Component() {
  const { lot, entries } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={lot.what}
        trail={[
          { label: m.food_title(), to: '/food' },
          { label: m.food_lots_title(), to: '/food-lots' },
        ]}
        actions={
          <ButtonLink
            to={`/food-recalls/new?lot=${lot.id}&q=${encodeURIComponent(lot.label_mark ?? lot.what)}`}
          >
            {m.food_recall_start()}
          </ButtonLink>
        }
      />
      {lot.recalls.map(({ id, title }) => (
        <div key={id} className="mb-4">
          <Notice tone="warning">
            {m.food_lot_recalled({ title })} <Link to={`/food-recalls/${id}`}>{m.food_recall_open()}</Link>
          </Notice>
        </div>
      ))}
      <p className="mb-4">
        <LotBadge state={lot.state} />
      </p>
      <Section heading={m.food_lot_facts()}>
        <DescriptionList items={factsOf(lot, entries)} />
      </Section>
      <LotActs lot={lot} />
      <Section heading={m.food_inspections()}>
        {lot.inspections.length === 0 ? (
          <p>{m.food_inspections_none()}</p>
        ) : (
          <ul className="grid gap-2">
            {lot.inspections.map((one) => (
              <li key={one.id}>
                {m.food_inspection_line({
                  at: formatInstant(one.inspected_at),
                  outcome: outcomeWords[one.outcome](),
                  checks: one.checks.map((check) => checkWords[check]()).join(m.food_between()),
                  words: one.words ?? '',
                })}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section heading={m.food_movements()}>
        <DataTable
          caption={m.food_movements_caption()}
          rows={lot.movements}
          rowKey={({ id }) => id}
          columns={columnsFor(lot.unit)}
          empty={{ says: m.food_movements_none() }}
        />
      </Section>
    </>
  );
}

function factsOf(lot: Lot, entries: readonly CodeEntry[]) {
  const allergens = lot.allergens.map((code) => labelOf(entries, 'allergen', code, lot.received_on));
  return [
    { term: m.food_label_amount(), value: m.food_amount({ n: lot.amount, unit: lot.unit }) },
    {
      term: m.food_label_grams(),
      value: lot.unit_grams === null ? null : m.food_grams({ n: lot.unit_grams }),
    },
    {
      term: m.food_label_good_until(),
      value:
        lot.good_until === null
          ? dateKindWords[lot.date_kind]()
          : m.food_until({ kind: dateKindWords[lot.date_kind](), day: formatDay(lot.good_until) }),
    },
    { term: m.food_label_storage(), value: storageWords[lot.storage]() },
    {
      term: m.food_label_allergens(),
      value: lot.allergens_known
        ? allergens.join(m.food_between()) || m.food_allergens_none()
        : m.food_allergens_unknown(),
    },
    { term: m.food_label_maker(), value: lot.maker },
    { term: m.food_label_mark(), value: lot.label_mark },
    { term: m.food_label_donor(), value: lot.donor_name ?? m.food_donor_unknown() },
    { term: m.food_label_passing(), value: passingWords[lot.passing]() },
    { term: m.food_label_conditions(), value: lot.conditions },
    {
      term: m.food_label_received_on(),
      value: m.food_received_line({ day: formatDay(lot.received_on), place: lot.place_name ?? '' }),
    },
    {
      term: m.food_label_now_at(),
      value: lot.stock
        .map(({ name, quantity }) => m.food_stock_at({ place: name, n: quantity, unit: lot.unit }))
        .join(m.food_between()),
    },
  ];
}

function columnsFor(unit: string): Column<FoodMovement>[] {
  return [
    {
      key: 'kind',
      heading: m.food_label_movement(),
      value: ({ kind }) => movementWords[kind](),
      cell: ({ kind, giving_id }) =>
        giving_id ? (
          <Link to={`/food-givings/${giving_id}`}>{movementWords[kind]()}</Link>
        ) : (
          movementWords[kind]()
        ),
    },
    {
      key: 'on',
      heading: m.food_label_moved_on(),
      value: ({ moved_on }) => formatDay(moved_on),
      order: ({ moved_on }) => moved_on,
    },
    { key: 'from', heading: m.food_label_from(), value: ({ from_name }) => from_name },
    { key: 'to', heading: m.food_label_to(), value: ({ to_name }) => to_name },
    {
      key: 'n',
      heading: m.food_label_quantity(),
      value: ({ quantity }) => m.food_amount({ n: quantity, unit }),
    },
    { key: 'words', heading: m.food_label_words(), value: wordsOf },
  ];
}

function wordsOf(one: FoodMovement): string {
  const waits = one.kind === 'moved' && !one.confirmed && one.declined_why === null;
  return [
    one.reason && reasonWords[one.reason](),
    one.words,
    one.out_of_turn && m.food_out_of_turn_line({ why: one.out_of_turn }),
    one.permission && m.food_permission_line({ who: one.permission }),
    one.declined_why && m.food_declined_line({ why: one.declined_why }),
    waits && m.food_on_the_way(),
  ]
    .filter(Boolean)
    .join(m.food_between());
}
