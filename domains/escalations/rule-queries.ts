import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './rule-api.ts';

/** The rules that hold, and the households of which they say nothing. */
export async function listUnmetRules(
  db: Db,
  _input: ParsedInputOf<typeof api.listUnmetRules>,
  _act: Act,
): Promise<OutputOf<typeof api.listUnmetRules>> {
  const rules = await db.all(
    api.listUnmetRules.output.shape.rules.element,
    sql`select r.rule, null as district_id, null as district_name, gate.unmet_rule(r.rule, null) as n
      from unnest(array['times', 'days']) r(rule)
      union all
      select r.rule, d.id, d.name, gate.unmet_rule(r.rule, d.id)
      from (select distinct u.rule, u.district_id from unmet_rules u where u.district_id is not null) r
      join districts d on d.id = r.district_id
      order by 3 nulls first, 1 desc`,
  );
  const quiet = await db.all(
    api.listUnmetRules.output.shape.quiet.element,
    sql`select q.household_id, h.name as household_name, q.why, to_char(q.set_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as since
      from unmet_switches q left join households h on h.id = q.household_id
      where q.quiet and not exists (select from unmet_switches n where n.household_id = q.household_id and n.set_at > q.set_at)
      order by h.kana_key, q.household_id limit 500`,
  );
  return { rules, quiet };
}
