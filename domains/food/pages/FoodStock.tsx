import { Link, useLoaderData } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import { type CodeEntry, labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { confirmFoodMove, declineFoodMove, readFoodStock } from '../api.ts';
import { lotStateWords, type StockLine, storageWords } from '../model.ts';
import { LotBadge } from './shown/LotBadge.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [stock, { entries }] = await Promise.all([
    call(readFoodStock, { id: partOf(args, 'id') }, options),
    call(listCodes, { list: 'allergen' }, options),
  ]);
  return { ...stock, entries };
}
type Loaded = Awaited<ReturnType<typeof loader>>;

/** What a place has, earliest date first; what is on the way to it; what it handed out. */
export function Component() {
  const { id, name, joined, lines, coming, givings, entries } = useLoaderData<typeof loader>();
  const { today } = useMe();
  return (
    <>
      <PageHeader
        title={m.food_stock_title({ place: name })}
        lead={m.food_stock_lead()}
        trail={[
          { label: m.food_title(), to: '/food' },
          { label: name, to: `/places/${id}` },
        ]}
        actions={
          joined && (
            <>
              <ButtonLink look="solid" to={`/places/${id}/food/give`}>
                {m.food_give()}
              </ButtonLink>
              <ButtonLink to={`/places/${id}/food/receive`}>{m.food_receive()}</ButtonLink>
              <ButtonLink to={`/places/${id}/food/move`}>{m.food_move()}</ButtonLink>
            </>
          )
        }
      />
      {!joined && <Notice tone="warning">{m.food_not_joined()}</Notice>}
      {coming.length > 0 && (
        <Section heading={m.food_coming()}>
          <ul className="grid gap-6">
            {coming.map((one) => (
              <Coming key={one.id} one={one} />
            ))}
          </ul>
        </Section>
      )}
      <Section heading={m.food_stock()}>
        <DataTable
          caption={m.food_stock_caption()}
          rows={lines}
          rowKey={({ lot_id }) => lot_id}
          columns={columnsFor(entries, today)}
          empty={{ says: m.food_stock_none() }}
        />
      </Section>
      <Section heading={m.food_givings()}>
        {givings.length === 0 ? (
          <p>{m.food_givings_none()}</p>
        ) : (
          <ul className="grid gap-2">
            {givings.map((one) => (
              <li key={one.id}>
                <Link to={`/food-givings/${one.id}`}>
                  {m.food_giving_line({ day: formatDay(one.held_on), n: one.households })}
                </Link>{' '}
                {one.withdrawn && <Badge>{m.food_withdrawn()}</Badge>}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function Coming({ one }: { one: Loaded['coming'][number] }) {
  const { id, what, quantity, unit, from_name, good_until, moved_on } = one;
  return (
    <li className="grid gap-3">
      <p>
        {m.food_coming_line({
          from: from_name ?? '',
          what,
          n: quantity,
          unit,
          day: formatDay(moved_on),
          until: good_until === null ? m.food_date_none() : formatDay(good_until),
        })}
      </p>
      <div className="print:hidden">
        <CommandButton op={confirmFoodMove} input={{ id }}>
          {m.food_confirm()}
        </CommandButton>
      </div>
      <details className="rounded-8 border border-solid-gray-300 p-4 print:hidden">
        <summary className="cursor-pointer py-2 text-std-16B-170">{m.food_decline_of({ what })}</summary>
        <div className="mt-4">
          <Form op={declineFoodMove} also={{ id }} submit={m.food_decline()} doneSays={m.food_declined()}>
            <TextField name="why" label={m.food_label_decline_why()} required width="full" maxLength={200} />
          </Form>
        </div>
      </details>
    </li>
  );
}

function columnsFor(entries: readonly CodeEntry[], today: string): Column<StockLine>[] {
  return [
    {
      key: 'what',
      heading: m.food_label_what(),
      value: ({ what }) => what,
      cell: ({ lot_id, what }) => <Link to={`/food-lots/${lot_id}`}>{what}</Link>,
    },
    {
      key: 'state',
      heading: m.food_label_state(),
      value: ({ state }) => lotStateWords[state](),
      cell: ({ state, first }) => (
        <span className="inline-flex flex-wrap gap-2">
          <LotBadge state={state} />
          {first && <Badge tone="blue">{m.food_first()}</Badge>}
        </span>
      ),
    },
    {
      key: 'quantity',
      heading: m.food_label_quantity(),
      value: ({ quantity, unit }) => m.food_amount({ n: quantity, unit }),
      order: ({ quantity }) => quantity,
    },
    {
      key: 'until',
      heading: m.food_label_good_until(),
      value: ({ good_until }) => (good_until === null ? m.food_date_none() : formatDay(good_until)),
      order: ({ good_until }) => good_until,
    },
    { key: 'storage', heading: m.food_label_storage(), value: ({ storage }) => storageWords[storage]() },
    {
      key: 'allergens',
      heading: m.food_label_allergens(),
      value: ({ allergens, allergens_known }) =>
        allergens_known
          ? allergens.map((code) => labelOf(entries, 'allergen', code, today)).join(m.food_between()) ||
            m.food_allergens_none()
          : m.food_allergens_unknown(),
    },
    { key: 'conditions', heading: m.food_label_conditions(), value: ({ conditions }) => conditions },
  ];
}
