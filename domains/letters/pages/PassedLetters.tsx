import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { type ListedPassing, listPassedLetters } from '../api.ts';
import { groundWords } from '../model.ts';
import { BoxTabs } from './shown/BoxTabs.tsx';
import { dayOfInstant } from './shown/day-of-instant.ts';

export function loader(args: PageArgs) {
  const asked = queryOf(args) as InputOf<typeof listPassedLetters>;
  return call(listPassedLetters, asked, { signal: args.request.signal });
}

/** What the own window passed on to others: where to and why. */
export function Component() {
  const { passings, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.letters_box_passed()}
        lead={m.letters_passed_lead()}
        trail={[{ label: m.letters_title(), to: '/letters' }]}
      />
      <BoxTabs current="passed" />
      <DataTable
        caption={m.letters_passed_list_summary()}
        rows={passings}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: m.letters_empty_passed() }}
      />
      <Pagination next={next} />
    </>
  );
}

const columns: Column<ListedPassing>[] = [
  {
    key: 'at',
    heading: m.letters_label_passed_at(),
    value: ({ passed_at }) => formatDay(dayOfInstant(passed_at)),
    order: ({ passed_at }) => passed_at,
  },
  { key: 'to', heading: m.letters_label_receiver(), value: ({ to }) => to },
  { key: 'words', heading: m.letters_label_pass_words(), value: ({ words }) => words },
  { key: 'ground', heading: m.letters_label_ground(), value: ({ ground }) => groundWords[ground]() },
];
