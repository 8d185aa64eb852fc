import { totalOf } from '#domains/visits/sheet-model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { changesCounts, differenceOf, examineTally, type SheetFound } from './examine-tally.ts';
import type { OpenedFile } from './files.ts';
import { type Check, Findings } from './findings.ts';
import { unsealTable } from './sealed-table.ts';

/** What a ledger would become if it were taken in now, and everything that keeps it from that. */
export interface Examined {
  readonly check: Check;
  /** The difference its new rows make to the count. */
  readonly counted: number;
  readonly sheets: readonly SheetFound[];
  readonly districts: readonly string[];
}

/**
 * Reads a ledger against the town as it is. The dry run shows this, and taking it in does nothing else.
 *
 * @throws Refusal `refused` while nobody has said what the columns are
 */
export async function examine(db: Db, file: OpenedFile, act: Act): Promise<Examined> {
  if (!file.columns) throw new Refusal('refused', m.ledgers_refused_no_columns());
  const table = await unsealTable(file.sealed, file.id);
  const findings = new Findings(table, file.columns);
  const scope = { only: file.month?.slice(0, 7) ?? null, today: act.today };
  const sheets = await examineTally(db, table.rows, findings, scope);
  return summarizeSheets(file, table.rows.length, findings, sheets);
}

function summarizeSheets(file: OpenedFile, read: number, findings: Findings, sheets: SheetFound[]): Examined {
  const changed = sheets.filter(changesCounts);
  const fresh = changed.reduce((sum, sheet) => sum + sheet.changed, 0);
  const reasons: Check['reasons'] = [];
  if (changed.some(({ before }) => before !== null)) reasons.push('correction');
  if (changed.some(({ fixed }) => fixed)) reasons.push('late');
  return {
    check: {
      hash: file.hash,
      read,
      new: fresh,
      known: sheets.reduce((sum, sheet) => sum + sheet.rows - sheet.changed, 0),
      problems: findings.problems,
      problem_count: findings.count,
      asks: findings.asks,
      reasons,
      months: sheets.map((sheet) => ({
        district: sheet.districtName,
        month: sheet.month.slice(0, 7),
        rows: sheet.rows,
        new: sheet.changed,
        count: totalOf(sheet.counts),
        before: sheet.before && totalOf(sheet.before),
      })),
    },
    counted: changed.reduce((sum, sheet) => sum + differenceOf(sheet), 0),
    sheets: changed,
    districts: [...new Set(changed.map(({ district }) => district))],
  };
}
