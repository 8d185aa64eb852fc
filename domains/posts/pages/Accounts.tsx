import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { type ListedAccount, listAccounts } from '../api.ts';
import { accountStateWords, writeHat } from './shown/wording.ts';

/** Everybody who can sign in, and what they hold. */
export function loader(args: PageArgs) {
  return call(listAccounts, queryOf(args), { signal: args.request.signal });
}

const columns: Column<ListedAccount>[] = [
  {
    key: 'name',
    heading: m.posts_label_name(),
    value: (row) => row.name,
    cell: (row) => <Link to={`/admin/accounts/${row.id}`}>{row.name}</Link>,
    order: (row) => row.kana,
  },
  { key: 'sign_in_name', heading: m.posts_label_sign_in_name(), value: (row) => row.sign_in_name },
  { key: 'state', heading: m.posts_label_state(), value: sayState, cell: (row) => <State row={row} /> },
  {
    key: 'posts',
    heading: m.posts_label_posts(),
    value: (row) => row.posts.map(({ role, district }) => writeHat(role, district)).join(m.posts_comma()),
  },
  {
    key: 'factor',
    heading: m.posts_label_factor(),
    value: (row) => (row.second_factor ? m.posts_factor_set() : m.posts_factor_unset()),
  },
];

export function Component() {
  const { accounts, next } = useLoaderData<typeof loader>();
  const invite = (
    <ButtonLink look="solid" to="/admin/accounts/new">
      {m.posts_invite_title()}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={m.posts_accounts_title()} lead={m.posts_accounts_lead()} actions={invite} />
      <SearchForm label={m.posts_accounts_search()}>
        <TextField name="search" type="search" label={m.posts_label_search()} hint={m.posts_hint_search()} />
        <SelectField
          name="state"
          label={m.posts_label_state()}
          emptyLabel={m.posts_accounts_open()}
          choices={[
            { value: 'closed', label: accountStateWords.closed() },
            { value: 'all', label: m.posts_all() },
          ]}
        />
      </SearchForm>
      <DataTable
        caption={m.posts_accounts_title()}
        columns={columns}
        rows={accounts}
        rowKey={(row) => row.id}
        empty={{ says: m.posts_accounts_empty() }}
      />
      <Pagination next={next} />
    </>
  );
}

function State({ row }: { row: ListedAccount }) {
  const tone = row.state === 'active' ? 'green' : row.state === 'invited' ? 'yellow' : 'neutral';
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={tone}>{accountStateWords[row.state]()}</Badge>
      {row.invitation_until && m.posts_invited_until({ day: formatDay(row.invitation_until) })}
    </span>
  );
}

function sayState(row: ListedAccount): string {
  return accountStateWords[row.state]();
}
