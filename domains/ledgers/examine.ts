import { totalOf } from '#domains/visits/sheet-model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { type EntryFound, examineHouseholds, type HouseholdFound } from './examine-households.ts';
import { changesSheet, differenceOf, examineTally, type SheetFound } from './examine-tally.ts';
import { examineVisits, type VisitFound } from './examine-visits.ts';
import type { OpenedFile } from './files.ts';
import { type Check, Findings } from './findings.ts';
import { type LedgerKind, mostListed } from './model.ts';
import { unsealTable } from './sealed-table.ts';

/** What a ledger would become if it were taken in now, and everything that keeps it from that. */
export interface Examined {
  readonly check: Check;
  /** The difference its new rows make to the count. */
  readonly counted: number;
  readonly districts: readonly string[];
  readonly sheets: readonly SheetFound[];
  /** New ones, and those that had been recorded one by one. */
  readonly visits: readonly VisitFound[];
  /** New ones, and what is said of those that are registered. */
  readonly households: readonly HouseholdFound[];
}

/**
 * Reads a ledger against the town as it is. The dry run shows this, and taking it in does nothing else.
 *
 * @throws Refusal `refused` while nobody has said what the columns are
 */
export async function examine(db: Db, file: OpenedFile, act: Act): Promise<Examined> {
  if (!file.columns) throw new Refusal('refused', m.ledgers_refused_no_columns());
  const table = await unsealTable(file.sealed, file.id);
  const findings = new Findings(file.kind, table, file.columns);
  const scope = { only: file.month?.slice(0, 7) ?? null, today: act.today };
  const summarize: Record<LedgerKind, () => Promise<Summary>> = {
    tally: async () => summarizeSheets(await examineTally(db, table.rows, findings, scope)),
    visits: async () => summarizeVisits(await examineVisits(db, table.rows, findings, scope)),
    households: async () => summarizeHouseholds(await examineHouseholds(db, table.rows, findings, scope)),
  };
  const { fresh, known, reasons, months, places, changes, ...rest } = await summarize[file.kind]();
  return {
    ...rest,
    check: {
      hash: file.hash,
      read: table.rows.length,
      new: fresh,
      known,
      problems: findings.problems,
      problem_count: findings.count,
      asks: findings.asks,
      reasons,
      months,
      places,
      changes,
    },
  };
}

type Summary = Omit<Examined, 'check'> &
  Pick<Check, 'known' | 'reasons' | 'months' | 'places' | 'changes'> & {
    readonly fresh: number;
  };

const noHouseholds = { households: [], places: [], changes: [] };

function summarizeSheets(sheets: readonly SheetFound[]): Summary {
  const changed = sheets.filter(changesSheet);
  const reasons: Check['reasons'] = [];
  if (changed.some(({ before }) => before !== null)) reasons.push('correction');
  if (changed.some(({ fixed }) => fixed)) reasons.push('late');
  return {
    fresh: changed.reduce((sum, sheet) => sum + sheet.changed, 0),
    known: sheets.reduce((sum, sheet) => sum + sheet.rows - sheet.changed, 0),
    reasons,
    months: sheets.map((sheet) => ({
      district: sheet.districtName,
      month: sheet.month.slice(0, 7),
      rows: sheet.rows,
      new: sheet.changed,
      count: totalOf(sheet.counts),
      before: sheet.before && totalOf(sheet.before),
    })),
    counted: changed.reduce((sum, sheet) => sum + differenceOf(sheet), 0),
    districts: [...new Set(changed.map(({ district }) => district))],
    sheets: changed,
    visits: [],
    ...noHouseholds,
  };
}

function summarizeVisits(found: readonly VisitFound[]): Summary {
  const fresh = found.filter(({ standing }) => standing === 'new');
  const months = Map.groupBy(found, ({ place, day }) => `${place.id} ${day.slice(0, 7)}`);
  return {
    fresh: fresh.length,
    known: found.length - fresh.length,
    reasons: fresh.some(({ fixed }) => fixed) ? ['late'] : [],
    months: [...months.values()].map((rows) => ({
      district: rows[0]?.place.name ?? '',
      month: rows[0]?.day.slice(0, 7) ?? '',
      rows: rows.length,
      new: rows.filter(({ standing }) => standing === 'new').length,
      count: rows.length,
      before: null,
    })),
    counted: fresh.length,
    districts: [...new Set(found.map(({ place }) => place.id))],
    sheets: [],
    visits: found.filter(({ standing }) => standing !== 'known'),
    ...noHouseholds,
  };
}

function summarizeHouseholds(found: readonly HouseholdFound[]): Summary {
  const isNew = ({ standing }: HouseholdFound) => standing !== 'known' && 'newOf' in standing;
  const entryOf = ({ standing }: HouseholdFound): EntryFound | null =>
    standing === 'known' || 'newOf' in standing ? null : standing;
  const isChanged = (row: HouseholdFound) => (entryOf(row)?.differences.length ?? 0) > 0;
  const registered = found.filter(isNew).length;
  const corrected = found.filter(isChanged).length;
  const places = Map.groupBy(found, ({ place }) => place.id);
  return {
    fresh: registered + corrected,
    known: found.length - registered - corrected,
    reasons: corrected > 0 ? ['entry'] : [],
    months: [],
    places: [...places.values()].map((rows) => ({
      district: rows[0]?.place.name ?? '',
      rows: rows.length,
      registered: rows.filter(isNew).length,
      corrected: rows.filter(isChanged).length,
    })),
    changes: found
      .flatMap((row) => {
        const entry = entryOf(row);
        if (!entry) return [];
        const { id, number } = entry;
        return entry.differences.map((one) => ({ row: row.n, household: id, number, ...one }));
      })
      .slice(0, mostListed),
    counted: registered,
    districts: [...places.keys()],
    sheets: [],
    visits: [],
    households: found.filter(({ standing }) => standing !== 'known'),
  };
}
