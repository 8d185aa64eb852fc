import { Link, useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { FileField } from '#ui/fields/FileField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { bringAnswerSheet, readInquiry } from '../api.ts';
import { whyNotInquiry } from '../model.ts';
import { largestSheet } from '../sheets-api.ts';
import { InquiryNav, trailOf } from './shown/InquiryNav.tsx';

export function loader(args: PageArgs) {
  return call(readInquiry, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** Sheets that came back by mail. Reading one shows what it would change; nothing is written before that was seen. */
export function Component() {
  const { inquiry, sheets } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.projects_sheets_title()}
        trail={trailOf(inquiry)}
        lead={m.projects_sheets_lead()}
      />
      <InquiryNav inquiry={inquiry} />
      <Section heading={m.projects_sheet_bring_title()}>
        <Form
          op={bringAnswerSheet}
          mints="id"
          also={{ inquiry_id: inquiry.id }}
          submit={m.projects_sheet_bring()}
          cannotSubmit={whyNotInquiry('collect', inquiry.stage) ?? undefined}
          done={({ id }) => navigate(`/answer-sheets/${id}`)}
        >
          <FileField
            name="file"
            label={m.projects_label_file()}
            hint={m.projects_file_hint()}
            required
            accept=".xlsx"
            maxBytes={largestSheet}
          />
          <TextField
            name="answered_by"
            label={m.projects_label_answered_by()}
            hint={m.projects_answered_by_hint()}
            required
            width="full"
            maxLength={100}
          />
        </Form>
      </Section>
      <Section heading={m.projects_sheets_list()}>
        <DataTable
          caption={m.projects_sheets_caption()}
          rows={sheets}
          rowKey={({ id }) => id}
          empty={{ says: m.projects_sheets_empty() }}
          columns={[
            {
              key: 'name',
              heading: m.projects_label_file(),
              value: ({ name }) => name,
              cell: ({ id, name }) => <Link to={`/answer-sheets/${id}`}>{name}</Link>,
            },
            { key: 'by', heading: m.projects_label_answered_by(), value: ({ answered_by }) => answered_by },
            {
              key: 'on',
              heading: m.projects_label_brought(),
              value: ({ on }) => formatDay(on),
              order: ({ on }) => on,
            },
            {
              key: 'taken',
              heading: m.projects_label_taken(),
              value: ({ taken }) => (taken ? m.projects_taken() : m.projects_not_taken()),
            },
          ]}
        />
      </Section>
    </>
  );
}
