import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay, todayIn } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { listDisclosureKeys } from '../api.ts';
import { givenToWords } from '../model.ts';
import { KeyState, sayKeyState } from './shown/KeyState.tsx';

export function loader(args: PageArgs) {
  return call(listDisclosureKeys, queryOf(args) as InputOf<typeof listDisclosureKeys>, {
    signal: args.request.signal,
  });
}

/** The codes that were given out, and which still wait to be looked through. */
export function Component() {
  const { keys, next } = useLoaderData<typeof loader>();
  const { today, current } = useMe();
  const opens = current?.role === 'records_officer' || current?.role === 'gatherer';
  return (
    <>
      <PageHeader title={m.disclosures_keys_title()} lead={m.disclosures_keys_lead()} />
      <DataTable
        caption={m.disclosures_keys_title()}
        rows={keys}
        rowKey={({ id }) => id}
        empty={{ says: m.disclosures_keys_empty() }}
        columns={[
          {
            key: 'about',
            heading: m.disclosures_column_about(),
            value: ({ about_name }) => about_name,
            cell: ({ id, about_name }) =>
              opens ? <Link to={`/disclosure-keys/${id}`}>{about_name}</Link> : about_name,
          },
          {
            key: 'given_to',
            heading: m.disclosures_column_given_to(),
            value: ({ given_to }) => givenToWords[given_to](),
          },
          {
            key: 'issued',
            heading: m.disclosures_column_issued(),
            value: ({ issued_at }) => formatDay(todayIn(new Date(issued_at))),
            order: ({ issued_at }) => issued_at,
          },
          {
            key: 'expires',
            heading: m.disclosures_column_expires(),
            value: ({ expires_at }) => formatDay(todayIn(new Date(expires_at))),
            order: ({ expires_at }) => expires_at,
          },
          {
            key: 'state',
            heading: m.disclosures_column_state(),
            value: (row) => sayKeyState(row, today),
            cell: (row) => <KeyState item={row} today={today} />,
          },
          {
            key: 'questions',
            heading: m.disclosures_column_questions(),
            value: ({ open_questions }) => open_questions,
            numeric: true,
          },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}
