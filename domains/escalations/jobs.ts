import * as z from 'zod';
import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import { dueOf, isOpenAt } from './model.ts';
import { readOfficeCalendar } from './office.ts';

/**
 * Tells, gently, of households where nobody was met for as long as the rule says.
 *
 * @returns how many
 */
export function tellWhoWasLongNotMet(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'watcher' }, 'tellWhoWasLongNotMet', async (db, act) => {
    const unmet = await db.all(
      z.object({ household_id: z.uuid() }),
      sql`select household_id from gate.households_long_unmet()`,
    );
    if (unmet.length === 0) return 0;
    const calendar = await readOfficeCalendar(db, act);
    return db.run(
      sql`insert into escalations (id, level, household_id, post_id, raised_at, due_at, in_hours, meant_for_id, meant_for,
          holder_id, district_id)
        select i.id, 'unmet', u.household_id, u.post_id, ${act.now}, ${dueOf('unmet', calendar, act.now)},
          ${isOpenAt(calendar, act.now)}, r.post_id, r.name, u.holder_id, u.district_id
        from gate.households_long_unmet() u
        join unnest(${unmet.map(({ household_id }) => household_id)}::uuid[], ${unmet.map(mintId)}::uuid[]) i(household_id, id)
          on i.household_id = u.household_id
        left join lateral gate.answerer_of(u.district_id, u.holder_id, 'office') r on true`,
    );
  });
}

/**
 * Forgets whom one could call, a year after that ended.
 *
 * @returns how many
 */
export function sweepDuties(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'sweeper' }, 'sweepDuties', (db) =>
    db.run(sql`delete from duties where ends_on < (select gate.today()) - 365`),
  );
}
