import * as m from '#messages';
import { formatFigure } from '#platform/figure.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Section } from '#ui/Section.tsx';
import type { IndicatorPage } from '../Indicator.tsx';
import { writeOrigin, writeYear } from './wording.ts';

interface Version {
  key: string;
  what: string;
  year: number | null;
  said: string;
  note: string | null;
  author: IndicatorPage['definitions'][number]['author'];
  on: string;
}

/** Everything anybody ever wrote about this indicator, newest first: nothing is overwritten. */
export function Versions({ page }: { page: IndicatorPage }) {
  const versions = listVersions(page);
  return (
    <Section heading={m.plan_versions()}>
      <DataTable
        caption={m.plan_versions_caption({ indicator: page.figure.wording })}
        rows={versions}
        rowKey={({ key }) => key}
        empty={{ says: m.plan_versions_empty() }}
        columns={[
          { key: 'what', heading: m.plan_version_of(), value: ({ what }) => what },
          {
            key: 'year',
            heading: m.plan_fiscal_year(),
            value: ({ year }) => year && writeYear(year),
            order: ({ year }) => year,
          },
          { key: 'said', heading: m.plan_version_said(), value: ({ said }) => said },
          {
            key: 'note',
            heading: m.plan_note(),
            value: ({ note }) => note,
            cell: ({ note }) => note && <span className="inline-block min-w-40">{note}</span>,
          },
          { key: 'origin', heading: m.plan_written_by(), value: writeOrigin, order: ({ on }) => on },
        ]}
      />
    </Section>
  );
}

function listVersions({ definitions, targets, baselines, values, figure }: IndicatorPage): Version[] {
  const write = (value: number | null) =>
    value === null ? m.plan_unknown() : formatFigure(value, figure.decimals, figure.unit);
  const stated = (what: string, rows: typeof targets) =>
    rows.map((row, i) => ({
      ...row,
      key: `${what} ${i}`,
      what,
      year: row.fiscal_year,
      said: write(row.value),
    }));
  return [
    ...values.map((row, i) => ({
      ...row,
      key: `value ${i}`,
      what: row.late_reason === null ? m.plan_actual() : m.plan_late_value(),
      year: row.fiscal_year,
      said: write(row.value),
      note: row.late_reason ?? row.source_note,
    })),
    ...stated(m.plan_target(), targets),
    ...stated(m.plan_baseline(), baselines),
    ...definitions.map((row) => ({
      ...row,
      key: `definition ${row.version}`,
      what: m.plan_definition_numbered({ version: row.version }),
      year: Number(row.starts_on.slice(0, 4)),
      said: row.wording,
      note: null,
    })),
  ].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}
