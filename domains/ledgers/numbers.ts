import * as z from 'zod';
import { visitingRoles } from '#domains/visits/model.ts';
import type { Act } from '#platform/act.ts';
import { fiscalYearOf, formatFiscalYearShort } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import * as api from './numbers-api.ts';

/** Posts that visit in the actor's districts, of the bodies it writes for: `p` as in the caller's `from`. */
function writtenFor(): Sql {
  return sql`p.role = any(${visitingRoles}::text[]) and p.district_id = any((select gate.districts_gathered())::uuid[])
    and p.body_id = any((select gate.holders_served_by_actor('visit'))::uuid[])`;
}

/** Who visits, with the number a paper ledger names them by. */
export async function listVisitorNumbers(
  db: Db,
  input: ParsedInputOf<typeof api.listVisitorNumbers>,
  _act: Act,
): Promise<OutputOf<typeof api.listVisitorNumbers>> {
  const visitors = await db.all(
    api.listVisitorNumbers.output.shape.visitors.element,
    sql`select p.id as post_id, a.name, p.role, d.name as district_name, p.starts_on, p.ends_on, n.number
      from posts p
      join districts d on d.id = p.district_id
      left join accounts a on a.id = p.account_id
      left join visitor_numbers n on n.post_id = p.id
      where ${writtenFor()} ${input.district ? sql`and p.district_id = ${input.district}::uuid` : sql``}
      order by d.sort, n.number nulls last, a.kana_key, p.id`,
  );
  return { visitors };
}

/**
 * Gives a number (R7-V012) to everybody of a district who visits and has none. It counts on within the body and the
 * fiscal year; a number once given stays.
 */
export async function numberVisitors(db: Db, input: ParsedInputOf<typeof api.numberVisitors>, act: Act) {
  const year = fiscalYearOf(act.today);
  const given = await db.all(
    z.object({ post_id: z.uuid() }),
    sql`with missing as (select p.id, p.body_id, p.district_id,
          row_number() over (partition by p.body_id order by p.given_at, p.id)::int as nth
        from posts p
        where ${writtenFor()} and p.district_id = ${input.district_id}::uuid
          and not exists (select from visitor_numbers n where n.post_id = p.id)),
      counted as (insert into visitor_number_counters as c (holder_id, fiscal_year, last)
        select body_id, ${year}::int, max(nth) from missing group by body_id
        on conflict (holder_id, fiscal_year) do update set last = c.last + excluded.last
        returning holder_id, last),
      lots as (select body_id, max(nth) as n from missing group by body_id)
      insert into visitor_numbers (post_id, number, holder_id, district_id, given_by, given_at)
      select m.id, ${formatFiscalYearShort(year)} || '-V' || lpad((c.last - l.n + m.nth)::text,
          greatest(3, length((c.last - l.n + m.nth)::text)), '0'),
        m.body_id, m.district_id, (select gate.actor_account()), ${act.now}::timestamptz
      from missing m join lots l using (body_id) join counted c on c.holder_id = m.body_id
      returning post_id`,
  );
  return { posts: given.map(({ post_id }) => post_id) };
}
