import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { idList, planAnew, type Sql, sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { toKanaKey } from './kana.ts';
import { type Caution, cautionWords, type HouseholdContent } from './model.ts';
import { readStanding, refuseUnlessAllowed, type Standing } from './standing.ts';

/**
 * Corrects what an entry says. The version that was corrected has to be the present one: of two who correct at
 * the same time the second is refused, and told for each field what stands there now and what they typed.
 *
 * @throws Refusal `refused` with fields
 */
export async function correctHousehold(db: Db, input: ParsedInputOf<typeof api.correctHousehold>, act: Act) {
  const [written] = await correctHouseholds(db, [input], input.reason, act);
  if (written) return written;
  const now = await readStanding(db, input.id);
  refuseUnlessAllowed(now, 'correct');
  throw refuseChanged(now, input);
}

/** An entry's new content, and the version that it follows. */
export interface Correction extends HouseholdContent {
  readonly id: string;
  readonly version: number;
}

/**
 * Corrects one entry or thousands, in one statement and for one reason.
 *
 * @returns those that were corrected; entries that are closed, merged, or have another version by now are not
 */
export function correctHouseholds(
  db: Db,
  corrections: readonly Correction[],
  reason: string | null,
  act: Act,
): Promise<{ id: string; version: number }[]> {
  const given = corrections.map(({ id, version, name, kana, address, phone, cautions }) => {
    return { id, follows: version, name, kana, kana_key: toKanaKey(kana), address, phone, cautions };
  });
  const statement = sql`with given as (select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        g(id uuid, follows integer, name text, kana text, kana_key text, address text, phone text, cautions text[])),
      entry as (update households h set name = g.name, kana = g.kana, kana_key = g.kana_key, address = g.address,
          phone = g.phone, cautions = g.cautions, version = h.version + 1
        from given g
        where h.id = g.id and h.id = any(${idList(corrections.map(({ id }) => id))}::uuid[])
          and h.version = g.follows and h.closed_on is null and h.merged_into is null
        returning h.*),
      version as (${keepVersion('corrected', act.today, reason, act)})
      select id, version from entry`;
  return db.all(
    z.object({ id: z.uuid(), version: z.int() }),
    corrections.length === 1 ? statement : planAnew(statement),
  );
}

/** The expression that keeps what each row of `entry` says now as a version of its own. */
export function keepVersion(
  change: 'registered' | 'corrected' | 'moved',
  on: string,
  reason: string | null,
  act: Act,
): Sql {
  return sql`insert into household_versions (household_id, version, name, kana, address, phone, cautions, change,
      changed_on, reason, written_by, written_at, holder_id, district_id)
    select id, version, name, kana, address, phone, cautions, ${change}, ${on}::date, ${reason},
      (select gate.actor_account()), ${act.now}, holder_id, district_id
    from entry`;
}

/** Somebody was faster: each field that differs says what stands there now and what was typed. */
export function refuseChanged(
  now: Standing,
  typed: Omit<HouseholdContent, 'cautions'> & { cautions: string[] },
): Refusal {
  const fields: Record<string, string> = {};
  for (const field of ['name', 'kana', 'address', 'phone', 'cautions'] as const) {
    const values = { now: sayValue(now[field]), typed: sayValue(typed[field]) };
    if (values.now !== values.typed) fields[field] = m.parties_refused_changed_field(values);
  }
  return new Refusal('refused', m.parties_refused_changed(), fields);
}

/** What a field of an entry says, in words. */
export function sayValue(value: string | readonly string[] | null): string {
  if (typeof value === 'string') return value;
  const words = (value ?? []).map((caution) => cautionWords[caution as Caution]());
  return words.join(m.parties_join()) || m.parties_refused_empty();
}
