import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { listFoodRecalls } from '../api.ts';

export function loader(args: PageArgs) {
  return call(listFoodRecalls, {}, { signal: args.request.signal });
}
type Recall = Awaited<ReturnType<typeof loader>>['recalls'][number];

/** 回収: those that concern the own places. */
export function Component() {
  const { recalls } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.food_recalls_title()}
        lead={m.food_recalls_lead()}
        trail={[{ label: m.food_title(), to: '/food' }]}
        actions={<ButtonLink to="/food-lots">{m.food_recall_find()}</ButtonLink>}
      />
      <DataTable
        caption={m.food_recalls_caption()}
        rows={recalls}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: m.food_recalls_none() }}
      />
    </>
  );
}

const columns: Column<Recall>[] = [
  {
    key: 'title',
    heading: m.food_label_recall_title(),
    value: ({ title }) => title,
    cell: ({ id, title }) => <Link to={`/food-recalls/${id}`}>{title}</Link>,
  },
  {
    key: 'started',
    heading: m.food_label_started(),
    value: ({ started_at }) => formatInstant(started_at),
    order: ({ started_at }) => started_at,
  },
  {
    key: 'state',
    heading: m.food_label_state(),
    value: stateOf,
    cell: (one) => (
      <Badge tone={one.closed ? 'neutral' : one.unanswered > 0 ? 'red' : 'green'}>{stateOf(one)}</Badge>
    ),
  },
];

function stateOf({ closed, unanswered }: Recall): string {
  if (closed) return m.food_recall_closed();
  return unanswered > 0 ? m.food_recall_unanswered({ n: unanswered }) : m.food_recall_answered();
}
