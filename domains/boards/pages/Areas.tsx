import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { enterAreaFigures, type ListedArea, listAreas } from '../api.ts';
import { sayShare } from './shown/say-share.ts';

export function loader({ request }: PageArgs) {
  return call(listAreas, {}, { signal: request.signal });
}

/** 校区カード: who lives where, as the town's statistics say it, with their day and source. */
export function Component() {
  const { areas } = useLoaderData<typeof loader>();
  const { today, current } = useMe();
  const planner = current?.role === 'planner';
  const enters = planner || current?.role === 'community_coordinator';
  return (
    <>
      <PageHeader title={m.boards_areas_title()} lead={m.boards_areas_lead()} />
      <DataTable
        caption={m.boards_areas_caption()}
        rows={areas}
        rowKey={(one) => one.district_id}
        columns={planner ? columns : [linked, ...columns.slice(1)]}
        empty={{ says: m.boards_areas_none() }}
        fileName={m.boards_areas_file()}
      />
      {enters && (
        <Section heading={m.boards_figures_summary()}>
          <p>{m.boards_figures_lead()}</p>
          <Form
            op={enterAreaFigures}
            keeps
            mints="id"
            submit={m.boards_figures_submit()}
            doneSays={m.boards_figures_done()}
          >
            <DateField name="as_of" label={m.boards_label_as_of()} required max={today} />
            <TextField
              name="source"
              label={m.boards_label_source()}
              hint={m.boards_hint_source()}
              required
              width="full"
              maxLength={200}
            />
            <TextArea
              name="lines"
              label={m.boards_label_lines()}
              hint={m.boards_hint_lines()}
              required
              rows={8}
              maxLength={20_000}
            />
          </Form>
        </Section>
      )}
    </>
  );
}

const named: Column<ListedArea> = {
  key: 'district',
  heading: m.boards_label_district(),
  value: ({ district_name }) => district_name,
};
const linked: Column<ListedArea> = {
  ...named,
  cell: ({ district_id, district_name }) => <Link to={`/areas/${district_id}`}>{district_name}</Link>,
};
const columns: Column<ListedArea>[] = [
  named,
  {
    key: 'population',
    heading: m.boards_label_population(),
    value: ({ figures }) => figures?.population ?? null,
    numeric: true,
  },
  {
    key: 'aged',
    heading: m.boards_label_aged_share(),
    value: ({ figures }) => figures && sayShare(figures.aged, figures.population),
    numeric: true,
  },
  {
    key: 'households',
    heading: m.boards_label_households(),
    value: ({ figures }) => figures?.households ?? null,
    numeric: true,
  },
  {
    key: 'as_of',
    heading: m.boards_label_as_of(),
    value: ({ figures }) => figures && formatDay(figures.as_of),
    order: ({ figures }) => figures?.as_of ?? null,
  },
  { key: 'source', heading: m.boards_label_source(), value: ({ figures }) => figures?.source ?? null },
];
