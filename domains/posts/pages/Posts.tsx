import { Link, useLoaderData } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { type ListedPost, listPosts } from '../api.ts';
import { postStateWords, roles, roleWords } from '../model.ts';
import { postStateTones, writeTerm } from './shown/wording.ts';

/** Who may act for whom: every post one may know of. */
export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [listed, { districts }] = await Promise.all([
    call(listPosts, queryOf(args), options),
    call(listDistricts, {}, options),
  ]);
  return { ...listed, districts };
}

const columns: Column<ListedPost>[] = [
  {
    key: 'name',
    heading: m.posts_label_name(),
    value: (row) => row.account.name,
    cell: (row) => <Link to={`/admin/posts/${row.id}`}>{row.account.name}</Link>,
  },
  { key: 'role', heading: m.posts_label_role(), value: (row) => roleWords[row.role]() },
  { key: 'body', heading: m.posts_label_body(), value: (row) => row.body.name },
  {
    key: 'district',
    heading: m.posts_label_district(),
    value: (row) => row.district?.name ?? m.posts_whole_town(),
  },
  { key: 'term', heading: m.posts_label_term(), value: writeTerm, order: (row) => row.starts_on },
  {
    key: 'state',
    heading: m.posts_label_state(),
    value: (row) => postStateWords[row.state](),
    cell: (row) => <Badge tone={postStateTones[row.state]}>{postStateWords[row.state]()}</Badge>,
  },
];

export function Component() {
  const { posts, next, districts } = useLoaderData<typeof loader>();
  const isAdministrator = useMe().current?.role === 'administrator';
  return (
    <>
      <PageHeader
        title={m.posts_posts_title()}
        lead={isAdministrator ? m.posts_posts_lead() : m.posts_posts_lead_district()}
        actions={isAdministrator && <ButtonLink to="/admin/accounts">{m.posts_give_start()}</ButtonLink>}
      />
      <SearchForm label={m.posts_posts_search()}>
        <SelectField
          name="district"
          label={m.posts_label_district()}
          emptyLabel={m.posts_all()}
          choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="role"
          label={m.posts_label_role()}
          emptyLabel={m.posts_all()}
          choices={roles.map((value) => ({ value, label: roleWords[value]() }))}
        />
        <SelectField
          name="state"
          label={m.posts_label_state()}
          emptyLabel={m.posts_posts_open()}
          choices={[
            { value: 'ended', label: postStateWords.ended() },
            { value: 'all', label: m.posts_all() },
          ]}
        />
      </SearchForm>
      <DataTable
        caption={m.posts_posts_title()}
        columns={columns}
        rows={posts}
        rowKey={(row) => row.id}
        empty={{ says: m.posts_posts_empty() }}
      />
      <Pagination next={next} />
    </>
  );
}
