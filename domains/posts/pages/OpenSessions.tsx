import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf, readListed } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { endSessionOf, listOpenSessions, type OpenSession } from '../api.ts';
import { givenRoles, roleWords, signInWayWords } from '../model.ts';
import { writeHat } from './shown/wording.ts';

/** Who is signed in now, since when, under which post; each can be signed out from here. */
export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const { list, misread } = await readListed(queryOf(args), (asked) =>
    call(listOpenSessions, asked, { signal }),
  );
  return { ...list, misread };
}

const columns: Column<OpenSession>[] = [
  {
    key: 'name',
    heading: m.posts_label_name(),
    value: ({ account }) => account.name,
    cell: ({ account }) => <Link to={`/admin/accounts/${account.id}`}>{account.name}</Link>,
  },
  {
    key: 'post',
    heading: m.posts_label_posts(),
    value: ({ role, district }) => (role === null ? m.posts_open_no_post() : writeHat(role, district)),
  },
  {
    key: 'since',
    heading: m.posts_open_since(),
    value: ({ created_at }) => formatInstant(created_at),
    order: ({ created_at }) => created_at,
  },
  {
    key: 'seen',
    heading: m.posts_open_seen(),
    value: ({ seen_at }) => formatInstant(seen_at),
    order: ({ seen_at }) => seen_at,
  },
  { key: 'way', heading: m.posts_log_way(), value: ({ way }) => way && signInWayWords[way]() },
  {
    key: 'factor',
    heading: m.posts_label_factor(),
    value: ({ second_factor }) => (second_factor ? m.posts_open_factor_shown() : m.posts_open_factor_not()),
  },
  {
    key: 'end',
    heading: m.posts_open_end_heading(),
    value: () => null,
    cell: ({ id, account, current }) =>
      current ? (
        <Badge tone="blue">{m.posts_session_here()}</Badge>
      ) : (
        <CommandButton op={endSessionOf} input={{ id }}>
          {m.posts_open_end({ name: account.name })}
        </CommandButton>
      ),
  },
];

export function Component() {
  const { sessions, next, misread } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.posts_open_title()} lead={m.posts_open_lead()} />
      {misread && (
        <div className="mb-6">
          <Notice tone="warning">{m.ui_page_misread()}</Notice>
        </div>
      )}
      <SearchForm label={m.posts_open_search()}>
        <SelectField
          name="role"
          label={m.posts_label_role()}
          emptyLabel={m.posts_all()}
          choices={givenRoles.map((value) => ({ value, label: roleWords[value]() }))}
        />
      </SearchForm>
      <DataTable
        caption={m.posts_open_title()}
        columns={columns}
        rows={sessions}
        rowKey={({ id }) => id}
        empty={{ says: m.posts_open_empty() }}
      />
      <Pagination next={next} />
    </>
  );
}
