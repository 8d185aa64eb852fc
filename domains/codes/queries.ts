import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { type CodeEntry, type CodeList, codeEntry, isInForce } from './model.ts';

/** Every entry, also those that have ended, in the order of the list. */
export async function listCodes(
  db: Db,
  { list }: ParsedInputOf<typeof api.listCodes>,
  _act: Act,
): Promise<OutputOf<typeof api.listCodes>> {
  const entries = await db.all(
    codeEntry,
    sql`select e.id, e.list, e.code, e.sort, e.starts_on, e.ends_on,
        (select coalesce(jsonb_agg(jsonb_build_object('from_on', w.from_on, 'label', w.label) order by w.from_on), '[]')
          from code_wordings w where w.entry_id = e.id) as wordings
      from code_entries e
      where ${list ?? null}::text is null or e.list = ${list ?? null}
      order by e.list, e.sort, e.code`,
  );
  return { entries };
}

/**
 * Refuses what no list offers on the day of a record.
 *
 * @param used for each field of a form, the list it takes its codes from and the codes that were chosen
 * @throws Refusal `invalid`
 */
export async function refuseUnknownCodes(
  db: Db,
  day: string,
  used: readonly { field: string; list: CodeList; codes: readonly (string | null)[] }[],
  act: Act,
): Promise<void> {
  const asked = used.filter(({ codes }) => codes.some((code) => code !== null));
  if (asked.length === 0) return;
  const { entries } = await listCodes(db, {}, act);
  const fields = asked
    .filter(({ list, codes }) => codes.some((code) => code !== null && !isOffered(entries, list, code, day)))
    .map(({ field }) => [field, m.codes_refused_unknown()]);
  if (fields.length > 0) throw new Refusal('invalid', m.codes_refused_unknown(), Object.fromEntries(fields));
}

function isOffered(entries: readonly CodeEntry[], list: CodeList, code: string, day: string): boolean {
  return entries.some((e) => e.list === list && e.code === code && isInForce(e, day));
}
