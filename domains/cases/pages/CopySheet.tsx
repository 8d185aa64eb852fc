import { useState } from 'react';
import { useLoaderData } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Button, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { printCopySheet, readCopySheet } from '../copy-api.ts';
import { sayOrder } from '../copy-model.ts';

export function loader(args: PageArgs) {
  const which = { case_id: partOf(args, 'id'), client_id: partOf(args, 'client') };
  return call(readCopySheet, which, { signal: args.request.signal });
}

/** What is typed into the national statistics system, item by item in its order, each with a button that copies it. */
export function Component() {
  const sheet = useLoaderData<typeof loader>();
  const { case_id, client_id, items, order } = sheet;
  return (
    <>
      <PageHeader
        title={m.cases_copy_title()}
        lead={m.cases_copy_lead({ name: sheet.client_name ?? '', number: sheet.case_number })}
        actions={
          <>
            <DownloadLink href={hrefOf(printCopySheet, { case_id, client_id, format: 'pdf' })}>
              {m.cases_copy_print_pdf()}
            </DownloadLink>
            <DownloadLink href={hrefOf(printCopySheet, { case_id, client_id, format: 'xlsx' })}>
              {m.cases_copy_print_xlsx()}
            </DownloadLink>
          </>
        }
      />
      <Notice tone={order.confirmed ? 'info' : 'warning'}>{sayOrder(order)}</Notice>
      <CopyList items={items} />
    </>
  );
}

function CopyList({ items }: { items: OutputOf<typeof readCopySheet>['items'] }) {
  const [said, say] = useState('');
  return (
    <>
      <ol className="mt-6 border-t border-solid-gray-300">
        {items.map(({ item, wording, value }, i) => (
          <li
            key={item}
            className="grid items-start gap-x-6 gap-y-2 border-b border-solid-gray-300 py-3 md:grid-cols-[14rem_1fr_auto]"
          >
            <span className="text-std-16B-170">{m.cases_copy_numbered({ n: i + 1, item: wording })}</span>
            <span className="whitespace-pre-line">
              {value ?? <span className="text-solid-gray-600">{m.cases_copy_nothing()}</span>}
            </span>
            {value !== null && (
              <span className="print:hidden">
                <Button
                  look="text"
                  onPress={() =>
                    void navigator.clipboard.writeText(value).then(
                      () => say(m.cases_copy_copied({ item: wording })),
                      () => say(m.cases_copy_failed({ item: wording })),
                    )
                  }
                >
                  {m.cases_copy_copy({ item: wording })}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      <p role="status" className="sticky bottom-0 bg-white py-2 print:hidden">
        {said}
      </p>
    </>
  );
}
