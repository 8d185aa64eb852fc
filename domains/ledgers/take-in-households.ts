import { correctHouseholds } from '#domains/parties/correct.ts';
import { type Answering, answerHouseholds } from '#domains/parties/household-answers.ts';
import { registerHouseholds } from '#domains/parties/register.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { idList, plainList, sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type { EntryFound, HouseholdFound } from './examine-households.ts';

/**
 * Registers and corrects what the rows say, under the gate and the rules of a single entry, and keeps what became of each.
 *
 * @param rows none of them known from an earlier ledger
 * @returns the households they are about
 * @throws Refusal `not_found` when one of them could not be written
 */
export async function takeInHouseholds(
  db: Db,
  importId: string,
  rows: readonly HouseholdFound[],
  reason: string | null,
  act: Act,
): Promise<string[]> {
  const placed = rows.map((row) => {
    const { standing } = row;
    if (standing === 'known' || 'newOf' in standing) return { row, id: mintId(), entry: null };
    return { row, id: standing.id, entry: standing };
  });
  const made = placed.filter(({ entry }) => entry === null);
  await register(db, made, act);
  const entries = placed.flatMap(({ entry }) => entry ?? []);
  await correct(db, entries, reason, act);
  await db.run(sql`insert into ledger_households (import_id, row, key, household_id, made, version, answered_household,
      answered_watching, holder_id, district_id)
    select ${importId}::uuid, r.*, h.holder_id, h.district_id
    from unnest(${plainList(placed.map(({ row }) => row.n))}::int[], ${idList(placed.map(({ row }) => row.key))}::uuid[],
      ${idList(placed.map(({ id }) => id))}::uuid[], ${plainList(placed.map(({ entry }) => entry === null))}::boolean[],
      ${plainList(placed.map(({ entry }) => versionOf(entry)))}::int[],
      ${plainList(placed.map(({ entry }) => answeredOf(entry, 'household')))}::int[],
      ${plainList(placed.map(({ entry }) => answeredOf(entry, 'watching')))}::int[])
      r(row, key, household_id, made, version, answered_household, answered_watching)
    join households h on h.id = r.household_id`);
  return placed.map(({ id }) => id);
}

async function register(
  db: Db,
  made: readonly { readonly row: HouseholdFound; readonly id: string }[],
  act: Act,
): Promise<void> {
  if (made.length === 0) return;
  const households = made.map(({ row, id }) => ({
    id,
    holder_id: typeof row.standing === 'object' && 'newOf' in row.standing ? row.standing.newOf : null,
    district_id: row.place.id,
    name: row.name,
    kana: row.kana,
    address: row.address,
    phone: row.phone,
    cautions: [...(row.cautions ?? [])],
    members: [],
    reason: null,
    answers: row.answers,
  }));
  if ((await registerHouseholds(db, households, act)) !== made.length) throw refuseNotFound();
}

async function correct(
  db: Db,
  entries: readonly EntryFound[],
  reason: string | null,
  act: Act,
): Promise<void> {
  const corrections = entries.flatMap(({ correction }) => correction ?? []);
  const corrected = corrections.length === 0 ? [] : await correctHouseholds(db, corrections, reason, act);
  const answerings = entries.flatMap((entry): readonly Answering[] => entry.answerings);
  const answered = answerings.length === 0 ? [] : await answerHouseholds(db, answerings, act);
  if (corrected.length !== corrections.length || answered.length !== answerings.length)
    throw refuseNotFound();
}

function versionOf(entry: EntryFound | null): number | null {
  if (entry === null) return 1;
  return entry.correction && entry.correction.version + 1;
}

function answeredOf(entry: EntryFound | null, facet: Answering['facet']): number | null {
  const answering = entry?.answerings.find((one) => one.facet === facet);
  return answering ? answering.version + 1 : null;
}
