import { Link, useLoaderData, useSearchParams } from 'react-router';
import { answerColumnsFor } from '#domains/items/pages/shown/columns.ts';
import { readItemQuery } from '#domains/items/pages/shown/item-query.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call, request } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { ExportButtons } from '#ui/ExportButtons.tsx';
import { type Me, useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, readListed } from '#ui/page.ts';
import { listVisits } from '../api.ts';
import { exportVisits } from '../export-api.ts';
import { channelWords, conditions, conditionWords, contactWords, nextStepWords } from '../model.ts';
import { ConditionBadge } from './shown/ConditionBadge.tsx';
import { listColleagues } from './shown/colleagues.ts';
import { VisitsFilter } from './shown/VisitsFilter.tsx';
import { partWords, writeName } from './shown/wording.ts';

type Asked = InputOf<typeof listVisits>;
type Filter = Omit<InputOf<typeof exportVisits>, 'encoding'>;
type Visit = OutputOf<typeof listVisits>['visits'][number];

export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const { asked, items: narrowedBy } = readItemQuery(args.request);
  const me = await request<Me>('/api/me', { signal });
  const input = { ...asked, ...(narrowedBy && { items: narrowedBy }) };
  const [{ list, asked: understood, misread }, items] = await Promise.all([
    readListed(input as Asked, (narrowed) => call(listVisits, narrowed, { signal })),
    loadItems('visit', signal),
  ]);
  const colleagues = await listColleagues(me, me.current?.district?.id ?? understood.district, signal);
  const { after: _, limit: __, ...filter } = understood;
  return { ...list, items, colleagues, filter: filter as Filter, misread };
}

/** The visits one may see, the newest first. */
export function Component() {
  const { visits, next, items, colleagues, filter, misread } = useLoaderData<typeof loader>();
  const { districts, finishing, today } = useMe();
  const [search] = useSearchParams();
  const narrowed = [...search.keys()].some((name) => name !== 'limit');
  const record = <ButtonLink to="/visits/new">{m.visits_record_title()}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={m.visits_list_title()}
        lead={finishing ? m.visits_list_lead_finishing() : m.visits_list_lead()}
        actions={record}
      />
      {misread && (
        <div className="mb-6">
          <Notice tone="warning">{m.ui_page_misread()}</Notice>
        </div>
      )}
      <VisitsFilter colleagues={colleagues} household={visits[0]?.household_name ?? null} items={items} />
      <DataTable
        caption={m.visits_list_title()}
        rows={visits}
        rowKey={({ id }) => id}
        columns={[
          ...columnsFor(districts),
          ...answerColumnsFor<Visit>(items, search, today, ({ answers }) => answers),
        ]}
        empty={
          narrowed ? { says: m.visits_list_nothing_found() } : { says: m.visits_list_empty(), action: record }
        }
        beside={<ExportButtons op={exportVisits} filter={filter} />}
      />
      <Pagination next={next} size={Number(search.get('limit') ?? 50)} />
    </>
  );
}

function columnsFor(districts: Me['districts']): Column<Visit>[] {
  const columns: Column<Visit>[] = [
    {
      key: 'visited_on',
      heading: partWords.visited_on(),
      value: ({ visited_on }) => formatDay(visited_on),
      order: ({ visited_on }) => visited_on,
      cell: ({ id, visited_on, withdrawn }) => (
        <>
          <Link to={`/visits/${id}`}>{formatDay(visited_on)}</Link>
          {withdrawn && <Withdrawn />}
        </>
      ),
    },
    {
      key: 'household',
      heading: m.visits_label_household(),
      value: ({ household_name }) => writeName(household_name),
    },
    { key: 'channel', heading: partWords.channel(), value: ({ channel }) => channelWords[channel]() },
    { key: 'contact', heading: partWords.contact(), value: ({ contact }) => contactWords[contact]() },
    {
      key: 'condition',
      heading: partWords.condition(),
      value: ({ condition }) => condition && conditionWords[condition](),
      order: ({ condition }) => condition && conditions.indexOf(condition),
      cell: ({ condition }) => <ConditionBadge condition={condition} />,
    },
    {
      key: 'next_step',
      heading: partWords.next_step(),
      value: ({ next_step }) => next_step && nextStepWords[next_step](),
    },
    {
      key: 'visitor',
      heading: m.visits_label_visitor(),
      value: ({ visitor_name }) => writeName(visitor_name),
    },
  ];
  if (districts.length > 1)
    columns.splice(2, 0, {
      key: 'district',
      heading: m.visits_label_district(),
      value: ({ district_id }) => districts.find(({ id }) => id === district_id)?.name ?? null,
    });
  return columns;
}

function Withdrawn() {
  return (
    <span className="ml-2">
      <Badge>{m.visits_withdrawn()}</Badge>
    </span>
  );
}
