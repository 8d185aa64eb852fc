import { hash } from 'node:crypto';
import * as z from 'zod';
import type { Db } from '#platform/db.ts';
import { idList, plainList, sql } from '#platform/sql.ts';

/** Whether a row is new, came with an earlier ledger, or is the visit of this id, recorded one by one before. */
export type Standing = 'new' | 'known' | { readonly visit: string };

interface KeyedRow {
  readonly day: string;
  readonly door: { readonly id: string };
  readonly visitor: { readonly post_id: string };
  readonly channel: string;
  readonly contact: string;
  readonly condition: string | null;
}

/**
 * For each row its key and how it stands. The key is what the row says (a note is not part of it) and how often the file
 * has said it so far: the second of two equal rows is another visit than the first.
 */
export async function findKnown(
  db: Db,
  rows: readonly KeyedRow[],
): Promise<{ key: string; standing: Standing }[]> {
  const said = new Map<string, number>();
  const keyed = rows.map((row) => {
    const tuple = tupleOf(row);
    const nth = (said.get(tuple) ?? 0) + 1;
    said.set(tuple, nth);
    return { tuple, key: hashKey(`${tuple} ${nth}`) };
  });
  const known = await db.all(
    z.object({ key: z.uuid() }),
    sql`select key from ledger_rows where key = any(${idList(keyed.map(({ key }) => key))}::uuid[])`,
  );
  const keys = new Set(known.map(({ key }) => key));
  const singles = await findSingles(db, rows);
  return keyed.map(({ tuple, key }) => {
    if (keys.has(key)) return { key, standing: 'known' };
    const visit = singles.get(tuple)?.pop();
    return { key, standing: visit === undefined ? 'new' : { visit } };
  });
}

function tupleOf({ day, door, visitor, channel, contact, condition }: KeyedRow): string {
  return [day, door.id, visitor.post_id, channel, contact, condition ?? ''].join(' ');
}

function hashKey(text: string): string {
  return toKey(hash('sha256', text, 'hex'));
}

/** A key of 32 hexadecimal digits of a hash, in the shape of an id. */
export function toKey(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Visits that no ledger brought and that say what a row says. */
async function findSingles(db: Db, rows: readonly KeyedRow[]): Promise<Map<string, string[]>> {
  const doors = new Map(rows.map((row) => [`${row.door.id} ${row.day}`, row]));
  const found = await db.all(
    z.object({
      id: z.uuid(),
      household_id: z.uuid(),
      post_id: z.uuid(),
      visited_on: z.string(),
      channel: z.string(),
      contact: z.string(),
      condition: z.string().nullable(),
    }),
    sql`select v.id, v.household_id, v.post_id, v.visited_on, v.channel, v.contact, v.condition
      from unnest(${idList([...doors.values()].map(({ door }) => door.id))}::uuid[],
        ${plainList([...doors.values()].map(({ day }) => day))}::date[]) t(household_id, visited_on)
      join visits v using (household_id, visited_on)
      where not exists (select from ledger_rows r where r.visit_id = v.id and r.key is not null)
        and not exists (select from encounter_withdrawals w where w.encounter_id = v.id)
      order by v.id desc`,
  );
  const singles = new Map<string, string[]>();
  for (const visit of found) {
    const tuple = tupleOf({
      ...visit,
      day: visit.visited_on,
      door: { id: visit.household_id },
      visitor: visit,
    });
    singles.set(tuple, [...(singles.get(tuple) ?? []), visit.id]);
  }
  return singles;
}
