import { useLoaderData } from 'react-router';
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
import { readFoodFigures } from '../api.ts';

export function loader(args: PageArgs) {
  const asked = queryOf(args) as InputOf<typeof readFoodFigures>;
  return call(readFoodFigures, asked, { signal: args.request.signal });
}
type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

/** 食料支援の数, by place, with how it is counted beside it. */
export function Component() {
  const { from, until, rows, households, definition } = useLoaderData<typeof loader>();
  const keeps = useMe().current?.role !== 'planner';
  return (
    <>
      <PageHeader
        title={m.food_figures_title()}
        lead={m.food_figures_lead()}
        trail={keeps ? [{ label: m.food_title(), to: '/food' }] : []}
      />
      <SearchForm label={m.food_figures_summary()}>
        <DateField name="from" label={m.places_label_days_from()} />
        <DateField name="until" label={m.places_label_days_until()} />
      </SearchForm>
      <p className="mb-2">{m.food_figures_period({ from: formatDay(from), until: formatDay(until) })}</p>
      <p className="mb-6 text-std-18B-160">{m.food_figures_total({ n: households })}</p>
      <DataTable
        caption={m.food_figures_caption()}
        rows={rows}
        rowKey={({ place_id }) => place_id}
        columns={columns}
        fileName={m.food_figures_title()}
        empty={{ says: m.food_figures_none() }}
      />
      <Section heading={m.food_definition_title({ n: definition.version })}>
        <p className="max-w-176">{definition.words}</p>
      </Section>
    </>
  );
}

const columns: Column<Row>[] = [
  { key: 'name', heading: m.food_label_place(), value: ({ name }) => name },
  {
    key: 'district',
    heading: m.food_label_district(),
    value: ({ district_name }) => district_name ?? m.places_whole_town(),
  },
  { key: 'givings', heading: m.food_figures_givings(), value: ({ givings }) => givings, numeric: true },
  {
    key: 'households',
    heading: m.food_figures_households(),
    value: ({ households }) => households,
    numeric: true,
  },
  { key: 'people', heading: m.food_figures_people(), value: ({ people }) => people, numeric: true },
  { key: 'named', heading: m.food_figures_named(), value: ({ named }) => named, numeric: true },
  {
    key: 'handed',
    heading: m.food_figures_kilos(),
    value: ({ kilos_handed }) => kilos_handed,
    numeric: true,
  },
  {
    key: 'thrown',
    heading: m.food_figures_thrown(),
    value: ({ kilos_thrown }) => kilos_thrown,
    numeric: true,
  },
];
