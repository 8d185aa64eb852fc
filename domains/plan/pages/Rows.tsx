import { Link, useLoaderData, useSearchParams } from 'react-router';
import { noteOutcomeWords } from '#domains/cases/note-model.ts';
import { type CodeEntry, labelOf } from '#domains/codes/model.ts';
import { contactWords } from '#domains/visits/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { formatFigure } from '#platform/figure.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listRowsBehind } from '../api.ts';
import { loadWays } from './shown/load-ways.ts';
import {
  figureStateWords,
  writeChannel,
  writeDistrict,
  writeKind,
  writeMonth,
  writeRole,
  writeYear,
} from './shown/wording.ts';

/** With the town's lists of ways. */
type RowsPage = OutputOf<typeof listRowsBehind> & { plan: string; ways: CodeEntry[] };

/** The rows behind a number or one of its cells; which one, the address says. */
export async function loader(args: PageArgs): Promise<RowsPage> {
  const plan = partOf(args, 'code');
  const asked = { ...queryOf(args), plan, indicator: partOf(args, 'indicator') };
  const options = { signal: args.request.signal };
  const [rows, ways] = await Promise.all([
    call(listRowsBehind, asked as InputOf<typeof listRowsBehind>, options),
    loadWays(options),
  ]);
  return { ...rows, plan, ways };
}

export function Component() {
  const page = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { indicator } = page;
  const year = Number(search.get('year'));
  const address = `/plans/${page.plan}/indicators/${indicator.code}`;
  return (
    <>
      <PageHeader
        title={m.plan_rows_title()}
        trail={[
          { label: m.plan_plans_title(), to: '/plans' },
          { label: indicator.wording, to: `${address}?year=${year}` },
        ]}
        lead={m.plan_rows_lead()}
      />
      <Section heading={m.plan_rows_of()}>
        <DescriptionList items={describeCell(page, search)} />
        <p>
          {m.plan_rows_rule()} {page.definition?.wording}{' '}
          <Link to={`${address}?year=${year}`}>{m.plan_see_definition()}</Link>
        </p>
      </Section>
      <Sheets page={page} address={address} search={search} />
      <Singles page={page} />
    </>
  );
}

function describeCell(
  { indicator, district, state, counted, late, ways }: RowsPage,
  search: URLSearchParams,
) {
  const write = (n: number) => formatFigure(n, 0, indicator.unit);
  const [year, month, channel] = [Number(search.get('year')), search.get('month'), search.get('channel')];
  return [
    { term: m.plan_fiscal_year(), value: writeYear(year) },
    ...(search.has('district') ? [{ term: m.plan_district(), value: writeDistrict(district) }] : []),
    ...(month ? [{ term: m.plan_month_head(), value: writeMonth(month) }] : []),
    ...(channel ? [{ term: m.plan_channel(), value: writeChannel(channel, ways, `${year + 1}-03-31`) }] : []),
    { term: m.plan_state(), value: figureStateWords[state]() },
    ...(state === 'open'
      ? [{ term: m.plan_counted_now(), value: write(counted) }]
      : [
          { term: m.plan_counted_fixed(), value: write(counted - late) },
          { term: m.plan_additions_head(), value: write(late) },
          { term: m.plan_counted_now(), value: write(counted) },
        ]),
  ];
}

/** What sheets say, each row leading one step further down: to a district's months, to the sheet itself. */
function Sheets({ page, address, search }: { page: RowsPage; address: string; search: URLSearchParams }) {
  const { sheets, ways } = page;
  if (sheets.length === 0) return null;
  const [byMonth, byChannel] = [search.has('district'), search.has('district') && search.has('month')];
  const further = (query: Record<string, string>) =>
    `${address}/rows?${new URLSearchParams({ ...Object.fromEntries(search), ...query })}`;
  return (
    <Section heading={m.plan_sheets()}>
      <DataTable
        caption={m.plan_sheets_caption()}
        rows={sheets}
        rowKey={({ district_id, month, channel }) => `${district_id} ${month} ${channel}`}
        empty={{ says: m.plan_no_value() }}
        columns={[
          {
            key: 'district',
            heading: m.plan_district(),
            value: ({ district }) => writeDistrict(district),
            cell: ({ district_id, district }) =>
              byMonth || district_id === null ? (
                writeDistrict(district)
              ) : (
                <Link to={further({ district: district_id })}>{writeDistrict(district)}</Link>
              ),
          },
          ...(byMonth
            ? [
                {
                  key: 'month',
                  heading: m.plan_month_head(),
                  value: ({ month }: Sheet) => month && writeMonth(month),
                  order: ({ month }: Sheet) => month,
                  cell: ({ district_id, month }: Sheet) =>
                    month && (
                      <Link to={`/tally/${district_id}/${month}`}>
                        {m.plan_see_sheet({ month: writeMonth(month) })}
                      </Link>
                    ),
                },
              ]
            : []),
          ...(byChannel
            ? [
                {
                  key: 'channel',
                  heading: m.plan_channel(),
                  value: ({ channel, month }: Sheet) => writeChannel(channel, ways, `${month}-01`),
                },
              ]
            : []),
          { key: 'n', heading: m.plan_count_head(), value: ({ n }) => n, numeric: true },
        ]}
      />
    </Section>
  );
}

type Sheet = RowsPage['sheets'][number];

function Singles({ page: { singles, next, ways } }: { page: RowsPage }) {
  return (
    <Section heading={m.plan_singles()}>
      <DataTable
        caption={m.plan_singles_caption()}
        rows={singles}
        rowKey={({ id }) => id}
        empty={{ says: m.plan_singles_empty() }}
        columns={[
          {
            key: 'on',
            heading: m.plan_occurred_on(),
            value: ({ occurred_on }) => formatDay(occurred_on),
            order: (row) => row.occurred_on,
          },
          { key: 'kind', heading: m.plan_kind(), value: ({ kind }) => writeKind(kind) },
          { key: 'district', heading: m.plan_district(), value: ({ district }) => writeDistrict(district) },
          { key: 'role', heading: m.plan_role(), value: ({ role }) => writeRole(role) },
          { key: 'channel', heading: m.plan_channel(), value: (row) => writeWay(row, ways) },
          { key: 'contact', heading: m.plan_contact(), value: writeContact },
          {
            key: 'recorded',
            heading: m.plan_recorded_on(),
            value: ({ recorded_on }) => formatDay(recorded_on),
            order: (row) => row.recorded_on,
            cell: ({ recorded_on }) => (
              <span className="inline-block min-w-40">{formatDay(recorded_on)}</span>
            ),
          },
          { key: 'late', heading: m.plan_late_reason(), value: ({ late_reason }) => late_reason },
        ]}
      />
      <Pagination next={next} />
    </Section>
  );
}

function writeContact({ kind, contact }: Single): string | null {
  const words: Readonly<Record<string, () => string>> = kind === 'contact' ? noteOutcomeWords : contactWords;
  return contact === null ? null : (words[contact]?.() ?? null);
}

/** What somebody noted of a contact says what came of it, and its way is of the town's list; a first word's is of its own. */
function writeWay({ kind, channel, contact, occurred_on }: Single, ways: readonly CodeEntry[]): string {
  const noted = kind === 'place_support' || (kind === 'contact' && contact !== null);
  return noted && channel !== null
    ? labelOf(ways, 'way', channel, occurred_on)
    : writeChannel(channel, ways, occurred_on);
}

type Single = RowsPage['singles'][number];
