import { type Sql, sql } from '#platform/sql.ts';

/**
 * Whether a sheet stands for a group's month: its newest version does, unless that one took the one before back. `row`
 * is an alias with district_id, group_id and month.
 */
export function sheetStands(row: Sql): Sql {
  return sql`coalesce((select not s.withdrawn from tally_sheets s
    where s.district_id = ${row}.district_id and s.group_id = ${row}.group_id and s.month = ${row}.month
    order by s.version desc limit 1), false)`;
}

/**
 * The common table expressions `newest(next_id, id, version, withdrawn)`, the newest version of each month in
 * `allowed(id, district_id, group_id, month)`, and `before(next_id, id)`, the one that stands there.
 */
export const newestSheets = sql`newest as (select a.id as next_id, s.id, s.version, s.withdrawn
        from allowed a
        cross join lateral (select s.id, s.version, s.withdrawn from tally_sheets s
          where s.district_id = a.district_id and s.group_id = a.group_id and s.month = a.month
          order by s.version desc limit 1) s),
      before as (select next_id, id from newest where not withdrawn)`;

/**
 * Whether the version that the sheet `next` says it follows is the one that stands there, as `newest` has it; 0: none
 * does. Two that say so at once meet at the next version, and one of them is in.
 */
export function follows(next: Sql, newest: Sql): Sql {
  return sql`${next}.follows = case when ${newest}.withdrawn then 0 else coalesce(${newest}.version, 0) end`;
}
