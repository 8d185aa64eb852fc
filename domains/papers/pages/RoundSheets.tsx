import { Link, useLoaderData, useNavigate } from 'react-router';
import { choiceOfPost, listColleagues } from '#domains/visits/pages/shown/colleagues.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf, request } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { type Me, useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { type ListedSheet, listRoundSheets, makeRoundSheet, printRoundSheet } from '../api.ts';
import { writeCode } from '../model.ts';
import { OpenByCode } from './shown/OpenByCode.tsx';
import { TakeAlong } from './shown/TakeAlong.tsx';

export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const me = await request<Me>('/api/me', { signal });
  const asked = queryOf(args) as InputOf<typeof listRoundSheets>;
  const [sheets, colleagues] = await Promise.all([
    call(listRoundSheets, asked, { signal }),
    listColleagues(me, me.current?.district?.id, signal),
  ]);
  return { ...sheets, colleagues };
}

/** Rounds on paper: making one, printing it, and the way to write off what came back. */
export function Component() {
  const { sheets, next, colleagues } = useLoaderData<typeof loader>();
  const { current } = useMe();
  const navigate = useNavigate();
  const goesRound = current?.role === 'visitor' || current?.role === 'commissioner';
  const whose = [
    ...(goesRound && current ? [{ value: current.id, label: m.papers_own() }] : []),
    ...colleagues.filter(({ state }) => state === 'current').map(choiceOfPost),
  ];
  return (
    <>
      <PageHeader title={m.papers_title()} lead={m.papers_lead()} />
      <TakeAlong here="paper" />
      {whose.length > 0 && (
        <Section heading={m.papers_make_heading()}>
          <Form
            op={makeRoundSheet}
            mints="id"
            initial={{ post_id: whose[0]?.value ?? '' }}
            submit={m.papers_make()}
            doneSays={m.papers_made()}
          >
            <SelectField name="post_id" label={m.papers_label_whose()} required choices={whose} />
          </Form>
        </Section>
      )}
      <Section heading={m.papers_list_heading()}>
        <p className="mb-4">{m.papers_print_warning()}</p>
        <DataTable
          caption={m.papers_list_caption()}
          rows={sheets}
          rowKey={(sheet) => sheet.id}
          columns={columns}
          empty={{ says: m.papers_empty() }}
        />
        <Pagination next={next} />
      </Section>
      <OpenByCode open={(code) => navigate(`/round-sheets/${code}`)} />
    </>
  );
}

const columns: Column<ListedSheet>[] = [
  {
    key: 'code',
    heading: m.papers_column_code(),
    value: ({ code }) => writeCode(code),
    cell: ({ code }) => <Link to={`/round-sheets/${code}`}>{writeCode(code)}</Link>,
  },
  { key: 'visitor', heading: m.papers_column_visitor(), value: ({ visitor_name }) => visitor_name },
  {
    key: 'made',
    heading: m.papers_column_made(),
    value: ({ made_on }) => formatDay(made_on),
    order: ({ made_on }) => made_on,
  },
  {
    key: 'entered',
    heading: m.papers_column_entered(),
    value: ({ lines, entered }) => m.papers_entered({ lines, entered }),
  },
  {
    key: 'print',
    heading: m.papers_column_print(),
    value: () => '',
    cell: ({ id, code }) => (
      <span className="grid gap-2">
        <DownloadLink look="text" href={hrefOf(printRoundSheet, { id })}>
          {m.papers_print({ code: writeCode(code) })}
        </DownloadLink>
        <DownloadLink look="text" href={hrefOf(printRoundSheet, { id, addresses: 'with' })}>
          {m.papers_print_addresses({ code: writeCode(code) })}
        </DownloadLink>
      </span>
    ),
  },
];
