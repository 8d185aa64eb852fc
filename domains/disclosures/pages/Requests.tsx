import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { requestKindWords, requestStateWords } from '../model.ts';
import { listRequests } from '../request-api.ts';

export function loader(args: PageArgs) {
  return call(listRequests, queryOf(args) as InputOf<typeof listRequests>, { signal: args.request.signal });
}

/** 開示・訂正・利用停止の請求, each with its own clock. */
export function Component() {
  const { requests, next } = useLoaderData<typeof loader>();
  const receive = <ButtonLink to="/disclosure-requests/new">{m.disclosures_receive_title()}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={m.disclosures_requests_title()}
        lead={m.disclosures_requests_lead()}
        actions={receive}
      />
      <DataTable
        caption={m.disclosures_requests_title()}
        rows={requests}
        rowKey={({ id }) => id}
        empty={{ says: m.disclosures_requests_empty(), action: receive }}
        columns={[
          {
            key: 'number',
            heading: m.disclosures_column_number(),
            value: ({ number }) => number,
            cell: ({ id, number }) => <Link to={`/disclosure-requests/${id}`}>{number}</Link>,
          },
          {
            key: 'kind',
            heading: m.disclosures_column_kind(),
            value: ({ kind }) => requestKindWords[kind](),
          },
          {
            key: 'requester',
            heading: m.disclosures_column_requester(),
            value: ({ requester_name }) => requester_name,
          },
          {
            key: 'received',
            heading: m.disclosures_column_received(),
            value: ({ received_on }) => formatDay(received_on),
            order: ({ received_on }) => received_on,
          },
          {
            key: 'due',
            heading: m.disclosures_column_due(),
            value: ({ due_on }) => formatDay(due_on),
            order: ({ due_on }) => due_on,
          },
          {
            key: 'state',
            heading: m.disclosures_column_state(),
            value: ({ state }) => requestStateWords[state](),
          },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}
