import * as m from '#messages';
import type { Database } from '../db.ts';
import { Refusal } from '../refusal.ts';
import { sql } from '../sql.ts';

/** Days a call is remembered when nobody says otherwise (`KANAEAU_CALL_DAYS`). */
const usualDays = 30;

/** The gate keeps calls for 72 hours, whoever asks; a day more, so that the clock of a telephone may be wrong. */
const fewestDays = 4;

/** So many go in one transaction. */
const portion = 20_000;

/**
 * Days after which a call that arrives again is a new one, from `KANAEAU_CALL_DAYS`.
 *
 * @throws Refusal when it is no whole number of at least four days
 */
export function readCallDays({ KANAEAU_CALL_DAYS: said }: { readonly KANAEAU_CALL_DAYS?: string }): number {
  if (!said) return usualDays;
  const days = Number(said);
  if (!Number.isInteger(days) || days < fewestDays || days > 3_660)
    throw new Refusal('refused', m.jobs_call_days({ least: fewestDays }));
  return days;
}

/**
 * Forgets what was asked and answered under the ids of old calls. What they did stays, and so does the audit trail.
 *
 * @returns the number of calls forgotten
 */
export async function forgetCalls(database: Database, days: number): Promise<number> {
  for (let forgotten = 0; ; ) {
    const taken = await database.as({ kind: 'system', name: 'forgetter' }, 'forgetCalls', (db, act) =>
      db.run(sql`delete from calls where (account_id, call_id) in (
        select account_id, call_id from calls
        where called_at < ${act.now}::timestamptz - make_interval(days => ${days}::int)
        limit ${portion})`),
    );
    forgotten += taken;
    if (taken < portion) return forgotten;
  }
}
