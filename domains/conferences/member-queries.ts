import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './member-api.ts';

/** Present, past and coming members of every kind. */
export async function listConferenceMembers(
  db: Db,
  _input: ParsedInputOf<typeof api.listConferenceMembers>,
  _act: Act,
): Promise<OutputOf<typeof api.listConferenceMembers>> {
  const members = await db.all(
    api.listConferenceMembers.output.shape.members.element,
    sql`select n.id, n.kind_code, n.body_id, b.name as body_name, n.office, n.starts_on, n.ends_on
      from conference_members n join bodies b on b.id = n.body_id
      order by n.kind_code, b.kana, n.starts_on, n.id`,
  );
  return { members };
}
