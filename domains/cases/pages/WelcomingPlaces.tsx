import { Link, useLoaderData } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { listWelcomingPlaces } from '../place-api.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const asked = queryOf(args) as InputOf<typeof listWelcomingPlaces>;
  const [found, { districts }] = await Promise.all([
    call(listWelcomingPlaces, asked, options),
    call(listDistricts, {}, options),
  ]);
  return { ...found, districts, narrowed: Boolean(asked.q || asked.district || asked.closed === 'yes') };
}

/** Places that welcome: what one can do there, and when somebody last asked. */
export function Component() {
  const { places, next, districts, narrowed } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.cases_places_title()}
        lead={m.cases_places_lead()}
        actions={
          <ButtonLink look="solid" to="/welcoming-places/new">
            {m.cases_place_add_summary()}
          </ButtonLink>
        }
      />
      <SearchForm label={m.cases_places_summary()}>
        <TextField name="q" label={m.cases_place_q()} type="search" />
        <SelectField
          name="district"
          label={m.cases_place_label_district()}
          emptyLabel={m.wishes_any_district()}
          choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="closed"
          label={m.wishes_label_state()}
          emptyLabel={m.cases_places_open_toggle()}
          choices={[{ value: 'yes', label: m.cases_places_closed_toggle() }]}
        />
      </SearchForm>
      <DataTable
        caption={m.cases_places_caption()}
        rows={places}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            heading: m.cases_place_label_name(),
            value: ({ name }) => name,
            cell: ({ id, name }) => <Link to={`/welcoming-places/${id}`}>{name}</Link>,
            order: ({ kana }) => kana,
          },
          { key: 'what', heading: m.cases_place_label_what(), value: ({ what }) => what },
          {
            key: 'how_many',
            heading: m.cases_place_label_how_many(),
            value: ({ how_many }) => (how_many === null ? null : m.cases_place_people({ n: how_many })),
          },
          {
            key: 'district',
            heading: m.cases_place_label_district(),
            value: ({ district_name }) => district_name,
          },
          {
            key: 'confirmed',
            heading: m.cases_place_label_confirmed(),
            value: ({ confirmed_on }) => formatDay(confirmed_on),
            cell: ({ confirmed_on, stale }) => (
              <>
                {formatDay(confirmed_on)} {stale && <Badge tone="yellow">{m.cases_place_stale()}</Badge>}
              </>
            ),
            order: ({ confirmed_on }) => confirmed_on,
          },
        ]}
        empty={{ says: narrowed ? m.cases_places_none_found() : m.cases_places_empty() }}
      />
      <Pagination next={next} />
    </>
  );
}
