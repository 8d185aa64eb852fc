import { type Sql, sql } from '#platform/sql.ts';
import { firstRule } from './model.ts';

const newest = sql`select months, grace_days from place_rules order by set_at desc, id desc limit 1`;

/** From which day on a place `p` is asked after. Whoever asks without an account is told by the first rule. */
export function dueFrom(p: Sql): Sql {
  return sql`(${p}.confirmed_on + make_interval(months => coalesce((select months from (${newest}) r), ${firstRule.months})::int))::date`;
}

/** Whether nobody has confirmed a place `p` for so long that it is marked 確認が古い. */
export function isOld(p: Sql): Sql {
  return sql`(${dueFrom(p)} + coalesce((select grace_days from (${newest}) r), ${firstRule.grace_days})::int < (select gate.today()))`;
}

/** How fresh what is known of a place `p` is (model.ts, `freshnesses`). */
export function freshnessOf(p: Sql): Sql {
  return sql`case when ${isOld(p)} then 'old' when ${dueFrom(p)} <= (select gate.today()) then 'due' else 'fresh' end`;
}

export { newest as newestRule };
