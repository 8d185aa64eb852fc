import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { boxWords, type ListedLetter, listLetters } from '../api.ts';
import { aboutWords, stateWords } from '../model.ts';
import { BoxTabs } from './shown/BoxTabs.tsx';
import { dayOfInstant } from './shown/day-of-instant.ts';
import { firstWordsOf } from './shown/first-words.ts';

export async function loader(args: PageArgs) {
  const asked = queryOf(args) as InputOf<typeof listLetters>;
  return {
    box: asked.box ?? 'waiting',
    ...(await call(listLetters, asked, { signal: args.request.signal })),
  };
}

/** What came over the public form: what waits, what was held back, what was decided on. */
export function Component() {
  const { box, letters, next, waiting, held_back } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.letters_title()}
        lead={m.letters_lead()}
        trail={[{ label: m.cases_intakes_title(), to: '/intakes' }]}
      />
      <BoxTabs current={box} counts={{ waiting, held_back }} />
      <DataTable
        caption={boxWords[box]()}
        rows={letters}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{ says: empty[box]() }}
      />
      <Pagination next={next} />
    </>
  );
}

const empty = {
  waiting: m.letters_empty_waiting,
  held_back: m.letters_empty_held_back,
  done: m.letters_empty_done,
} as const;

const columns: Column<ListedLetter>[] = [
  {
    key: 'at',
    heading: m.letters_label_received_at(),
    value: ({ received_at }) => formatDay(dayOfInstant(received_at)),
    order: ({ received_at }) => received_at,
  },
  {
    key: 'words',
    heading: m.letters_label_words(),
    value: firstWordsOf,
    cell: (letter) => <Link to={`/letters/${letter.id}`}>{firstWordsOf(letter)}</Link>,
  },
  {
    key: 'about',
    heading: m.letters_label_about(),
    value: ({ about }) => about && aboutWords[about](),
  },
  { key: 'state', heading: m.letters_label_state(), value: sayState },
];

function sayState({ state, answered_at }: ListedLetter): string {
  return answered_at
    ? m.letters_answered({ day: formatDay(dayOfInstant(answered_at)) })
    : stateWords[state]();
}
