import * as z from 'zod';
import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/**
 * Folds the changes that have been committed so far into the totals, in one statement: whoever counts sees them before
 * or after, never twice and never not at all, and nobody who records has to wait. Two compactors at once share the
 * work, since a row can be taken away only once.
 *
 * @returns the number of changes folded
 */
export async function compactTally(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'compactor' }, 'compactTally', async (db) => {
    const { folded } = await db.one(
      z.object({ folded: z.int() }),
      sql`with taken as (delete from encounter_tally
          returning kind, month, district_id, group_id, role, source, channel, contact, n),
        folds as (
          select 'whole' as grain, kind, month, district_id, group_id, role, source, null::text as channel,
            null::text as contact, sum(n) as n
          from taken group by kind, month, district_id, group_id, role, source
          union all
          select 'channel', kind, month, district_id, group_id, role, source, channel, null, sum(n)
          from taken group by kind, month, district_id, group_id, role, source, channel
          union all
          select 'contact', kind, month, district_id, group_id, role, source, channel, contact, sum(n)
          from taken group by kind, month, district_id, group_id, role, source, channel, contact),
        totals as (insert into encounter_totals as t (grain, kind, month, district_id, group_id, role, source, channel,
            contact, n)
          -- In order, so that two compactors at once wait for one another instead of dying together.
          select * from folds order by grain, kind, month, district_id, group_id, role, source, channel, contact
          on conflict (grain, kind, month, district_id, group_id, role, source, channel, contact)
            do update set n = t.n + excluded.n)
        select count(*)::int as folded from taken`,
    );
    return folded;
  });
}
