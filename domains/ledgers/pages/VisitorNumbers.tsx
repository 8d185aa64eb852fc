import { Link, useLoaderData, useLocation } from 'react-router';
import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ExportButtons } from '#ui/ExportButtons.tsx';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { Section } from '#ui/Section.tsx';
import {
  exportVisitorNumbers,
  listVisitorNumbers,
  numberVisitors,
  writeVisitorNumbers,
} from '../numbers-api.ts';
import { CorrectNumber } from './shown/CorrectNumber.tsx';

export async function loader(args: PageArgs) {
  const { district, correct } = queryOf(args);
  const { visitors } = await call(listVisitorNumbers, district ? { district } : {}, {
    signal: args.request.signal,
  });
  return { visitors, district, correct };
}

export type Visitor = OutputOf<typeof listVisitorNumbers>['visitors'][number];

/** Who is called what in a paper ledger, district by district; to be printed and hung beside the ledger. */
export function Component() {
  const { visitors, district, correct } = useLoaderData<typeof loader>();
  const { districts } = useMe();
  const { pathname } = useLocation();
  const here = `${pathname}?${new URLSearchParams(district ? { district } : {})}`;
  const chosen = visitors.find(({ post_id, number }) => post_id === correct && number !== null);
  const byDistrict = Map.groupBy(visitors, ({ district_name }) => district_name);
  return (
    <>
      <PageHeader
        title={m.ledgers_numbers_title()}
        lead={m.ledgers_numbers_lead()}
        trail={[{ label: m.ledgers_title(), to: '/ledgers' }]}
      />
      {districts.length > 1 && (
        <SearchForm label={m.ledgers_label_district()}>
          <SelectField
            name="district"
            label={m.ledgers_label_district()}
            choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </SearchForm>
      )}
      {chosen && <CorrectNumber key={chosen.post_id} visitor={chosen} back={here} />}
      {visitors.length === 0 && <EmptyState says={m.ledgers_numbers_empty()} />}
      {[...byDistrict.entries()].map(([name, those]) => (
        <OfDistrict
          key={name}
          alone={byDistrict.size === 1}
          name={name}
          visitors={those}
          here={here}
          id={districts.find((district) => district.name === name)?.id}
        />
      ))}
    </>
  );
}

interface OfDistrictProps {
  /** The only district on the page. */
  alone: boolean;
  name: string;
  id: string | undefined;
  visitors: readonly Visitor[];
  /** Address of this page, without a number to correct. */
  here: string;
}

function OfDistrict({ alone, name, id, visitors, here }: OfDistrictProps) {
  const missing = visitors.filter(({ number }) => number === null).length;
  const heading = m.ledgers_numbers_heading({ district: name, n: visitors.length });
  return (
    <Section
      heading={heading}
      actions={
        missing > 0 &&
        id && (
          <CommandButton op={numberVisitors} input={{ district_id: id }}>
            {m.ledgers_numbers_give({ n: missing })}
          </CommandButton>
        )
      }
    >
      <DataTable
        caption={m.ledgers_numbers_caption({ district: name })}
        rows={visitors}
        rowKey={({ post_id }) => post_id}
        columns={columnsOf(here)}
        empty={{ says: m.ledgers_numbers_empty() }}
        beside={<ExportButtons op={exportVisitorNumbers} filter={id ? { district: id } : {}} />}
      />
      {missing > 0 && id && alone && <WriteNumbers district={id} />}
    </Section>
  );
}

/** For papers that have numbers of their own already: typed, or pasted from a list. */
function WriteNumbers({ district }: { district: string }) {
  return (
    <div className="mt-6 max-w-3xl print:hidden">
      <h3 className="mb-3 text-std-18B-160">{m.ledgers_numbers_write()}</h3>
      <Form
        op={writeVisitorNumbers}
        also={{ district_id: district }}
        reshape={readLines}
        submit={m.ledgers_numbers_write_submit()}
        doneSays={m.ledgers_numbers_written()}
      >
        <TextArea
          name="numbers"
          label={m.ledgers_numbers_lines()}
          hint={m.ledgers_numbers_lines_hint()}
          required
          rows={3}
        />
      </Form>
    </div>
  );
}

/** A line a person: number and name, parted by a comma, a tab or a pause mark. */
function readLines(typed: Typed) {
  const lines = String(typed.numbers ?? '').split('\n');
  const numbers = lines
    .map((line) => line.split(/[,\t\u{ff0c}\u{3001}]/u).map((part) => part.trim()))
    .filter((parts) => parts.some((part) => part !== ''))
    .map(([number = '', name = '']) => ({ number, name }));
  return { numbers };
}

const columnsOf = (here: string): Column<Visitor>[] => [
  {
    key: 'number',
    heading: m.ledgers_label_number(),
    value: ({ number }) => number ?? m.ledgers_numbers_none(),
    cell: ({ number, post_id }) =>
      number === null ? (
        m.ledgers_numbers_none()
      ) : (
        <Link className="whitespace-nowrap" to={`${here}&correct=${post_id}`}>
          {number}
        </Link>
      ),
  },
  { key: 'name', heading: m.ledgers_label_person(), value: ({ name }) => name ?? m.ledgers_name_unknown() },
  { key: 'role', heading: m.ledgers_label_role(), value: ({ role }) => roleWords[role as Role]() },
  {
    key: 'term',
    heading: m.ledgers_label_term(),
    value: ({ starts_on, ends_on }) =>
      m.ledgers_term({ from: formatDay(starts_on), until: ends_on ? formatDay(ends_on) : '' }),
  },
  {
    key: 'former',
    heading: m.ledgers_number_former(),
    value: ({ former }) =>
      former.map((one) => m.ledgers_number_former_line({ ...one, until: formatDay(one.until) })).join(' '),
  },
];
