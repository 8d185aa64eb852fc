import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { sortWords } from '../model.ts';
import { listParticipants } from '../participant-api.ts';

type Participant = OutputOf<typeof listParticipants>['participants'][number];

export async function loader(args: PageArgs) {
  const asked = queryOf(args) as InputOf<typeof listParticipants>;
  return { ...(await call(listParticipants, asked, { signal: args.request.signal })), q: asked.q };
}

/** Who takes part, in ふりがな order. */
export function Component() {
  const { participants, next, q } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.wishes_participants_title()}
        lead={m.wishes_participants_lead()}
        actions={
          <ButtonLink look="solid" to="/participants/new">
            {m.wishes_participant_register_summary()}
          </ButtonLink>
        }
      />
      <SearchForm label={m.wishes_participants_summary()}>
        <TextField name="q" label={m.wishes_label_search_participant()} type="search" />
      </SearchForm>
      <DataTable
        caption={m.wishes_participants_summary()}
        rows={participants}
        rowKey={({ id }) => id}
        columns={columns()}
        empty={{ says: q ? m.wishes_nothing_found() : m.wishes_participants_empty() }}
      />
      <Pagination next={next} />
    </>
  );
}

function columns(): Column<Participant>[] {
  return [
    {
      key: 'name',
      heading: m.wishes_label_name(),
      value: ({ name }) => name,
      cell: ({ id, name }) => <Link to={`/participants/${id}`}>{name}</Link>,
    },
    { key: 'kana', heading: m.wishes_label_kana(), value: ({ kana }) => kana },
    { key: 'sort', heading: m.wishes_label_sort(), value: ({ sort }) => sortWords[sort]() },
    { key: 'district', heading: m.wishes_label_district(), value: ({ district_name }) => district_name },
    { key: 'wishes', heading: m.wishes_side_wish(), value: ({ wishes }) => m.wishes_n({ n: wishes }) },
    { key: 'offers', heading: m.wishes_side_offer(), value: ({ offers }) => m.wishes_n({ n: offers }) },
  ];
}
