import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { Section } from '#ui/Section.tsx';
import { readAttendanceFigures } from '../api.ts';

export function loader(args: PageArgs) {
  const asked = queryOf(args) as InputOf<typeof readAttendanceFigures>;
  return call(readAttendanceFigures, asked, { signal: args.request.signal });
}
type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

/** 来た人の数, by place, with how it is counted beside it. */
export function Component() {
  const { from, until, rows, heads, definition } = useLoaderData<typeof loader>();
  const keeps = useMe().current?.role !== 'planner';
  return (
    <>
      <PageHeader
        title={m.places_figures_title()}
        lead={m.places_figures_lead()}
        trail={keeps ? [{ label: m.places_title(), to: '/places' }] : []}
      />
      <SearchForm label={m.places_figures_summary()}>
        <DateField name="from" label={m.places_label_days_from()} />
        <DateField name="until" label={m.places_label_days_until()} />
      </SearchForm>
      <p className="mb-2">{m.places_figures_period({ from: formatDay(from), until: formatDay(until) })}</p>
      <p className="mb-6 text-std-18B-160">{m.places_figures_total({ n: heads })}</p>
      <DataTable
        caption={m.places_figures_caption()}
        rows={rows}
        rowKey={({ place_id }) => place_id}
        columns={keeps ? [linked, ...columns] : [plain, ...columns]}
        fileName={m.places_figures_title()}
        empty={{ says: m.places_figures_none() }}
      />
      <Section heading={m.places_definition_title({ n: definition.version })}>
        <p className="max-w-176">{definition.words}</p>
      </Section>
    </>
  );
}

const plain: Column<Row> = { key: 'name', heading: m.places_label_name(), value: ({ name }) => name };
const linked: Column<Row> = {
  ...plain,
  cell: ({ place_id, name }) => <Link to={`/places/${place_id}`}>{name}</Link>,
};
const columns: Column<Row>[] = [
  {
    key: 'district',
    heading: m.places_label_district(),
    value: ({ district_name }) => district_name ?? m.places_whole_town(),
  },
  { key: 'days', heading: m.places_figures_days(), value: ({ days }) => days },
  { key: 'heads', heading: m.places_figures_heads(), value: ({ heads }) => heads },
  { key: 'people', heading: m.places_figures_people(), value: ({ people }) => people },
  { key: 'nameless', heading: m.places_figures_nameless(), value: ({ nameless }) => nameless },
];
