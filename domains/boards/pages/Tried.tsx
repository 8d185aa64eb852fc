import { useLoaderData } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import { choicesOn } from '#domains/codes/model.ts';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { listTried, type Tried } from '../api.ts';
import { triedKinds, triedKindWords } from '../model.ts';
import { triedColumns } from './shown/tried-columns.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const asked = queryOf(args) as InputOf<typeof listTried>;
  const [found, { entries }, { districts }] = await Promise.all([
    call(listTried, asked, options),
    call(listCodes, { list: 'helping_work' }, options),
    call(listDistricts, {}, options),
  ]);
  return { ...found, entries, districts, narrowed: Boolean(asked.q || asked.what || asked.work) };
}

/** What other districts have tried and let be read here. */
export function Component() {
  const { tried, next, entries, districts, narrowed } = useLoaderData<typeof loader>();
  const { today } = useMe();
  return (
    <>
      <PageHeader title={m.boards_tried_title()} lead={m.boards_tried_lead()} />
      <SearchForm label={m.boards_tried_search()}>
        <TextField name="q" label={m.boards_label_q()} type="search" />
        <SelectField
          name="what"
          label={m.boards_label_kind()}
          emptyLabel={m.boards_any()}
          choices={triedKinds.map((value) => ({ value, label: triedKindWords[value]() }))}
        />
        <SelectField
          name="work"
          label={m.boards_label_works()}
          emptyLabel={m.boards_any()}
          choices={choicesOn(entries, 'helping_work', today)}
        />
        <SelectField
          name="district"
          label={m.boards_label_district()}
          emptyLabel={m.boards_any()}
          choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </SearchForm>
      <DataTable
        caption={m.boards_tried_caption()}
        rows={tried}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: narrowed ? m.boards_tried_not_found() : m.boards_tried_none() }}
        fileName={m.boards_tried_file()}
      />
      <Pagination next={next} />
    </>
  );
}

const columns: Column<Tried>[] = [
  ...triedColumns<Tried>(),
  { key: 'more', heading: m.boards_label_more(), value: ({ more }) => more },
  {
    key: 'on',
    heading: m.boards_label_on(),
    value: ({ happened_on }) => formatDay(happened_on),
    order: ({ happened_on }) => happened_on,
  },
];
