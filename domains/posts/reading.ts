import type { Act } from '#platform/act.ts';
import { type Sql, sql } from '#platform/sql.ts';

/** Body and district of a post `p`, with its body `b` and its district `d`. */
export const placeOfPost = sql`jsonb_build_object('id', b.id, 'name', b.name) as body,
  case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.name) end as district`;

/** Whether somebody decided that a post `p` ends, and has not withdrawn it. */
export const hasEnding = sql`exists (select from post_endings e where e.post_id = p.id and ${isInForce()})`;

/** An ending `e` that nobody has withdrawn. */
export function isInForce(): Sql {
  return sql`not exists (select from post_ending_withdrawals x where x.post_id = e.post_id and x.ended_at = e.ended_at)`;
}

/** How a post `p` stands: the same rule as `gate.open_post`, for what is shown. */
export function stateOfPost({ today, now }: Act): Sql {
  return sql`case
    when p.ended_at is not null and p.starts_on > ${today}::date then 'ended'
    when p.starts_on > ${today}::date then 'future'
    when not coalesce(p.ends_on < ${today}::date or p.ended_at <= ${now}::timestamptz, false) then 'current'
    when p.ends_on + 45 < ${today}::date or exists (select from post_handins h where h.post_id = p.id) then 'ended'
    else 'finishing' end`;
}
