import { Link, useLoaderData, useSearchParams } from 'react-router';
import { answerColumnsFor } from '#domains/items/pages/shown/columns.ts';
import { ItemFilter } from '#domains/items/pages/shown/ItemFilter.tsx';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import * as m from '#messages';
import { formatDay, formatEraDay, type Month } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { call, request } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { type Me, useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { Section } from '#ui/Section.tsx';
import { AskGroups } from '../../groups/pages/shown/AskGroups.tsx';
import { listSheetRequests } from '../../groups/request-api.ts';
import { readTallyMonth } from '../sheet-api.ts';
import { MonthChooser } from './shown/MonthChooser.tsx';
import { monthBefore } from './shown/months.ts';
import { addressOfSheet } from './shown/sheet-address.ts';
import { writeMonth } from './shown/wording.ts';

/** `place`: in the order of the town. */
type Group = OutputOf<typeof readTallyMonth>['groups'][number] & { place: number };
type State = 'in' | 'missing' | 'single';

export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const { today, current } = await request<Me>('/api/me', { signal });
  const month = queryOf(args).month ?? monthBefore(today.slice(0, 7));
  const [{ fixed, groups }, items] = await Promise.all([
    call(readTallyMonth, { month }, { signal }),
    loadItems('tally_sheet', signal),
  ]);
  const asks = current?.role === 'council_officer';
  const { requests } = asks ? await call(listSheetRequests, { month }, { signal }) : { requests: null };
  return {
    month,
    fixed,
    requests,
    items,
    groups: groups.map((group, place): Group => ({ ...group, place })),
  };
}

/** One look at a month: whose sheet is in, whose is missing, and who counts one by one. */
export function Component() {
  const { month, fixed, requests, items, groups } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { today } = useMe();
  const answered = answerColumnsFor<Group>(items, search, today, ({ sheet }) => sheet?.answers ?? {});
  const missing = groups.filter((group) => stateOf(group) === 'missing');
  const asked = groups.filter(({ mode }) => mode === 'sheet').length;
  return (
    <>
      <PageHeader title={m.visits_tally_title({ month: writeMonth(month) })} lead={m.visits_tally_lead()} />
      <MonthChooser month={month} />
      {fixed && <p className="mb-6">{m.visits_tally_fixed()}</p>}
      {asked > 0 && (
        <Section heading={m.visits_tally_missing({ n: missing.length })}>
          <ProgressBar label={m.visits_tally_progress()} value={asked - missing.length} max={asked} />
          <Missing groups={missing} month={month} />
        </Section>
      )}
      {requests && missing.length > 0 && <AskGroups month={month} missing={missing} asked={requests} />}
      <Section heading={m.visits_tally_all({ n: groups.length })}>
        {items.length > 0 && (
          <SearchForm label={m.items_columns()}>
            <input type="hidden" name="month" value={month} />
            <ItemFilter items={items} columnsOnly />
          </SearchForm>
        )}
        <DataTable
          caption={m.visits_tally_title({ month: writeMonth(month) })}
          rows={groups}
          rowKey={({ district_id, group_id }) => `${district_id} ${group_id}`}
          columns={[...columnsFor(month, groups), ...answered]}
          empty={{ says: m.visits_tally_empty() }}
          fileName={m.visits_tally_file({ month })}
          narrow="scroll"
        />
      </Section>
    </>
  );
}

function Missing({ groups, month }: { groups: readonly Group[]; month: Month }) {
  if (groups.length === 0) return <p>{m.visits_tally_complete()}</p>;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {groups.map((group) => (
        <li key={`${group.district_id} ${group.group_id}`}>
          <Link to={addressOf(group, month)} className="inline-block py-2.5">
            {group.district_name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

const stateWords: Record<State, () => string> = {
  in: m.visits_tally_in,
  missing: m.visits_tally_is_missing,
  single: m.visits_tally_single,
};
const stateTones = { in: 'green', missing: 'yellow', single: 'neutral' } as const;
const order: readonly State[] = ['missing', 'in', 'single'];

function stateOf({ mode, sheet }: Group): State {
  if (mode === 'single') return 'single';
  return sheet === null ? 'missing' : 'in';
}

/** What counts for the month: the sheet's total or the single records; nothing while a sheet is missing. */
function countOf(group: Group): number | null {
  return group.mode === 'single' ? group.singles : (group.sheet?.total ?? null);
}

const versionColumn: Column<Group> = {
  key: 'version',
  heading: m.visits_label_version(),
  numeric: true,
  value: ({ sheet }) => sheet?.version ?? null,
};

function columnsFor(month: Month, groups: readonly Group[]): Column<Group>[] {
  // Most months have no corrected sheet, and the table then fits a desk's screen.
  const corrected = groups.some(({ sheet }) => sheet !== null && sheet.version > 1);
  return [
    {
      key: 'district',
      heading: m.visits_label_district(),
      value: ({ district_name }) => district_name,
      cell: (group) => <Link to={addressOf(group, month)}>{group.district_name}</Link>,
      order: ({ place }) => place,
    },
    {
      key: 'state',
      heading: m.visits_label_state(),
      value: (group) => stateWords[stateOf(group)](),
      order: (group) => order.indexOf(stateOf(group)),
      cell: (group) => <Badge tone={stateTones[stateOf(group)]}>{stateWords[stateOf(group)]()}</Badge>,
    },
    { key: 'count', heading: m.visits_label_counted(), numeric: true, value: countOf },
    { key: 'from', heading: m.visits_label_counted_by(), value: ({ sheet }) => sheet?.counted_by ?? null },
    {
      key: 'by',
      heading: m.visits_label_entered_by(),
      value: ({ sheet }) => sheet?.entered_by_name ?? null,
    },
    {
      key: 'on',
      heading: m.visits_label_entered_on(),
      value: ({ sheet }) => sheet && formatDay(sheet.entered_on),
      // Short, so that the table is not wider than a desk's screen.
      cell: ({ sheet }) =>
        sheet && <span className="whitespace-nowrap">{formatEraDay(sheet.entered_on)}</span>,
      order: ({ sheet }) => sheet?.entered_on ?? null,
    },
    ...(corrected ? [versionColumn] : []),
    { key: 'singles', heading: m.visits_label_singles(), numeric: true, value: ({ singles }) => singles },
  ];
}

function addressOf({ district_id, group_id }: Group, month: Month): string {
  return addressOfSheet({ district: district_id, group: group_id, month });
}
