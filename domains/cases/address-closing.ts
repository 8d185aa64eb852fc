import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/** 支援措置 was decided: where the person is, is closed in every row that says so, and in the counts by district. */
export async function closeAddress(
  db: Db,
  { person }: { readonly person: string },
  _act: Act,
): Promise<void> {
  await db.run(sql`select gate.close_address(${person}::uuid, ${m.cases_district_corrected()})`);
}

/** It has ended: address and telephone are as others' again. */
export async function reopenAddress(
  db: Db,
  { person }: { readonly person: string },
  _act: Act,
): Promise<void> {
  await db.run(sql`select gate.open_address(${person}::uuid)`);
}
