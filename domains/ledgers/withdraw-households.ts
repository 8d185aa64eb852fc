import * as z from 'zod';
import { checkAnswers } from '#domains/items/checking.ts';
import {
  type Answers,
  answers,
  type Item,
  isChosen,
  isInForce,
  type TypedAnswers,
} from '#domains/items/model.ts';
import { closeHouseholds } from '#domains/parties/commands.ts';
import { correctHouseholds } from '#domains/parties/correct.ts';
import { answerHouseholds } from '#domains/parties/household-answers.ts';
import { saidOfHousehold } from '#domains/parties/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { findLedgerItems } from './item-columns.ts';

const facets = ['household', 'watching'] as const;

/** A household of an import as it stands now, and what it said and answered before. */
const taken = z.object({
  id: z.uuid(),
  number: z.string(),
  made: z.boolean(),
  open: z.boolean(),
  /** Whether something was written of it since. */
  used: z.boolean(),
  version: z.int(),
  before: saidOfHousehold.nullable(),
  /** By facet: how often it was answered, and what was said before; null: the import answered nothing. */
  answered: z.record(z.enum(facets), z.object({ version: z.int(), said: answers }).nullable()),
});
type Taken = z.output<typeof taken>;

/**
 * Takes back what a household ledger made: what it registered is closed as a mistake, what it corrected says again what
 * it said before, as a version of its own.
 *
 * @returns the households
 * @throws Refusal `refused` when one of them was changed or visited since
 */
export async function takeBackHouseholds(
  db: Db,
  { id, reason }: { readonly id: string; readonly reason: string },
  act: Act,
): Promise<string[]> {
  const { day } = await db.one(
    z.object({ day: z.string() }),
    sql`select (imported_at at time zone 'Asia/Tokyo')::date as day from ledger_imports where id = ${id}::uuid`,
  );
  const found = await findTaken(db, id);
  const used = found.find((one) => one.used);
  if (used) throw new Refusal('refused', m.ledgers_refused_used_since({ number: used.number }));
  await db.run(sql`update ledger_households set key = null where import_id = ${id}::uuid`);
  const closing = found.filter(({ made, open }) => made && open).map((one) => one.id);
  if (
    closing.length > 0 &&
    (await closeHouseholds(db, closing, { closed_on: act.today, why: 'mistake' }, act)) === 0
  )
    throw refuseNotFound();
  await restore(db, found, { reason, day }, act);
  return found.map((one) => one.id);
}

function findTaken(db: Db, id: string): Promise<Taken[]> {
  const answered = (facet: (typeof facets)[number], version: ReturnType<typeof sql>) =>
    sql`${facet}::text, case when ${version} is not null then jsonb_build_object('version', ${version}, 'said',
      coalesce((select v.said from household_answer_versions v
        where v.household_id = h.id and v.facet = ${facet} and v.version = ${version} - 1), '{}')) end`;
  const answeredSince = (facet: (typeof facets)[number], version: ReturnType<typeof sql>) =>
    sql`${version} < (select max(v.version) from household_answer_versions v
      where v.household_id = h.id and v.facet = ${facet})`;
  return db.all(
    taken,
    sql`select h.id, h.number, l.made, h.closed_on is null and h.merged_into is null as open, h.version,
        coalesce(l.version <> h.version or ${answeredSince('household', sql`l.answered_household`)}
          or ${answeredSince('watching', sql`l.answered_watching`)}
          or (l.made and exists (select from visits v where v.household_id = h.id))
          or (not l.made and (h.closed_on is not null or h.merged_into is not null)), false) as used,
        (select to_jsonb(v) from household_versions v
          where not l.made and v.household_id = h.id and v.version = l.version - 1) as before,
        jsonb_build_object(${answered('household', sql`l.answered_household`)},
          ${answered('watching', sql`l.answered_watching`)}) as answered
      from ledger_households l join households h on h.id = l.household_id
      where l.import_id = ${id}::uuid
        and (l.made or l.version is not null or l.answered_household is not null or l.answered_watching is not null)
      order by l.row`,
  );
}

/** An answer as it is kept, the way it was typed. */
function typeAgain({ kind }: Item, parts: Answers[string]): TypedAnswers[string] {
  return isChosen(kind) ? parts.map(String) : (parts[0] ?? null);
}

async function restore(
  db: Db,
  found: readonly Taken[],
  { reason, day }: { reason: string; day: string },
  act: Act,
): Promise<void> {
  const corrections = found.flatMap(({ id, version, before }) =>
    before ? [{ ...before, id, version }] : [],
  );
  const items = (await findLedgerItems(db, 'households')).filter((one) => isInForce(one, day, day));
  const answerings = found.flatMap(({ id, answered }) =>
    facets.flatMap((facet) => {
      const of = answered[facet];
      const asked = items.filter((one) => one.facet === facet);
      if (!of) return [];
      const typed = Object.fromEntries(
        asked.map((item) => [item.id, typeAgain(item, of.said[item.id] ?? [])]),
      );
      const checked = checkAnswers(asked, typed, { from: day, insists: false });
      return [{ household_id: id, facet, version: of.version, answers: checked }];
    }),
  );
  const corrected = corrections.length === 0 ? [] : await correctHouseholds(db, corrections, reason, act);
  const said = answerings.length === 0 ? [] : await answerHouseholds(db, answerings, act);
  if (corrected.length !== corrections.length || said.length !== answerings.length) throw refuseNotFound();
}
