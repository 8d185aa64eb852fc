import { Link, useLoaderData, useNavigate } from 'react-router';
import { monthsUntil } from '#domains/visits/pages/shown/months.ts';
import { writeMonth } from '#domains/visits/pages/shown/wording.ts';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { largestFile } from '#platform/sheets/table.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { FileField } from '#ui/fields/FileField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listLedgerFiles, listLedgerImports, printLedgerForm, uploadLedger } from '../api.ts';
import { kindWords, ledgerKinds } from '../model.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const { after } = queryOf(args);
  const [{ files }, taken] = await Promise.all([
    call(listLedgerFiles, {}, options),
    call(listLedgerImports, after ? { after } : {}, options),
  ]);
  return { files, ...taken };
}

/** Where ledgers come in: sending one, those that wait, those that were taken in. */
export function Component() {
  const { files, imports, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.ledgers_title()}
        lead={m.ledgers_lead()}
        actions={
          <>
            {ledgerKinds.map((kind) => (
              <DownloadLink key={kind} href={hrefOf(printLedgerForm, { kind })}>
                {formWords[kind]()}
              </DownloadLink>
            ))}
            <ButtonLink to="/ledgers/numbers">{m.ledgers_numbers_title()}</ButtonLink>
          </>
        }
      />
      <Section heading={m.ledgers_send_heading()}>
        <SendForm />
      </Section>
      {files.length > 0 && (
        <Section heading={m.ledgers_waiting_heading()}>
          <DataTable
            caption={m.ledgers_waiting_caption()}
            rows={files}
            rowKey={({ id }) => id}
            columns={waitingColumns}
            empty={{ says: m.ledgers_waiting_empty() }}
          />
        </Section>
      )}
      <Section heading={m.ledgers_imports_heading()}>
        <DataTable
          caption={m.ledgers_imports_caption()}
          rows={imports}
          rowKey={({ id }) => id}
          columns={importColumns}
          empty={{ says: m.ledgers_imports_empty() }}
          fileName={m.ledgers_imports_file()}
        />
        <Pagination next={next} />
      </Section>
    </>
  );
}

const formWords = {
  tally: m.ledgers_form_get_tally,
  visits: m.ledgers_form_get_visits,
  households: m.ledgers_form_get_households,
};

function SendForm() {
  const navigate = useNavigate();
  const { today } = useMe();
  return (
    <Form
      op={uploadLedger}
      mints="id"
      submit={m.ledgers_send()}
      done={({ id }) => navigate(`/ledgers/files/${id}`)}
    >
      <RadioGroup
        name="kind"
        label={m.ledgers_label_kind()}
        required
        choices={ledgerKinds.map((value) => ({ value, label: kindWords[value]() }))}
      />
      <SelectField
        name="month"
        label={m.ledgers_label_month()}
        hint={m.ledgers_hint_month()}
        emptyLabel={m.ledgers_several_months()}
        choices={monthsUntil(today.slice(0, 7)).map((value) => ({ value, label: writeMonth(value) }))}
      />
      <FileField
        name="file"
        label={m.ledgers_label_file()}
        hint={m.ledgers_hint_file()}
        accept=".csv,.txt,.tsv,.xlsx"
        maxBytes={largestFile}
        required
      />
    </Form>
  );
}

type Waiting = OutputOf<typeof listLedgerFiles>['files'][number];

const waitingColumns: Column<Waiting>[] = [
  {
    key: 'name',
    heading: m.ledgers_label_name(),
    value: ({ name }) => name,
    cell: ({ id, name }) => <Link to={`/ledgers/files/${id}`}>{name}</Link>,
  },
  { key: 'rows', heading: m.ledgers_label_rows(), numeric: true, value: ({ rows }) => rows },
  {
    key: 'sent',
    heading: m.ledgers_label_sent(),
    value: ({ uploaded_at }) => formatInstant(uploaded_at),
    order: ({ uploaded_at }) => uploaded_at,
  },
  {
    key: 'expires',
    heading: m.ledgers_label_expires(),
    value: ({ expires_at }) => formatInstant(expires_at),
    order: ({ expires_at }) => expires_at,
  },
];

type Taken = OutputOf<typeof listLedgerImports>['imports'][number];

const importColumns: Column<Taken>[] = [
  {
    key: 'at',
    heading: m.ledgers_label_imported(),
    value: ({ imported_at }) => formatInstant(imported_at),
    order: ({ imported_at }) => imported_at,
    cell: ({ id, imported_at }) => <Link to={`/ledgers/${id}`}>{formatInstant(imported_at)}</Link>,
  },
  { key: 'from', heading: m.ledgers_label_from(), value: ({ received_from }) => received_from },
  { key: 'name', heading: m.ledgers_label_name(), value: ({ file_name }) => file_name },
  { key: 'new', heading: m.ledgers_label_new(), numeric: true, value: ({ rows_new }) => rows_new },
  { key: 'known', heading: m.ledgers_label_known(), numeric: true, value: ({ rows_known }) => rows_known },
  {
    key: 'state',
    heading: m.ledgers_label_state(),
    value: ({ withdrawn }) => sayState(withdrawn),
    cell: ({ withdrawn }) => <Badge tone={withdrawn ? 'neutral' : 'green'}>{sayState(withdrawn)}</Badge>,
  },
];

function sayState(withdrawn: boolean): string {
  return withdrawn ? m.ledgers_state_withdrawn() : m.ledgers_state_in();
}
