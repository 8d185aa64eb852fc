import { useLoaderData } from 'react-router';
import { writeMonth } from '#domains/visits/pages/shown/wording.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { checkLedger, readLedgerFile } from '../api.ts';
import { HouseholdChanges } from './shown/HouseholdChanges.tsx';
import { ImportForm } from './shown/ImportForm.tsx';

export async function loader(args: PageArgs) {
  const id = partOf(args, 'id');
  const options = { signal: args.request.signal };
  const [file, check] = await Promise.all([
    call(readLedgerFile, { id }, options),
    call(checkLedger, { id }, options),
  ]);
  return { id, name: file.name, check };
}

type Check = OutputOf<typeof checkLedger>;

/** The dry run: what the ledger would become, every problem by row and column, and the one button that takes it in. */
export function Component() {
  const { id, name, check } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.ledgers_check_title()}
        lead={m.ledgers_check_lead({ name })}
        trail={[
          { label: m.ledgers_title(), to: '/ledgers' },
          { label: m.ledgers_columns_title(), to: `/ledgers/files/${id}` },
        ]}
      />
      <div className="mb-8 max-w-176">
        <Verdict check={check} />
      </div>
      {check.problem_count > 0 && <Problems check={check} id={id} />}
      {check.problem_count === 0 && check.months.length > 0 && <Months months={check.months} />}
      {check.problem_count === 0 && check.places.length > 0 && <HouseholdChanges check={check} />}
      {check.problem_count === 0 && check.new > 0 && (
        <Section heading={m.ledgers_import_heading()}>
          <ImportForm id={id} check={check} />
        </Section>
      )}
    </>
  );
}

function Verdict({ check }: { check: Check }) {
  if (check.problem_count > 0)
    return <Notice tone="error">{m.ledgers_check_problems({ n: check.problem_count })}</Notice>;
  if (check.new === 0)
    return <Notice tone="info">{m.ledgers_check_nothing_new({ known: check.known })}</Notice>;
  return <Notice tone="info">{sayReady(check)}</Notice>;
}

function sayReady({ new: fresh, known, places }: Check): string {
  if (places.length === 0) return m.ledgers_check_ready({ new: fresh, known });
  const corrected = places.reduce((sum, place) => sum + place.corrected, 0);
  return m.ledgers_check_ready_households({ registered: fresh - corrected, corrected, known });
}

type Problem = Check['problems'][number] & { readonly at: number };

function Problems({ check, id }: { check: Check; id: string }) {
  const more = check.problem_count - check.problems.length;
  return (
    <Section
      heading={m.ledgers_problems_heading({ n: check.problem_count })}
      actions={
        <>
          <ButtonLink to="/ledgers">{m.ledgers_send_again()}</ButtonLink>
          <ButtonLink to={`/ledgers/files/${id}`}>{m.ledgers_change_columns()}</ButtonLink>
        </>
      }
    >
      {more > 0 && <p>{m.ledgers_problems_more({ listed: check.problems.length, more })}</p>}
      <DataTable
        caption={m.ledgers_problems_file()}
        rows={check.problems.map((problem, at) => ({ ...problem, at }))}
        rowKey={({ at }) => String(at)}
        columns={problemColumns}
        empty={{ says: m.ledgers_check_ready({ new: check.new, known: check.known }) }}
        fileName={m.ledgers_problems_file()}
      />
    </Section>
  );
}

const problemColumns: Column<Problem>[] = [
  {
    key: 'row',
    heading: m.ledgers_label_row(),
    value: ({ row }) => row ?? m.ledgers_whole_file(),
    order: ({ row }) => row ?? 0,
  },
  {
    key: 'column',
    heading: m.ledgers_label_column(),
    value: ({ column, heading }) => column && (heading ? m.ledgers_column_of({ column, heading }) : column),
  },
  { key: 'found', heading: m.ledgers_label_found(), value: ({ found }) => found },
  { key: 'says', heading: m.ledgers_label_says(), value: ({ says }) => says },
];

function Months({ months }: { months: Check['months'] }) {
  const corrects = months.some(({ before }) => before !== null);
  return (
    <Section heading={m.ledgers_months_heading()}>
      <DataTable
        caption={m.ledgers_months_caption()}
        rows={months}
        rowKey={({ district, month }) => `${district} ${month}`}
        columns={corrects ? [...monthColumns, beforeColumn] : monthColumns}
        empty={{ says: m.ledgers_waiting_empty() }}
      />
    </Section>
  );
}

type Month = Check['months'][number];

const monthColumns: Column<Month>[] = [
  { key: 'district', heading: m.ledgers_label_district(), value: ({ district }) => district },
  {
    key: 'month',
    heading: m.ledgers_label_in_month(),
    value: ({ month }) => writeMonth(month),
    order: ({ month }) => month,
  },
  { key: 'rows', heading: m.ledgers_label_read(), numeric: true, value: ({ rows }) => rows },
  { key: 'new', heading: m.ledgers_label_new(), numeric: true, value: (row) => row.new },
  { key: 'count', heading: m.ledgers_label_count(), numeric: true, value: ({ count }) => count },
];
const beforeColumn: Column<Month> = {
  key: 'before',
  heading: m.ledgers_label_before(),
  numeric: true,
  value: ({ before }) => before,
};
