import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { listFoodLots } from '../api.ts';
import { lotStateWords } from '../model.ts';
import { LotBadge } from './shown/LotBadge.tsx';

export async function loader(args: PageArgs) {
  const asked = queryOf(args) as InputOf<typeof listFoodLots>;
  return { ...(await call(listFoodLots, asked, { signal: args.request.signal })), q: asked.q ?? '' };
}
type Lot = Awaited<ReturnType<typeof loader>>['lots'][number];

/** 受入分: found by what stands on the label; a recall begins here. */
export function Component() {
  const { lots, next, q } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.food_lots_title()}
        lead={m.food_lots_lead()}
        trail={[{ label: m.food_title(), to: '/food' }]}
        actions={
          q !== '' &&
          lots.length > 0 && (
            <ButtonLink look="solid" to={`/food-recalls/new?q=${encodeURIComponent(q)}`}>
              {m.food_recall_start()}
            </ButtonLink>
          )
        }
      />
      <SearchForm label={m.food_lots_summary()}>
        <TextField name="q" label={m.food_label_lot_q()} type="search" />
      </SearchForm>
      <DataTable
        caption={m.food_lots_caption()}
        rows={lots}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: q === '' ? m.food_lots_none() : m.food_lots_none_found() }}
      />
      <Pagination next={next} />
    </>
  );
}

const columns: Column<Lot>[] = [
  {
    key: 'what',
    heading: m.food_label_what(),
    value: ({ what }) => what,
    cell: ({ id, what }) => <Link to={`/food-lots/${id}`}>{what}</Link>,
  },
  {
    key: 'state',
    heading: m.food_label_state(),
    value: ({ state }) => lotStateWords[state](),
    cell: (lot) => <LotBadge state={lot.state} />,
  },
  {
    key: 'amount',
    heading: m.food_label_amount(),
    value: ({ amount, unit }) => m.food_amount({ n: amount, unit }),
  },
  {
    key: 'until',
    heading: m.food_label_good_until(),
    value: ({ good_until }) => (good_until === null ? m.food_date_none() : formatDay(good_until)),
    order: ({ good_until }) => good_until,
  },
  { key: 'mark', heading: m.food_column_mark(), value: ({ label_mark }) => label_mark },
  { key: 'maker', heading: m.food_label_maker(), value: ({ maker }) => maker },
  { key: 'place', heading: m.food_label_place(), value: ({ place_name }) => place_name },
  {
    key: 'received',
    heading: m.food_label_received_on(),
    value: ({ received_on }) => formatDay(received_on),
    order: ({ received_on }) => received_on,
  },
];
