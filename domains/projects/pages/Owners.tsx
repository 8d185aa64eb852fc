import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { makeAnswerSheet, printReminders, readInquiry, remindOwners } from '../api.ts';
import { whyNotInquiry } from '../model.ts';
import { InquiryNav, trailOf } from './shown/InquiryNav.tsx';

type Owner = OutputOf<typeof readInquiry>['owners'][number];

export function loader(args: PageArgs) {
  return call(readInquiry, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** Who still owes an answer: reminded with one press or one letter, with a sheet for whoever answers by mail. */
export function Component() {
  const { inquiry, owners } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const { today } = useMe();
  const owing = owners.filter((owner) => owner.owing > 0);
  const nobody = owing.length === 0 ? m.projects_refused_nobody_owes() : undefined;
  const why = whyNotInquiry('collect', inquiry.stage) ?? nobody;
  return (
    <>
      <PageHeader
        title={m.projects_owners_title()}
        trail={trailOf(inquiry)}
        lead={m.projects_owners_lead({ n: owing.length, due: formatDay(inquiry.due_on) })}
      />
      <InquiryNav inquiry={inquiry} />
      {inquiry.due_on < today && why === undefined && <Notice tone="warning">{m.projects_overdue()}</Notice>}
      <Section heading={m.projects_remind_title()}>
        <p>{m.projects_remind_lead()}</p>
        <div className="flex flex-wrap items-start gap-3">
          <CommandButton
            op={remindOwners}
            input={{ inquiry_id: inquiry.id }}
            look="solid"
            disabledReason={why}
            done={() => navigate('', saying(m.projects_reminded({ n: owing.length })))}
          >
            {m.projects_remind_all()}
          </CommandButton>
          {why === undefined && (
            <DownloadLink href={hrefOf(printReminders, { inquiry_id: inquiry.id })}>
              {m.projects_letters()}
            </DownloadLink>
          )}
        </div>
      </Section>
      <Section heading={m.projects_owners_list()}>
        <DataTable
          caption={m.projects_owners_caption()}
          rows={owners}
          rowKey={({ body }) => body.id}
          empty={{ says: m.projects_board_empty() }}
          columns={[
            { key: 'body', heading: m.projects_label_body(), value: ({ body }: Owner) => body.name },
            {
              key: 'asked',
              heading: m.projects_label_asked(),
              value: ({ asked }: Owner) => asked,
              numeric: true,
            },
            {
              key: 'owing',
              heading: m.projects_label_owing(),
              value: ({ owing: n }: Owner) => n,
              numeric: true,
            },
            { key: 'reminders', heading: m.projects_label_reminders(), value: sayReminders },
            {
              key: 'acts',
              heading: m.projects_label_sheet(),
              value: () => null,
              cell: ({ body: { id: body }, owing: n }) => (
                <span className="flex flex-wrap gap-x-3">
                  <DownloadLink look="text" href={hrefOf(makeAnswerSheet, { inquiry_id: inquiry.id, body })}>
                    {m.projects_sheet_take()}
                  </DownloadLink>
                  {n > 0 && (
                    <DownloadLink look="text" href={hrefOf(printReminders, { inquiry_id: inquiry.id, body })}>
                      {m.projects_letter()}
                    </DownloadLink>
                  )}
                </span>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}

function sayReminders({ reminders, reminded_on }: Owner): string {
  return reminded_on === null
    ? m.projects_none()
    : m.projects_reminders({ n: reminders, day: formatDay(reminded_on) });
}
