import { Link, useLoaderData } from 'react-router';
import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
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
import { exportTaken, listTaken, type Taken, takenWords } from '../taken-api.ts';
import { loadActs } from './shown/acts.ts';
import { writeOutcome } from './shown/Entries.tsx';

/** What left the house as a file or on paper: by whom, when, and how many records were in it. */
export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const [{ list, asked, misread }, acts] = await Promise.all([
    readListed(queryOf(args), (asked) => call(listTaken, asked, { signal })),
    loadActs(),
  ]);
  const { after: _, limit: __, ...filter } = asked as InputOf<typeof listTaken>;
  return { ...list, filter, misread, acts };
}

export function Component() {
  const { taken, next, filter, misread, acts } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.consent_taken_title()} lead={m.consent_taken_lead()} />
      {misread && (
        <div className="mb-6">
          <Notice tone="warning">{m.ui_page_misread()}</Notice>
        </div>
      )}
      <SearchForm label={m.consent_taken_search()}>
        <DateField name="from" label={m.consent_audit_from()} />
        <DateField name="until" label={m.consent_audit_until()} />
        <SelectField
          name="word"
          label={m.consent_taken_what()}
          emptyLabel={m.consent_audit_any()}
          choices={acts.words
            .filter(({ word }) => takenWords.test(word))
            .map(({ word, says }) => ({ value: word, label: says }))}
        />
        <TextField name="account" label={m.consent_audit_account()} maxLength={36} />
      </SearchForm>
      <DataTable
        caption={m.consent_taken_title()}
        rows={taken}
        rowKey={({ number }) => String(number)}
        empty={{ says: m.consent_taken_empty() }}
        beside={<ExportButtons op={exportTaken} filter={filter} />}
        columns={[
          {
            key: 'at',
            heading: m.consent_audit_at(),
            value: ({ at }) => formatInstant(at),
            order: ({ at }) => at,
          },
          {
            key: 'who',
            heading: m.consent_audit_who(),
            value: sayWho,
            cell: (row) =>
              row.account_id ? <Link to={`?account=${row.account_id}`}>{sayWho(row)}</Link> : sayWho(row),
          },
          {
            key: 'role',
            heading: m.consent_taken_role(),
            value: ({ role }) => (role !== null && role in roleWords ? roleWords[role as Role]() : null),
          },
          {
            key: 'what',
            heading: m.consent_taken_what(),
            value: ({ operation }) => acts.says[operation] ?? operation,
          },
          {
            key: 'records',
            heading: m.consent_taken_records(),
            value: ({ records }) => records,
            numeric: true,
          },
          {
            key: 'outcome',
            heading: m.consent_audit_outcome(),
            value: ({ outcome }) => writeOutcome(outcome),
          },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}

function sayWho({ account_id, name }: Taken): string {
  return name ?? account_id ?? m.consent_audit_nobody();
}
