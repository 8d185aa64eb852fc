import { Link, useLoaderData } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call, hrefOf } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { Section } from '#ui/Section.tsx';
import { askPlaces, type ListedPlace, listPlaces, printPlaceLetters, setPlaceRule } from '../api.ts';
import { writeTimes } from '../openings.ts';
import { FreshnessBadge } from './shown/FreshnessBadge.tsx';
import { weekdayChoices } from './shown/PlaceFields.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const asked = queryOf(args) as InputOf<typeof listPlaces>;
  const [found, { districts }] = await Promise.all([
    call(listPlaces, asked, options),
    call(listDistricts, {}, options),
  ]);
  const narrowed = Boolean(asked.q || asked.district || asked.weekday || asked.state);
  return { ...found, districts, narrowed, asking: asked.state === 'ask' };
}

/** 居場所: what one can do where, and what has to be asked after. */
export function Component() {
  const { places, next, districts, narrowed, asking } = useLoaderData<typeof loader>();
  const coordinates = useMe().current?.role === 'community_coordinator';
  const none = coordinates ? m.places_none() : m.places_none_host();
  return (
    <>
      <PageHeader
        title={m.places_title()}
        lead={m.places_lead()}
        actions={
          <>
            {coordinates && (
              <ButtonLink look="solid" to="/places/new">
                {m.places_write_summary()}
              </ButtonLink>
            )}
            <ButtonLink to="/attendance-figures">{m.places_figures_title()}</ButtonLink>
          </>
        }
      />
      <SearchForm label={m.places_list_summary()}>
        <TextField name="q" label={m.places_label_q()} type="search" />
        {coordinates && (
          <SelectField
            name="district"
            label={m.places_label_district()}
            emptyLabel={m.places_any_district()}
            choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <SelectField
          name="weekday"
          label={m.places_label_weekday()}
          emptyLabel={m.places_any_weekday()}
          choices={weekdayChoices()}
          width="short"
        />
        <SelectField
          name="state"
          label={m.places_label_state()}
          emptyLabel={m.places_state_open()}
          choices={[
            { value: 'ask', label: m.places_state_ask() },
            { value: 'closed', label: m.places_state_closed() },
          ]}
        />
      </SearchForm>
      {asking && coordinates && places.length > 0 && <Asking places={places} />}
      <DataTable
        caption={m.places_caption()}
        rows={places}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: narrowed ? m.places_none_found() : none }}
      />
      <Pagination next={next} />
      {coordinates && <Rule />}
    </>
  );
}

/** What was not confirmed in time is asked after: by letter, all at once, or by telephone. */
function Asking({ places }: { places: readonly ListedPlace[] }) {
  const ids = places.map(({ id }) => id);
  return (
    <div className="mb-6 flex flex-wrap items-center gap-4 print:hidden">
      <p>{m.places_ask_lead({ n: ids.length })}</p>
      <CommandButton op={askPlaces} input={{ id: mintId(), places: ids, way: 'letter' }}>
        {m.places_ask_letter()}
      </CommandButton>
      <CommandButton op={askPlaces} input={{ id: mintId(), places: ids, way: 'phone' }}>
        {m.places_ask_phone()}
      </CommandButton>
      <DownloadLink href={hrefOf(printPlaceLetters, {})}>{m.places_letters_print()}</DownloadLink>
    </div>
  );
}

/** 確かめる目安: seen by everybody who keeps places, set by coordinators. */
function Rule() {
  const { rule } = useLoaderData<typeof loader>();
  return (
    <Section heading={m.places_rule_title()}>
      <p>{m.places_rule_now({ months: rule.months, days: rule.grace_days })}</p>
      <details className="rounded-8 border border-solid-gray-300 p-4 print:hidden">
        <summary className="cursor-pointer py-2 text-std-16B-170">{m.places_rule_submit()}</summary>
        <div className="mt-4">
          <Form
            op={setPlaceRule}
            mints="id"
            initial={rule}
            submit={m.places_submit()}
            doneSays={m.places_rule_done()}
          >
            <NumberField name="months" label={m.places_label_months()} required />
            <NumberField name="grace_days" label={m.places_label_grace()} required />
          </Form>
        </div>
      </details>
    </Section>
  );
}

const columns: Column<ListedPlace>[] = [
  {
    key: 'name',
    heading: m.places_label_name(),
    value: ({ name }) => name,
    cell: ({ id, name }) => <Link to={`/places/${id}`}>{name}</Link>,
    order: ({ kana }) => kana,
  },
  { key: 'what', heading: m.places_label_what(), value: ({ what }) => what },
  {
    key: 'when',
    heading: m.places_label_when(),
    value: ({ times, times_words }) => writeTimes(times, times_words) || null,
  },
  {
    key: 'district',
    heading: m.places_label_district(),
    value: ({ district_name }) => district_name ?? m.places_whole_town(),
  },
  {
    key: 'public',
    heading: m.places_label_public(),
    value: ({ shown }) => (shown.length > 0 ? m.places_public_yes() : m.places_public_no()),
  },
  {
    key: 'confirmed',
    heading: m.places_label_confirmed(),
    value: ({ confirmed_on }) => formatDay(confirmed_on),
    cell: ({ confirmed_on, freshness }) => (
      <>
        {formatDay(confirmed_on)} <FreshnessBadge freshness={freshness} />
      </>
    ),
    order: ({ confirmed_on }) => confirmed_on,
  },
  {
    key: 'asked',
    heading: m.places_label_asked(),
    value: ({ asked_on }) => asked_on && formatDay(asked_on),
  },
];
