import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './acts-api.ts';

export async function listColleagues(
  db: Db,
  _input: ParsedInputOf<typeof api.listColleagues>,
  act: Act,
): Promise<OutputOf<typeof api.listColleagues>> {
  return {
    colleagues: await db.all(
      api.listColleagues.output.shape.colleagues.element,
      sql`select p.id as post_id, a.name from posts p join accounts a on a.id = p.account_id
        where p.body_id = any((select gate.bodies_worked_for())::uuid[]) and p.role in ('intake_worker', 'case_coordinator')
          and p.starts_on <= ${act.today}::date and (p.ends_on is null or p.ends_on >= ${act.today}::date)
        order by a.kana, p.id`,
    ),
  };
}
