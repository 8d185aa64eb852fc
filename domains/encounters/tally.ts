import { type Sql, sql } from '#platform/sql.ts';
import { modeAtFirst } from './model.ts';

/**
 * The mode in force, as a scalar sub-select: of the decisions that reach the month, the newest one; 'single'
 * until somebody decides. `row` is an alias with district_id, group_id, kind and month.
 */
export function modeInForce(row: Sql): Sql {
  return sql`coalesce((select c.mode from counting_modes c
    where c.district_id = ${row}.district_id and c.group_id = ${row}.group_id and c.kind = ${row}.kind
      and c.from_month <= ${row}.month
    order by c.decided_at desc, c.id desc limit 1), ${modeAtFirst}::text)`;
}

/** The same for rows of which the caller knows that their year is open: nothing comes later. */
export const countInTime = sql`
    tally as (insert into encounter_tally (month, district_id, group_id, kind, channel, contact, role, source, n)
      select month, district_id, group_id, kind, channel, contact, role, source, n from deltas where n <> 0)`;

/**
 * The common table expressions that let rows into the count: `tally` and, where the year is fixed and the row
 * counts, `later`. They read `deltas(month, district_id, group_id, kind, channel, contact, role, source, n,
 * fiscal_year)`, whose fiscal_year is what `gate.fixed_year_of` said: null while the year is open.
 */
export function countDeltas(reason: string | null, at: Date): Sql {
  return sql`${countInTime},
    later as (insert into later_additions (id, fiscal_year, kind, month, district_id, group_id, channel, contact,
        role, source, n, reason, added_at)
      select gen_random_uuid(), d.fiscal_year, d.kind, d.month, d.district_id, d.group_id, d.channel, d.contact,
        d.role, d.source, d.n, ${reason}::text, ${at}::timestamptz
      from deltas d
      where d.n <> 0 and d.fiscal_year is not null and d.source = ${modeInForce(sql`d`)})`;
}
