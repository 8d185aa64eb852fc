import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { findClients, listClients } from '../client-api.ts';
import { sexWords, windows, writePerson } from '../client-model.ts';

type Client = OutputOf<typeof listClients>['clients'][number];

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const { q, ...asked } = queryOf(args);
  if (!q)
    return {
      q: null,
      more: false,
      ...(await call(listClients, asked as InputOf<typeof listClients>, options)),
    };
  return { q, next: null, ...(await call(findClients, { q }, options)) };
}

/** The people a window works with, and those it is given by others. */
export function Component() {
  const { clients, next, q, more } = useLoaderData<typeof loader>();
  const { current } = useMe();
  return (
    <>
      <PageHeader
        title={m.cases_clients_title()}
        lead={m.cases_clients_lead()}
        actions={
          windows.some((role) => role === current?.role) && (
            <ButtonLink look="solid" to="/intakes/new">
              {m.cases_intake_receive_summary()}
            </ButtonLink>
          )
        }
      />
      <SearchForm label={m.cases_clients_find_summary()}>
        <TextField name="q" label={m.cases_label_search()} hint={m.cases_hint_search()} type="search" />
      </SearchForm>
      <DataTable
        caption={m.cases_clients_list_summary()}
        rows={clients}
        rowKey={({ id }) => id}
        columns={columns()}
        empty={{ says: q ? m.cases_clients_nothing_found() : m.cases_clients_empty() }}
      />
      {more && <p>{m.cases_clients_more()}</p>}
      <Pagination next={next} />
    </>
  );
}

function columns(): Column<Client>[] {
  return [
    {
      key: 'name',
      heading: m.cases_label_name(),
      value: writePerson,
      cell: (client) => <Link to={`/clients/${client.id}`}>{writePerson(client)}</Link>,
    },
    { key: 'kana', heading: m.cases_label_kana(), value: ({ kana }) => kana },
    {
      key: 'born',
      heading: m.cases_label_born_on(),
      value: ({ born_on, born_about }) => (born_on ? formatDay(born_on) : born_about),
      order: ({ born_on }) => born_on ?? '',
    },
    { key: 'sex', heading: m.cases_label_sex(), value: ({ sex }) => sex && sexWords[sex]() },
    { key: 'holder', heading: m.cases_label_holder(), value: ({ holder_name }) => holder_name },
  ];
}
