import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { call } from '#ui/call.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { ExportButtons } from '#ui/ExportButtons.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf, readListed } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { exportSignIns, listSignIns, type SignInEntry } from '../api.ts';
import {
  type SignInOutcome,
  signInOutcomes,
  signInOutcomeWords,
  signInWays,
  signInWayWords,
} from '../model.ts';

/** Who signed in how and when, and who could not: without addresses, and without names that nobody has. */
export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const { list, asked, misread } = await readListed(queryOf(args), (asked) =>
    call(listSignIns, asked as InputOf<typeof listSignIns>, { signal }),
  );
  const { after: _, limit: __, ...filter } = asked as InputOf<typeof listSignIns>;
  return { ...list, filter, misread };
}

const tones = {
  opened: 'green',
  shown: 'green',
  wrong: 'yellow',
  locked: 'red',
} as const satisfies Record<SignInOutcome, string>;

const columns: Column<SignInEntry>[] = [
  {
    key: 'at',
    heading: m.posts_log_at(),
    value: ({ at }) => formatInstant(at),
    order: ({ at }) => at,
  },
  {
    key: 'who',
    heading: m.posts_log_who(),
    value: sayWho,
    cell: (row) =>
      row.account_id ? <Link to={`?account=${row.account_id}`}>{sayWho(row)}</Link> : sayWho(row),
  },
  { key: 'way', heading: m.posts_log_way(), value: ({ way }) => signInWayWords[way]() },
  {
    key: 'outcome',
    heading: m.posts_log_outcome(),
    value: ({ outcome }) => signInOutcomeWords[outcome](),
    cell: ({ outcome }) => <Badge tone={tones[outcome]}>{signInOutcomeWords[outcome]()}</Badge>,
  },
];

function sayWho({ account_id, name, sign_in_name }: SignInEntry): string {
  if (account_id === null) return m.posts_log_nobody();
  return name === null ? account_id : m.posts_log_person({ name, sign_in_name: sign_in_name ?? '' });
}

export function Component() {
  const { sign_ins, next, filter, misread } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.posts_sign_ins_title()} lead={m.posts_sign_ins_lead()} />
      {misread && (
        <div className="mb-6">
          <Notice tone="warning">{m.ui_page_misread()}</Notice>
        </div>
      )}
      <SearchForm label={m.posts_sign_ins_search()}>
        <DateField name="from" label={m.posts_log_from()} />
        <DateField name="until" label={m.posts_log_until()} />
        <SelectField
          name="outcome"
          label={m.posts_log_outcome()}
          emptyLabel={m.posts_all()}
          choices={signInOutcomes.map((value) => ({ value, label: signInOutcomeWords[value]() }))}
        />
        <SelectField
          name="way"
          label={m.posts_log_way()}
          emptyLabel={m.posts_all()}
          choices={signInWays.map((value) => ({ value, label: signInWayWords[value]() }))}
        />
        <TextField
          name="account"
          label={m.posts_log_account()}
          hint={m.posts_log_account_hint()}
          maxLength={36}
        />
      </SearchForm>
      <DataTable
        caption={m.posts_sign_ins_title()}
        columns={columns}
        rows={sign_ins}
        rowKey={({ id }) => id}
        empty={{ says: m.posts_sign_ins_empty() }}
        beside={<ExportButtons op={exportSignIns} filter={filter} />}
      />
      <Pagination next={next} />
    </>
  );
}
