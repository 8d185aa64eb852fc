import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { listContributions } from '../api.ts';
import { kindWords, permissionWords, type ShownContribution } from '../model.ts';

export function loader(args: PageArgs) {
  return call(listContributions, queryOf(args) as InputOf<typeof listContributions>, {
    signal: args.request.signal,
  });
}

/** 地域貢献: what organisations give. */
export function Component() {
  const { contributions, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.contributions_title()}
        lead={m.contributions_lead()}
        actions={<a href="/contributions-published">{m.contributions_to_public()}</a>}
      />
      <DataTable
        caption={m.contributions_list_summary()}
        rows={contributions}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: m.contributions_none() }}
      />
      <Pagination next={next} />
    </>
  );
}

const columns: Column<ShownContribution>[] = [
  {
    key: 'who',
    heading: m.contributions_label_participant(),
    value: ({ participant_name }) => participant_name,
    cell: ({ participant_id, participant_name }) => (
      <Link to={`/participants/${participant_id}`}>{participant_name}</Link>
    ),
  },
  {
    key: 'what',
    heading: m.contributions_label_offer(),
    value: ({ offer_words }) => offer_words,
    cell: ({ id, offer_words }) => <Link to={`/contributions/${id}`}>{offer_words}</Link>,
  },
  {
    key: 'kinds',
    heading: m.contributions_label_kinds(),
    value: ({ kinds }) => kinds.map((kind) => kindWords[kind]()).join(m.wishes_and()),
  },
  {
    key: 'since',
    heading: m.contributions_label_starts_on(),
    value: ({ starts_on }) => formatDay(starts_on),
    order: ({ starts_on }) => starts_on,
  },
  {
    key: 'allows',
    heading: m.contributions_label_allows(),
    value: ({ allows }) => (allows ? permissionWords[allows]() : m.contributions_allows_unasked()),
  },
];
