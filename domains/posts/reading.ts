import type { Act } from '#platform/act.ts';
import { type Sql, sql } from '#platform/sql.ts';

/** Body and district of a post `p`, with its body `b` and its district `d`. */
export const placeOfPost = sql`jsonb_build_object('id', b.id, 'name', b.name) as body,
  case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.name) end as district`;

/** How a post `p` stands: the same rule as `gate.open_post`, for what is shown. */
export function stateOfPost({ today, now }: Act): Sql {
  return sql`case
    when p.starts_on > ${today}::date then 'future'
    when not coalesce(p.ends_on < ${today}::date or p.ended_at <= ${now}::timestamptz, false) then 'current'
    when p.ends_on + 45 < ${today}::date or exists (select from post_handins h where h.post_id = p.id) then 'ended'
    else 'finishing' end`;
}
