import { Link, useLoaderData, useSearchParams } from 'react-router';
import { answerColumnsFor } from '#domains/items/pages/shown/columns.ts';
import { ItemFilter } from '#domains/items/pages/shown/ItemFilter.tsx';
import { readItemQuery } from '#domains/items/pages/shown/item-query.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import { type ListedPost, listPosts } from '#domains/posts/holding-api.ts';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call, request } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { ExportButtons } from '#ui/ExportButtons.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { type Me, useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, readListed } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { exportHouseholds, listHouseholds } from '../api.ts';
import type { ListedHousehold } from '../model.ts';
import { isKeeper, useIsKeeper } from './shown/may.ts';
import { PhoneLink } from './shown/PhoneLink.tsx';
import { writeCautions } from './shown/wording.ts';

type Asked = InputOf<typeof listHouseholds>;
type Filter = Omit<InputOf<typeof exportHouseholds>, 'encoding'>;

/** In the address: nobody looks in. */
const nobody = 'none';

export async function loader(args: PageArgs) {
  const { asked: query, items: narrowedBy } = readItemQuery(args.request);
  const { visitor, ...asked } = query;
  const filter = {
    ...asked,
    ...(narrowedBy && { items: narrowedBy }),
    ...(visitor === nobody ? { unassigned: 'yes' } : visitor && { visitor }),
  } as Asked;
  const { signal } = args.request;
  const {
    list,
    asked: understood,
    misread,
  } = await readListed(filter, (narrowed) => call(listHouseholds, narrowed, { signal }));
  const [posts, items] = await Promise.all([
    listVisitors(understood.district, signal),
    loadItems('household', signal),
  ]);
  const { after: _, ...exported } = understood;
  return { ...list, posts, items, filter: exported, misread };
}

/** Who may look in, for those who assign: the posts of one district, since a whole town has too many to choose from. */
async function listVisitors(district: string | undefined, signal: AbortSignal): Promise<ListedPost[]> {
  const { current } = await request<Me>('/api/me', { signal });
  const where = current?.district?.id ?? district;
  if (!isKeeper(current?.role) || !where) return [];
  const { posts } = await call(listPosts, { district: where, limit: 200 }, { signal });
  return posts.filter(({ role }) => role === 'visitor' || role === 'commissioner' || role === 'gatherer');
}

/** The households one looks in on, or keeps, in ふりがな order. */
export function Component() {
  const { households, next, posts, items, filter, misread } = useLoaderData<typeof loader>();
  const keeps = useIsKeeper();
  const { districts, today } = useMe();
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader
        title={m.parties_list_title()}
        lead={keeps ? m.parties_list_lead() : m.parties_list_lead_own()}
        actions={keeps && <ButtonLink to="/households/new">{m.parties_register_summary()}</ButtonLink>}
      />
      {misread && (
        <div className="mb-6">
          <Notice tone="warning">{m.ui_page_misread()}</Notice>
        </div>
      )}
      <SearchForm label={m.parties_search()}>
        <TextField name="text" type="search" label={m.parties_search_text()} maxLength={100} />
        {keeps && districts.length > 1 && (
          <SelectField
            name="district"
            label={m.parties_district()}
            emptyLabel={m.parties_any()}
            width="short"
            choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {keeps && (
          <SelectField
            name="visitor"
            label={m.parties_visitors()}
            emptyLabel={m.parties_any()}
            choices={[{ value: nobody, label: m.parties_unassigned() }, ...posts.map(choiceOf)]}
          />
        )}
        {keeps && (
          <SelectField
            name="state"
            label={m.parties_entry()}
            emptyLabel={m.parties_state_open()}
            width="short"
            choices={[{ value: 'closed', label: m.parties_state_closed() }]}
          />
        )}
        <ItemFilter items={items} />
      </SearchForm>
      <DataTable
        caption={m.parties_list_title()}
        rows={households}
        rowKey={({ id }) => id}
        columns={[
          ...columnsFor(districts.length > 1),
          ...answerColumnsFor<ListedHousehold>(items, search, today, ({ answers }) => answers),
        ]}
        empty={emptyState(keeps, search.size > 0)}
        beside={<ExportButtons op={exportHouseholds} filter={filter as Filter} />}
      />
      <Pagination next={next} />
    </>
  );
}

function choiceOf({ id, account, role }: ListedPost) {
  const label = role === 'commissioner' ? m.parties_visitor_commissioner(account) : account.name;
  return { value: id, label };
}

function emptyState(keeps: boolean, narrowed: boolean) {
  if (narrowed) return { says: m.parties_list_nothing_found() };
  if (!keeps) return { says: m.parties_list_empty_own() };
  return {
    says: m.parties_list_empty(),
    action: <ButtonLink to="/households/new">{m.parties_register_summary()}</ButtonLink>,
  };
}

function columnsFor(severalDistricts: boolean): Column<ListedHousehold>[] {
  const columns: Column<ListedHousehold>[] = [
    {
      key: 'name',
      heading: m.parties_export_name(),
      value: ({ name, kana }) => m.parties_name_with_kana({ name, kana }),
      order: ({ kana }) => kana,
      cell: ({ id, name, kana }) => (
        <>
          <Link to={`/households/${id}`}>{name}</Link>
          <span className="block text-solid-gray-700">{kana}</span>
        </>
      ),
    },
    {
      key: 'number',
      heading: m.parties_export_number(),
      value: ({ number }) => number,
      cell: ({ number }) => <span className="whitespace-nowrap">{number}</span>,
    },
    { key: 'address', heading: m.parties_export_address(), value: ({ address }) => address },
    {
      key: 'phone',
      heading: m.parties_export_phone(),
      value: ({ phone }) => phone,
      cell: ({ phone }) => phone && <PhoneLink phone={phone} />,
    },
    {
      key: 'cautions',
      heading: m.parties_export_cautions(),
      value: ({ cautions }) => writeCautions(cautions),
    },
    { key: 'visitors', heading: m.parties_visitors(), value: writeVisitors },
  ];
  if (severalDistricts)
    columns.push({
      key: 'district',
      heading: m.parties_district(),
      value: ({ district }) => district.name,
    });
  return columns;
}

/** Somebody who looks in under two hats is named once. */
function writeVisitors({ visitors }: ListedHousehold): string {
  const names = visitors.map(({ name }) => name ?? m.parties_visitor_unnamed());
  return [...new Set(names)].join(m.parties_join());
}
