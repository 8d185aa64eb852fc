import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { grounds, purposes, tellings } from './model.ts';
import { personFacets } from './person-model.ts';

const ledgerKeepers = ['records_officer'] as const;

/** 外部提供記録簿: who gave what of whom to whom, when and on which basis. */
const ledgerRow = z.object({
  id: z.uuid(),
  /** A provision that was decided, or an emergency view: a provision that was declared beforehand. */
  kind: z.enum(['provision', 'emergency']),
  person_id: z.uuid(),
  person_name: z.string().nullable(),
  at: z.string(),
  /** Who decided; null for an emergency, or where the account is gone. */
  by: z.string().nullable(),
  receiver: z.string(),
  /** One post of it, by role and name; null: those of it who work with persons. */
  role: z.string().nullable(),
  receiving_name: z.string().nullable(),
  facets: z.array(z.enum(personFacets)),
  ground: z.enum(grounds),
  purpose: z.enum(purposes),
  law: z.string(),
  why: z.string(),
  starts_on: z.string(),
  ends_on: z.string(),
  told: z.enum(tellings),
  told_on: z.string().nullable(),
  /** An emergency view of which the person is not told yet, with a reason: the day on which that is weighed again. */
  weigh_again_on: z.string().nullable(),
  withdrawn_at: z.string().nullable(),
});
export type LedgerRow = z.output<typeof ledgerRow>;

const filter = z.object({
  /** Left out: the year of today. */
  fiscal_year: z.coerce.number().int().min(2020).max(2100).optional(),
  receiver: z.uuid().optional(),
});

export const listProvisionLedger = operation({
  route: 'GET /provision-ledger',
  summary: m.consent_ledger_summary,
  may: ledgerKeepers,
  audit: 'provision_ledger.read',
  subjects: (_, { rows }) => [...new Set(rows.map(({ person_id }) => person_id))],
  input: filter.extend({
    /** Where the page before ended, as it said in `next`. */
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ fiscal_year: z.int(), rows: z.array(ledgerRow), next: z.string().nullable() }),
});

/** More rows than this are taken by receiver. */
export const mostLedgerRows = 20_000;

export const exportProvisionLedger = operation({
  route: 'GET /provision-ledger-export',
  summary: m.consent_ledger_export_summary,
  may: ledgerKeepers,
  audit: 'provision_ledger.exported',
  subjects: (_, { people }) => people,
  atOneMoment: true,
  file: true,
  bulk: true,
  input: filter.extend({ encoding: z.enum(['utf-8', 'cp932']).default('utf-8') }),
  output: z.object({ people: z.array(z.uuid()) }),
});

export const printProvisionLedger = operation({
  route: 'GET /provision-ledger-paper',
  summary: m.consent_ledger_print_summary,
  may: ledgerKeepers,
  audit: 'provision_ledger.printed',
  subjects: (_, { people }) => people,
  atOneMoment: true,
  file: true,
  bulk: true,
  input: filter,
  output: z.object({ people: z.array(z.uuid()) }),
});

/** The year in numbers, without anybody's name. */
export const summarizeProvisions = operation({
  route: 'GET /provision-summary',
  summary: m.consent_ledger_year_summary,
  may: ledgerKeepers,
  audit: 'provision_summary.read',
  input: z.object({ fiscal_year: z.coerce.number().int().min(2020).max(2100).optional() }),
  output: z.object({
    fiscal_year: z.int(),
    rows: z.array(
      z.object({
        receiver: z.string(),
        ground: z.enum(grounds),
        /** Provisions, those of them that were withdrawn, and how many people they are about. */
        provisions: z.int(),
        withdrawn: z.int(),
        people: z.int(),
      }),
    ),
    emergencies: z.object({ opened: z.int(), justified: z.int(), unjustified: z.int() }),
  }),
});
