import { Link } from 'react-router';
import type { CodeEntry } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatMonth, monthsOfFiscalYear } from '#platform/calendar.ts';
import { formatNumber } from '#platform/figure.ts';
import { Chart } from '#ui/Chart.tsx';
import { describeDistricts, drawDistrictMonths } from '#ui/chart/districts.ts';
import { describeMonths, drawMonthBars } from '#ui/chart/months.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { IndicatorPage } from '../Indicator.tsx';
import { useMayReadRows } from './may.ts';
import { writeChannel, writeDistrict, writeYear } from './wording.ts';

type Row = NonNullable<IndicatorPage['districts']>['rows'][number];

export interface DistrictsProps {
  page: IndicatorPage;
  districts: NonNullable<IndicatorPage['districts']>;
  /** The page of the indicator, below which the rows stand. */
  address: string;
  /** The town's lists of ways. */
  ways: readonly CodeEntry[];
}

/** A year's count by month, by district and month, and by district and channel. Every cell leads to its rows. */
export function Districts({ page, districts, address, ways }: DistrictsProps) {
  const { figure, year } = page;
  const mayReadRows = useMayReadRows();
  const months = monthsOfFiscalYear(year);
  const labels = months.map(formatMonth);
  const sums = months.map((_, i) => sumOf(districts.rows.map((row) => row.months[i] ?? null)));
  const named = districts.rows.map(({ name, months: counts }) => ({
    name: writeDistrict(name),
    months: counts,
  }));
  const bars = {
    id: `months-${figure.code}`,
    title: m.plan_months_title({ year: writeYear(year) }),
    months: labels.map((label, i) => ({ label, count: sums[i] ?? null })),
    unit: figure.unit,
  };
  const small = {
    id: `districts-${figure.code}`,
    title: m.plan_districts_title(),
    rows: named,
    unit: figure.unit,
  };
  const cell = (row: Row, n: number | null, query: Record<string, string>) => {
    if (n === null) return m.plan_none();
    // In today's districts a cell may hold the rows of several.
    if (!mayReadRows || row.id === null || districts.cut === 'today') return formatNumber(n, 0);
    const search = new URLSearchParams({ year: String(year), district: row.id, ...query });
    return <Link to={`${address}/rows?${search}`}>{formatNumber(n, 0)}</Link>;
  };
  const place: Column<Row> = {
    key: 'district',
    heading: m.plan_district(),
    value: ({ name }) => writeDistrict(name),
    cell: ({ name }) => <span className="inline-block min-w-24">{writeDistrict(name)}</span>,
  };
  const total: Column<Row> = {
    key: 'total',
    heading: m.plan_total(),
    numeric: true,
    value: ({ total: n }) => n,
    cell: (row) => cell(row, row.total, {}),
  };
  return (
    <>
      {!districts.whole && <Notice tone="info">{m.plan_districts_own()}</Notice>}
      {districts.merged && (
        <p>
          {districts.cut === 'today' ? m.plan_cut_today_says() : m.plan_cut_as_was_says()}{' '}
          <Link
            to={`?year=${year}${districts.cut === 'today' ? '' : '&cut=today'}`}
            preventScrollReset
            className="print:hidden"
          >
            {districts.cut === 'today' ? m.plan_cut_as_was() : m.plan_cut_today()}
          </Link>
        </p>
      )}
      <Chart
        title={bars.title}
        summary={describeMonths(bars)}
        svg={drawMonthBars(bars)}
        columns={[m.plan_month_head(), m.plan_count({ unit: figure.unit })]}
        rows={bars.months.map(({ label, count }) => [
          label,
          count === null ? m.plan_none() : formatNumber(count, 0),
        ])}
      />
      <Chart
        title={small.title}
        summary={describeDistricts(small)}
        svg={drawDistrictMonths(small)}
        columns={[m.plan_district(), m.plan_total()]}
        rows={districts.rows.map(({ name, total: n }) => [writeDistrict(name), formatNumber(n, 0)])}
      />
      <h3 className="text-std-20B-150">{m.plan_by_month()}</h3>
      <DataTable
        caption={m.plan_by_month()}
        rows={districts.rows}
        rowKey={({ id }) => id ?? 'unknown'}
        empty={{ says: m.plan_no_value() }}
        fileName={`${figure.code}-${year}-months.csv`}
        narrow="scroll"
        columns={[
          place,
          ...months.map(
            (month, i): Column<Row> => ({
              key: month,
              heading: labels[i] ?? month,
              numeric: true,
              value: (row) => row.months[i] ?? null,
              cell: (row) => cell(row, row.months[i] ?? null, { month }),
            }),
          ),
          total,
        ]}
      />
      <h3 className="text-std-20B-150">{m.plan_by_channel()}</h3>
      <DataTable
        caption={m.plan_by_channel()}
        rows={districts.rows}
        rowKey={({ id }) => id ?? 'unknown'}
        empty={{ says: m.plan_no_value() }}
        fileName={`${figure.code}-${year}-channels.csv`}
        narrow="scroll"
        columns={[
          place,
          ...districts.channels.map(
            (channel, i): Column<Row> => ({
              key: channel ?? 'unknown',
              heading: writeChannel(channel, ways, `${year + 1}-03-31`),
              numeric: true,
              value: (row) => row.by_channel[i] ?? null,
              cell: (row) => cell(row, row.by_channel[i] ?? null, channel === null ? {} : { channel }),
            }),
          ),
          total,
        ]}
      />
      <p className="text-solid-gray-700">{m.plan_none_explained()}</p>
    </>
  );
}

function sumOf(counts: readonly (number | null)[]): number | null {
  return counts.reduce<number | null>((sum, n) => (n === null ? sum : (sum ?? 0) + n), null);
}
