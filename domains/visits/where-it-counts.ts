import { type Sql, sql } from '#platform/sql.ts';

/**
 * Where what happened counts: in the district that stood in the place of `home` on a day (districts). Every way of
 * recording asks here: a single visit, a line of a paper, a ledger, a group's sheet.
 */
export function countedIn(home: Sql, day: Sql): Sql {
  return sql`gate.district_on(${home}, ${day})`;
}

/** Whether a post works where the household is: in its district `home`, or in `counted`, which took its place. */
export function worksThere(post: Sql, home: Sql, counted: Sql): Sql {
  return sql`(${post}.district_id is null or ${post}.district_id in (${home}, ${counted}))`;
}

/**
 * Whether a group's sheet of a month belongs there: a district that had become another by the first of it is written on
 * that one's sheet. `month` is an alias with district_id and month.
 */
export function sheetBelongs(month: Sql): Sql {
  return sql`${countedIn(sql`${month}.district_id`, sql`${month}.month`)} = ${month}.district_id`;
}

/** The name of the district on whose sheet the month is written instead; null where it belongs. */
export function sheetBelongsTo(month: Sql): Sql {
  return sql`(select d.name from districts d where d.id <> ${month}.district_id
    and d.id = ${countedIn(sql`${month}.district_id`, sql`${month}.month`)})`;
}
