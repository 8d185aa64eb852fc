import { Link, useLoaderData } from 'react-router';
import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { type Day, formatFiscalYear, todayIn } from '#platform/calendar.ts';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { ExportButtons } from '#ui/ExportButtons.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { Section } from '#ui/Section.tsx';
import {
  exportProvisionLedger,
  type LedgerRow,
  listProvisionLedger,
  printProvisionLedger,
  summarizeProvisions,
} from '../ledger-api.ts';
import { writeWhetherTold } from '../ledger-words.ts';
import { groundWords, purposeWords } from '../model.ts';
import { numberOfProvision, personFacetWords } from '../person-model.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const ledger = await call(listProvisionLedger, queryOf(args), options);
  const year = await call(summarizeProvisions, { fiscal_year: ledger.fiscal_year }, options);
  return { ledger, year };
}

/** 外部提供記録簿: who gave what of whom to whom, when and on which basis; and the year in numbers. */
export function Component() {
  const { ledger, year } = useLoaderData<typeof loader>();
  const { fiscal_year, rows, next } = ledger;
  const { opened, justified, unjustified } = year.emergencies;
  return (
    <>
      <PageHeader
        title={m.consent_ledger_title()}
        lead={m.consent_ledger_lead({ year: formatFiscalYear(fiscal_year) })}
        actions={
          <>
            <DownloadLink href={hrefOf(printProvisionLedger, { fiscal_year })}>
              {m.consent_print_year()}
            </DownloadLink>
            <ExportButtons op={exportProvisionLedger} filter={{ fiscal_year }} />
            <ButtonLink to="/emergency">{m.consent_emergencies_title()}</ButtonLink>
          </>
        }
      />
      <SearchForm label={m.consent_ledger_search()}>
        <NumberField name="fiscal_year" label={m.consent_ledger_fiscal_year()} />
      </SearchForm>
      <Section heading={m.consent_ledger_title()}>
        <DataTable
          caption={m.consent_table_of({ of: m.consent_ledger_title() })}
          rows={rows}
          rowKey={({ id }) => id}
          empty={{ says: m.consent_ledger_empty() }}
          columns={[
            {
              key: 'number',
              heading: m.consent_ledger_number(),
              value: ({ id }) => numberOfProvision(id),
              cell: ({ id, kind }) => (
                <Link to={kind === 'emergency' ? `/emergency?view=${id}` : `/person-provisions/${id}`}>
                  {numberOfProvision(id)}
                </Link>
              ),
            },
            {
              key: 'at',
              heading: m.consent_ledger_decided(),
              value: ({ at, by, kind }) =>
                `${writeShort(todayIn(new Date(at)))} ${by ?? (kind === 'emergency' ? m.consent_emergency() : '')}`,
              order: ({ at }) => at,
            },
            {
              key: 'person',
              heading: m.consent_person(),
              value: ({ person_name }) => person_name ?? m.consent_person_unnamed(),
            },
            {
              key: 'receiver',
              heading: m.consent_receiver(),
              value: ({ receiver, role, receiving_name }) =>
                role !== null && role in roleWords
                  ? `${receiver} ${roleWords[role as Role]()} ${receiving_name ?? ''}`
                  : receiver,
            },
            {
              key: 'facets',
              heading: m.consent_facets(),
              value: ({ kind, facets }) =>
                kind === 'emergency'
                  ? m.consent_ledger_everything()
                  : facets.map((facet) => personFacetWords[facet]()).join(m.consent_join()),
            },
            {
              key: 'basis',
              heading: m.consent_basis(),
              value: ({ ground, purpose }) =>
                m.consent_ground_for({ ground: groundWords[ground](), purpose: purposeWords[purpose]() }),
            },
            {
              key: 'time',
              heading: m.consent_time(),
              value: (row) => `${writeSpan(row)} ${writeWithdrawn(row) ?? ''}`,
              order: ({ starts_on }) => starts_on,
              cell: (row) => {
                const withdrawn = writeWithdrawn(row);
                return (
                  <>
                    {writeSpan(row)}
                    {withdrawn && <span className="block">{withdrawn}</span>}
                  </>
                );
              },
            },
            { key: 'told', heading: m.consent_told(), value: writeWhetherTold },
          ]}
        />
        <Pagination next={next} size={50} />
      </Section>
      <Section heading={m.consent_ledger_year_title()}>
        <p>{m.consent_ledger_emergencies({ opened, justified, unjustified })}</p>
        <DataTable
          caption={m.consent_table_of({ of: m.consent_ledger_year_title() })}
          rows={year.rows}
          rowKey={({ receiver, ground }) => `${receiver} ${ground}`}
          empty={{ says: m.consent_ledger_empty() }}
          fileName={m.consent_ledger_year_file({ year: fiscal_year })}
          columns={[
            { key: 'receiver', heading: m.consent_receiver(), value: ({ receiver }) => receiver },
            { key: 'ground', heading: m.consent_basis(), value: ({ ground }) => groundWords[ground]() },
            {
              key: 'n',
              heading: m.consent_ledger_provisions(),
              value: ({ provisions }) => provisions,
              numeric: true,
            },
            {
              key: 'people',
              heading: m.consent_ledger_people(),
              value: ({ people }) => people,
              numeric: true,
            },
            {
              key: 'back',
              heading: m.consent_state_withdrawn(),
              value: ({ withdrawn }) => withdrawn,
              numeric: true,
            },
          ]}
        />
      </Section>
    </>
  );
}

/** A day in a narrow column. */
function writeShort(day: Day): string {
  return day.replaceAll('-', '/');
}

function writeSpan({ starts_on, ends_on }: LedgerRow): string {
  return m.consent_ledger_span({ first: writeShort(starts_on), last: writeShort(ends_on) });
}

function writeWithdrawn({ withdrawn_at }: LedgerRow): string | null {
  return withdrawn_at && m.consent_ledger_taken_back({ day: writeShort(todayIn(new Date(withdrawn_at))) });
}
