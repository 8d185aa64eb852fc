import { useState } from 'react';
import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Button } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { type PrintedPerson, readTransfer, renewTransferCodes, withdrawTransfer } from '../api.ts';
import { PrintedCodes } from './shown/PrintedCodes.tsx';
import { TransferChanges } from './shown/TransferChanges.tsx';

/** The receipt of a transfer: which file, who did it, what each row did, and what can still be taken back. */
export async function loader(args: PageArgs) {
  return call(readTransfer, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

export function Component() {
  const transfer = useLoaderData<typeof loader>();
  const [codes, setCodes] = useState<readonly PrintedPerson[]>([]);
  const { withdrawn, changes, waiting } = transfer;
  const open = changes.filter(({ withdrawable }) => withdrawable).length;
  return (
    <>
      <PageHeader
        title={m.posts_transfer_title({ day: formatDay(transfer.done_on) })}
        trail={[{ label: m.posts_transfers_title(), to: '/admin/transfers' }]}
        actions={<Button onPress={() => window.print()}>{m.posts_code_print()}</Button>}
      />
      {codes.length > 0 && <PrintedCodes people={codes} />}
      <div className={codes.length > 0 ? 'mt-10 print:hidden' : ''}>
        <Section heading={m.posts_transfer_receipt()}>
          <DescriptionList
            items={[
              { term: m.posts_transfer_file(), value: transfer.file_name },
              { term: m.posts_transfer_done_by(), value: transfer.done_by },
              {
                term: m.posts_transfer_counts(),
                value: m.posts_transfer_counted({
                  ended: transfer.ended,
                  reappointed: transfer.reappointed,
                  given: transfer.given,
                  invited: transfer.invited,
                  unchanged: transfer.unchanged,
                }),
              },
              {
                term: m.posts_transfer_hash(),
                value: <span className="break-all font-mono">{transfer.file_hash}</span>,
              },
              ...(withdrawn
                ? [
                    {
                      term: m.posts_transfer_withdrawn(),
                      value: m.posts_transfer_withdrawn_line({
                        day: formatDay(withdrawn.on),
                        by: withdrawn.by,
                        reason: withdrawn.reason,
                      }),
                    },
                  ]
                : []),
            ]}
          />
        </Section>
        <TransferChanges changes={changes} />
        {waiting > 0 && !withdrawn && (
          <div className="mt-10 print:hidden">
            <Section heading={m.posts_codes_title()}>
              <p>{m.posts_codes_waiting({ n: waiting })}</p>
              <CommandButton
                op={renewTransferCodes}
                input={{ id: transfer.id }}
                done={({ secret_codes }) => setCodes(secret_codes ?? [])}
              >
                {m.posts_codes_renew()}
              </CommandButton>
            </Section>
          </div>
        )}
        {open > 0 && (
          <div className="mt-10 print:hidden">
            <Section heading={m.posts_transfer_withdraw_title()}>
              <p>{m.posts_transfer_withdraw_lead({ n: open, kept: changes.length - open })}</p>
              <Form
                op={withdrawTransfer}
                also={{ id: transfer.id }}
                submit={m.posts_transfer_withdraw_submit()}
                doneSays={m.posts_transfer_withdraw_done()}
              >
                <TextField name="reason" label={m.posts_label_reason()} width="full" required />
              </Form>
            </Section>
          </div>
        )}
      </div>
    </>
  );
}
