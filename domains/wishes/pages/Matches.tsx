import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { listMatches } from '../match-api.ts';
import { outcomeWords, shapeWords } from '../model.ts';
import { listWhoWaited } from '../telling-api.ts';
import { WhoWaited } from './shown/WhoWaited.tsx';

type Match = OutputOf<typeof listMatches>['matches'][number];

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [matches, { waited }] = await Promise.all([
    call(listMatches, queryOf(args) as InputOf<typeof listMatches>, options),
    call(listWhoWaited, {}, options),
  ]);
  return { ...matches, waited };
}

/** つなぎ: who is being brought together, and how far it has come. */
export function Component() {
  const { matches, next, waited } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.wishes_matches_title()} lead={m.wishes_matches_lead()} />
      <SearchForm label={m.wishes_matches_summary()}>
        <SelectField
          name="closed"
          label={m.wishes_label_state()}
          emptyLabel={m.wishes_matches_open()}
          choices={[{ value: 'yes', label: m.wishes_matches_closed() }]}
        />
      </SearchForm>
      <DataTable
        caption={m.wishes_matches_summary()}
        rows={matches}
        rowKey={({ id }) => id}
        columns={columns()}
        empty={{ says: m.wishes_matches_empty() }}
      />
      <Pagination next={next} />
      <WhoWaited waited={waited} />
    </>
  );
}

function columns(): Column<Match>[] {
  return [
    {
      key: 'names',
      heading: m.wishes_label_participants(),
      value: ({ names }) => names.join(m.wishes_between()),
      cell: ({ id, names }) => <Link to={`/matches/${id}`}>{names.join(m.wishes_between())}</Link>,
    },
    {
      key: 'shape',
      heading: m.wishes_label_shape(),
      value: ({ shape }) => shapeWords[shape](),
    },
    {
      key: 'on',
      heading: m.wishes_label_proposed_on(),
      value: ({ proposed_on }) => formatDay(proposed_on),
      order: ({ proposed_on }) => proposed_on,
    },
    { key: 'state', heading: m.wishes_label_state(), value: writeState },
  ];
}

function writeState({ outcome, yes, parties, came_true }: Match): string {
  if (outcome) return outcomeWords[outcome]();
  if (came_true > 0) return m.wishes_state_came_true();
  return yes === parties ? m.wishes_state_agreed() : m.wishes_state_asked({ yes, parties });
}
