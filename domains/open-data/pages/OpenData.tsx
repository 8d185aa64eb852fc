import { Link, useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay, formatInstant } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { largestFile } from '#platform/sheets/table.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { FileField } from '#ui/fields/FileField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { chooseStandardColumns, listOpenFiles, listStandardFiles, sendStandardFile } from '../api.ts';
import { setForms, setWords, standardSets } from '../standard-sets.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [{ files }, sent] = await Promise.all([
    call(listOpenFiles, {}, options),
    call(listStandardFiles, {}, options),
  ]);
  return { files, ...sent };
}

/** The town's open files: how they stand, sending a list of another system's, what was taken in. */
export function Component() {
  const { files, waiting, imports } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.open_data_title()}
        lead={m.open_data_staff_lead()}
        actions={<a href="/open-data">{m.open_data_staff_public()}</a>}
      />
      <Section heading={m.open_data_staff_files()}>
        <DataTable
          caption={m.open_data_staff_files_caption()}
          rows={files}
          rowKey={({ set }) => set}
          columns={fileColumns}
          empty={{ says: m.open_data_none() }}
        />
      </Section>
      <Section heading={m.open_data_staff_send()}>
        <SendForm />
      </Section>
      {waiting.length > 0 && (
        <Section heading={m.open_data_staff_waiting()}>
          <DataTable
            caption={m.open_data_waiting_caption()}
            rows={waiting}
            rowKey={({ id }) => id}
            columns={waitingColumns}
            empty={{ says: m.open_data_none_waiting() }}
          />
        </Section>
      )}
      <Section heading={m.open_data_staff_imports()}>
        <DataTable
          caption={m.open_data_imports_caption()}
          rows={imports}
          rowKey={({ id }) => id}
          columns={importColumns}
          empty={{ says: m.open_data_none_imported() }}
        />
      </Section>
      <Section heading={m.open_data_staff_columns()}>
        <p>{m.open_data_staff_columns_lead()}</p>
        {files.map((file) => (
          <ColumnChoice key={file.set} file={file} />
        ))}
      </Section>
    </>
  );
}

function SendForm() {
  const navigate = useNavigate();
  return (
    <Form
      op={sendStandardFile}
      mints="id"
      submit={m.open_data_send()}
      done={({ id }) => navigate(`/standard-lists/${id}`)}
    >
      <RadioGroup
        name="set"
        label={m.open_data_label_set()}
        required
        choices={standardSets.map((value) => ({ value, label: setWords[value]() }))}
      />
      <FileField
        name="file"
        label={m.open_data_label_file()}
        hint={m.open_data_hint_file()}
        accept=".csv,.txt,.tsv,.xlsx"
        maxBytes={largestFile}
        required
      />
    </Form>
  );
}

type File = OutputOf<typeof listOpenFiles>['files'][number];

function ColumnChoice({ file: { set, left_out } }: { file: File }) {
  const free = setForms[set].columns.filter(({ source }) => source === 'mem');
  if (free.length === 0) return null;
  return (
    <section aria-label={setWords[set]()} className="mb-6">
      <Form
        op={chooseStandardColumns}
        mints="id"
        also={{ set }}
        initial={{ left_out }}
        submit={m.open_data_choose()}
        doneSays={m.open_data_chosen()}
      >
        <CheckboxGroup
          name="left_out"
          label={m.open_data_label_left_out({ set: setWords[set]() })}
          choices={free.map(({ id, name, meaning }) => ({ value: id, label: name, hint: meaning }))}
        />
      </Form>
    </section>
  );
}

const fileColumns: Column<File>[] = [
  {
    key: 'set',
    heading: m.open_data_col_set(),
    value: ({ set }) => setWords[set](),
    cell: ({ set }) => <DownloadLink href={`/open-data/${set}.csv`}>{setWords[set]()}</DownloadLink>,
  },
  {
    key: 'as_of',
    heading: m.open_data_col_as_of(),
    value: ({ as_of }) => formatDay(as_of),
    order: ({ as_of }) => as_of,
  },
  { key: 'rows', heading: m.open_data_col_rows(), numeric: true, value: ({ rows }) => rows },
  { key: 'own', heading: m.open_data_label_own(), numeric: true, value: ({ own }) => own },
  {
    key: 'without',
    heading: m.open_data_label_without(),
    numeric: true,
    value: ({ without_address }) => without_address,
  },
  {
    key: 'blanks',
    heading: m.open_data_label_blanks(),
    value: ({ blanks }) =>
      blanks.map(({ name, rows }) => m.open_data_blank_of({ name, n: rows })).join(m.open_data_comma()) ||
      m.open_data_nothing(),
  },
  { key: 'encoding', heading: m.open_data_col_encoding(), value: () => m.open_data_encoding() },
];

type Sent = OutputOf<typeof listStandardFiles>;

const waitingColumns: Column<Sent['waiting'][number]>[] = [
  {
    key: 'name',
    heading: m.open_data_label_name(),
    value: ({ name }) => name,
    cell: ({ id, name }) => <Link to={`/standard-lists/${id}`}>{name}</Link>,
  },
  { key: 'set', heading: m.open_data_col_set(), value: ({ set }) => setWords[set]() },
  { key: 'rows', heading: m.open_data_label_rows(), numeric: true, value: ({ rows }) => rows },
  {
    key: 'expires',
    heading: m.open_data_label_expires(),
    value: ({ expires_at }) => formatInstant(expires_at),
    order: ({ expires_at }) => expires_at,
  },
];

const importColumns: Column<Sent['imports'][number]>[] = [
  {
    key: 'imported',
    heading: m.open_data_label_imported(),
    value: ({ imported_at }) => formatInstant(imported_at),
    order: ({ imported_at }) => imported_at,
  },
  { key: 'set', heading: m.open_data_col_set(), value: ({ set }) => setWords[set]() },
  { key: 'file', heading: m.open_data_label_name(), value: ({ file_name }) => file_name },
  { key: 'as_of', heading: m.open_data_label_as_of(), value: ({ as_of }) => formatDay(as_of) },
  { key: 'read', heading: m.open_data_label_read(), numeric: true, value: ({ rows_read }) => rows_read },
  { key: 'new', heading: m.open_data_label_new(), numeric: true, value: ({ rows_new }) => rows_new },
  {
    key: 'changed',
    heading: m.open_data_label_changed(),
    numeric: true,
    value: ({ rows_changed }) => rows_changed,
  },
  { key: 'gone', heading: m.open_data_label_gone(), numeric: true, value: ({ rows_gone }) => rows_gone },
  { key: 'repairs', heading: m.open_data_label_repairs(), numeric: true, value: ({ repairs }) => repairs },
];
