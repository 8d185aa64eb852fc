import * as z from 'zod';
import { takeTurns } from '#domains/plan/author.ts';
import type { Database, Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { type Kind, kinds } from './model.ts';
import { steps } from './steps.ts';

/** Who carries out what two people have approved (disposer-gate.sql). */
const disposer = { kind: 'system', name: 'disposer' } as const;

/**
 * Carries out every list that two people have approved, fifty things to a transaction, and leaves a record of each.
 *
 * @returns how many things were destroyed
 */
export async function carryOutDisposals(database: Database): Promise<number> {
  for (let done = 0; ; ) {
    const portion = await database.enter(disposer, 'carryOutDisposals', null, async (db, act) => {
      await takeTurns(db, 'disposals');
      const list = await db.maybe(
        z.object({ id: z.uuid(), kind: z.enum(kinds) }),
        sql`select id, kind from disposals where id = (select gate.disposal_under_way())`,
      );
      if (!list) return { answer: null, closing: { audit: null, call: null } };
      const destroyed = await destroyPortion(db, list, act.now);
      const audit = { word: 'disposal.carried_out', outcome: 'done', subjects: [list.id], inputHash: null };
      return { answer: destroyed, closing: { audit, call: null } };
    });
    if (portion === null) return done;
    done += portion;
  }
}

/** The next fifty of a list; when none is left, its record is closed. */
async function destroyPortion(db: Db, list: { id: string; kind: Kind }, now: Date): Promise<number> {
  await db.run(
    sql`insert into disposal_records (disposal_id, done, counts, began_at)
      select ${list.id}::uuid, 0, '{}', ${now} where not exists (select from disposal_records r
        where r.disposal_id = ${list.id}::uuid)`,
  );
  // What goes is found before the first row of it is gone.
  const { gone } = await db.one(
    z.object({ gone: z.int() }),
    sql`select cardinality(gate.all_subjects_destroyed()) as gone, gate.persons_destroyed(), gate.visits_destroyed(),
      gate.assignments_destroyed(), gate.merges_destroyed(), gate.posts_destroyed(), gate.member_sheets_destroyed(),
      gate.answers_destroyed(), gate.answer_sheets_destroyed(), gate.notes_destroyed(), gate.plans_destroyed(),
      gate.case_handovers_destroyed(), gate.gaps_destroyed(), gate.encounters_forgotten(), gate.links_destroyed(),
      gate.facts_destroyed(), gate.sittings_destroyed(), gate.consents_destroyed(), gate.looks_destroyed(),
      gate.disclosure_questions_destroyed(), gate.households_destroyed()`,
  );
  const record = await db.one(
    z.object({ done: z.int(), counts: z.record(z.string(), z.int()) }),
    sql`select done, counts from disposal_records where disposal_id = ${list.id}::uuid`,
  );
  const counts = { ...record.counts };
  for (const [table, statement] of steps[list.kind]) {
    const rows = await db.run(statement);
    if (rows > 0) counts[table] = (counts[table] ?? 0) + rows;
  }
  await db.run(sql`delete from disposal_rows`);
  await db.run(
    gone > 0
      ? sql`update disposal_records set done = done + ${gone}, counts = ${JSON.stringify(counts)}::jsonb
          where disposal_id = ${list.id}::uuid`
      : sql`update disposal_records set finished_at = ${now}, kept = (select count(*) from disposal_rows r
            where not exists (select from disposal_exclusions e
              where e.disposal_id = r.disposal_id and e.subject_id = r.subject_id))
          where disposal_id = ${list.id}::uuid`,
  );
  return gone;
}
