import { useState } from 'react';
import { Link, useLoaderData, useRevalidator } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { exportTransferSheet, type ListedTransfer, listTransfers, type PrintedPerson } from '../api.ts';
import { PrintedCodes } from './shown/PrintedCodes.tsx';
import { TransferTrial } from './shown/TransferTrial.tsx';

/** 異動: many endings, terms and new posts from one file; first tried, then done. */
export async function loader(args: PageArgs) {
  return call(listTransfers, queryOf(args), { signal: args.request.signal });
}

const columns: Column<ListedTransfer>[] = [
  {
    key: 'done_on',
    heading: m.posts_transfer_done_on(),
    value: (row) => formatDay(row.done_on),
    cell: (row) => <Link to={`/admin/transfers/${row.id}`}>{formatDay(row.done_on)}</Link>,
    order: (row) => row.done_on,
  },
  { key: 'file', heading: m.posts_transfer_file(), value: (row) => row.file_name },
  { key: 'by', heading: m.posts_transfer_done_by(), value: (row) => row.done_by },
  { key: 'ended', heading: m.posts_transfer_ended(), value: (row) => row.ended, numeric: true },
  {
    key: 'reappointed',
    heading: m.posts_transfer_reappointed(),
    value: (row) => row.reappointed,
    numeric: true,
  },
  { key: 'given', heading: m.posts_transfer_given(), value: (row) => row.given, numeric: true },
  {
    key: 'withdrawn',
    heading: m.posts_label_state(),
    value: (row) => (row.withdrawn ? m.posts_transfer_withdrawn() : m.posts_transfer_done_state()),
    cell: (row) =>
      row.withdrawn ? (
        <Badge tone="neutral">{m.posts_transfer_withdrawn()}</Badge>
      ) : (
        <Badge tone="green">{m.posts_transfer_done_state()}</Badge>
      ),
  },
];

export function Component() {
  const { transfers, next } = useLoaderData<typeof loader>();
  const revalidator = useRevalidator();
  const [done, setDone] = useState<{ id: string; codes: readonly PrintedPerson[] } | null>(null);
  if (done)
    return (
      <>
        <PageHeader
          title={m.posts_transfer_done_title()}
          trail={[{ label: m.posts_transfers_title(), to: '/admin/transfers' }]}
        />
        <Notice tone="success">
          <p>{m.posts_transfer_done({ n: done.codes.length })}</p>
        </Notice>
        <p className="my-6 print:hidden">
          <ButtonLink to={`/admin/transfers/${done.id}`}>{m.posts_transfer_to_receipt()}</ButtonLink>
        </p>
        {done.codes.length > 0 && <PrintedCodes people={done.codes} />}
      </>
    );
  return (
    <>
      <PageHeader title={m.posts_transfers_title()} lead={m.posts_transfers_lead()} />
      <Section heading={m.posts_transfer_sheet_title()}>
        <p>{m.posts_transfer_sheet_lead()}</p>
        <p className="flex flex-wrap gap-3">
          <DownloadLink href={hrefOf(exportTransferSheet, { what: 'posts', form: 'xlsx' })}>
            {m.posts_transfer_sheet_posts()}
          </DownloadLink>
          <DownloadLink href={hrefOf(exportTransferSheet, { what: 'posts' })}>
            {m.posts_transfer_sheet_csv()}
          </DownloadLink>
          <DownloadLink href={hrefOf(exportTransferSheet, { what: 'posts', encoding: 'cp932' })}>
            {m.posts_transfer_sheet_cp932()}
          </DownloadLink>
          <DownloadLink href={hrefOf(exportTransferSheet, { what: 'blank', form: 'xlsx' })}>
            {m.posts_transfer_sheet_blank()}
          </DownloadLink>
        </p>
      </Section>
      <Section heading={m.posts_transfer_try_title()}>
        <TransferTrial
          done={(id, codes) => {
            setDone({ id, codes });
            revalidator.revalidate();
          }}
        />
      </Section>
      <Section heading={m.posts_transfers_done()}>
        <DataTable
          caption={m.posts_transfers_table()}
          columns={columns}
          rows={transfers}
          rowKey={(row) => row.id}
          empty={{ says: m.posts_transfers_empty() }}
        />
        <Pagination next={next} />
      </Section>
    </>
  );
}
