import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { listWaysToPlaces } from '../joining-api.ts';
import { joiningStateWords } from '../joining-model.ts';

type Way = OutputOf<typeof listWaysToPlaces>['ways'][number];

export async function loader(args: PageArgs) {
  const asked = queryOf(args) as InputOf<typeof listWaysToPlaces>;
  const found = await call(listWaysToPlaces, asked, { signal: args.request.signal });
  return { ...found, ended: asked.state === 'ended' };
}

/** 参加支援 across cases: who is at which place, since when, when to look again, and what the place says. */
export function Component() {
  const { ways, next, ended } = useLoaderData<typeof loader>();
  const { today } = useMe();
  return (
    <>
      <PageHeader
        title={m.cases_ways_title()}
        lead={m.cases_ways_lead()}
        trail={[{ label: m.cases_title(), to: '/cases' }]}
      />
      <SearchForm label={m.cases_ways_summary()}>
        <SelectField
          name="state"
          label={m.cases_ways_label_state()}
          emptyLabel={m.cases_ways_open()}
          choices={[{ value: 'ended', label: m.cases_ways_ended() }]}
        />
      </SearchForm>
      <DataTable
        caption={m.cases_ways_caption()}
        rows={ways}
        rowKey={({ id }) => id}
        columns={columnsOn(today)}
        empty={{ says: ended ? m.cases_ways_none_ended() : m.cases_ways_none() }}
      />
      <Pagination next={next} />
    </>
  );
}

function columnsOn(today: string): Column<Way>[] {
  return [
    {
      key: 'client',
      heading: m.cases_joining_label_client(),
      value: ({ client_name }) => client_name ?? m.cases_name_hidden(),
      cell: ({ case_id, client_name }) => (
        <Link to={`/cases/${case_id}/joinings`}>{client_name ?? m.cases_name_hidden()}</Link>
      ),
    },
    {
      key: 'place',
      heading: m.cases_joining_label_place(),
      value: ({ place_name }) => place_name,
      cell: ({ place_id, place_name }) => <Link to={`/welcoming-places/${place_id}`}>{place_name}</Link>,
    },
    {
      key: 'state',
      heading: m.cases_ways_label_standing(),
      value: ({ state }) => joiningStateWords[state](),
    },
    {
      key: 'since',
      heading: m.cases_ways_label_since(),
      value: ({ there_since }) => (there_since ? formatDay(there_since) : m.cases_ways_not_there()),
      order: ({ there_since }) => there_since ?? '',
    },
    {
      key: 'next',
      heading: m.cases_joining_label_next_look(),
      value: ({ next_look_on }) => (next_look_on ? formatDay(next_look_on) : m.cases_ways_no_look()),
      cell: ({ next_look_on }) => (
        <>
          {next_look_on ? formatDay(next_look_on) : m.cases_ways_no_look()}{' '}
          {next_look_on && next_look_on <= today && <Badge tone="red">{m.cases_ways_look_now()}</Badge>}
        </>
      ),
      order: ({ next_look_on }) => next_look_on ?? '',
    },
    {
      key: 'says',
      heading: m.cases_ways_label_says(),
      value: ({ place_says }) =>
        place_says ? m.cases_ways_says({ day: formatDay(place_says.on), words: place_says.words }) : '',
    },
  ];
}
