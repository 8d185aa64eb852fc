import { readTown } from '#domains/districts/queries.ts';
import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { fiscalYearOf, formatDay, formatFiscalYear, formatInstant } from '#platform/calendar.ts';
import { encodeCsv } from '#platform/csv.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import * as api from './ledger-api.ts';
import { ledgerPaper } from './ledger-paper.ts';
import { readLedger, summarizeProvisions } from './ledger-queries.ts';
import { writeWhetherTold } from './ledger-words.ts';
import { groundWords, purposeWords, tellingWords } from './model.ts';
import { numberOfProvision, personFacetWords } from './person-model.ts';

/** @throws Refusal `refused` for more rows than one file takes */
async function readAll(db: Db, asked: ParsedInputOf<typeof api.printProvisionLedger>, act: Act) {
  const rows = await readLedger(db, asked, act, api.mostLedgerRows + 1);
  if (rows.length > api.mostLedgerRows)
    throw new Refusal('refused', m.consent_refused_ledger_long({ most: api.mostLedgerRows }));
  return rows;
}

/** 外部提供記録簿 as CSV. */
export async function exportProvisionLedger(
  db: Db,
  { encoding, ...asked }: ParsedInputOf<typeof api.exportProvisionLedger>,
  act: Act,
) {
  const rows = await readAll(db, asked, act);
  const head = [
    m.consent_ledger_number(),
    m.consent_decided_on(),
    m.consent_ledger_by(),
    m.consent_person(),
    m.consent_receiver(),
    m.consent_facets(),
    m.consent_basis(),
    m.consent_law(),
    m.consent_why(),
    m.consent_starts_on(),
    m.consent_ends_on(),
    m.consent_told(),
    m.consent_told_on(),
    m.consent_withdrawn_on(),
  ];
  const cells = rows.map((row) => [
    numberOfProvision(row.id),
    formatInstant(row.at),
    row.by ?? writeKind(row),
    row.person_name,
    writeReceiver(row),
    writeFacets(row),
    m.consent_ground_for({ ground: groundWords[row.ground](), purpose: purposeWords[row.purpose]() }),
    row.law,
    row.why,
    row.starts_on,
    row.ends_on,
    tellingWords[row.told](),
    row.told_on ?? (row.weigh_again_on && m.consent_ledger_not_told_until({ day: row.weigh_again_on })),
    row.withdrawn_at && formatInstant(row.withdrawn_at),
  ]);
  return {
    name: m.consent_ledger_file({ day: act.today }),
    type: 'text/csv',
    bytes: encodeCsv([head, ...cells], encoding),
    people: peopleIn(rows),
  };
}

/** The same on paper, with the year in numbers below it. */
export async function printProvisionLedger(
  db: Db,
  asked: ParsedInputOf<typeof api.printProvisionLedger>,
  act: Act,
) {
  const { town } = await readTown(db, {}, act);
  const rows = await readAll(db, asked, act);
  const fiscal_year = asked.fiscal_year ?? fiscalYearOf(act.today);
  const year = await summarizeProvisions(db, { fiscal_year }, act);
  const about = {
    period: formatFiscalYear(fiscal_year),
    town: town?.name ?? '',
    sample: town?.sample ?? false,
    today: act.today,
    empty: m.consent_ledger_empty(),
  };
  const paper = ledgerPaper({
    ...about,
    title: m.consent_ledger_title(),
    heads: [
      { head: m.consent_ledger_number(), share: 9 },
      { head: m.consent_decided_on(), share: 10 },
      { head: m.consent_person(), share: 9 },
      { head: m.consent_receiver(), share: 15 },
      { head: m.consent_facets(), share: 15 },
      { head: m.consent_basis(), share: 16 },
      { head: m.consent_time(), share: 14 },
      { head: m.consent_told(), share: 12 },
    ],
    rows: rows.map((row) => [
      numberOfProvision(row.id),
      formatInstant(row.at),
      row.person_name ?? m.consent_person_unnamed(),
      writeReceiver(row),
      writeFacets(row),
      m.consent_ledger_law({ ground: groundWords[row.ground](), law: row.law }),
      writeSpan(row),
      writeWhetherTold(row),
    ]),
  });
  const numbers = ledgerPaper({
    ...about,
    title: m.consent_ledger_year_title(),
    heads: [
      { head: m.consent_receiver(), share: 40 },
      { head: m.consent_basis(), share: 24 },
      { head: m.consent_ledger_provisions(), share: 12 },
      { head: m.consent_ledger_people(), share: 12 },
      { head: m.consent_state_withdrawn(), share: 12 },
    ],
    rows: year.rows.map((one) => [
      one.receiver,
      groundWords[one.ground](),
      String(one.provisions),
      String(one.people),
      String(one.withdrawn),
    ]),
  });
  const whole = { ...paper, sections: [...paper.sections, ...numbers.sections] };
  return Object.assign(
    async () => ({
      name: m.consent_ledger_paper_file({ day: act.today }),
      type: 'application/pdf',
      bytes: await printPaper(whole),
    }),
    { people: peopleIn(rows) },
  );
}

function peopleIn(rows: readonly api.LedgerRow[]): string[] {
  return [...new Set(rows.map(({ person_id }) => person_id))];
}

function writeKind({ kind }: api.LedgerRow): string | null {
  return kind === 'emergency' ? m.consent_emergency() : null;
}

function writeReceiver({ receiver, role, receiving_name }: api.LedgerRow): string {
  const words = role !== null && role in roleWords ? roleWords[role as Role]() : null;
  return words === null ? receiver : `${receiver} ${words} ${receiving_name ?? ''}`;
}

function writeFacets({ kind, facets }: api.LedgerRow): string {
  return kind === 'emergency'
    ? m.consent_ledger_everything()
    : facets.map((facet) => personFacetWords[facet]()).join(m.consent_join());
}

function writeSpan({ starts_on, ends_on, withdrawn_at }: api.LedgerRow): string {
  const span = m.consent_time_closed({ first: formatDay(starts_on), last: formatDay(ends_on) });
  return withdrawn_at ? m.consent_ledger_withdrawn({ span, at: formatInstant(withdrawn_at) }) : span;
}
