import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './telling-api.ts';

/** Who still has to be told, the longest first; of one match everybody who waited. */
export async function listWhoWaited(
  db: Db,
  { match_id }: ParsedInputOf<typeof api.listWhoWaited>,
  _act: Act,
): Promise<OutputOf<typeof api.listWhoWaited>> {
  const waited = await db.all(
    api.listWhoWaited.output.shape.waited.element,
    sql`select t.match_id, t.participant_id, n.name, n.reached, o.outcome,
        (o.closed_at at time zone 'Asia/Tokyo')::date as closed_on, t.told_on, t.how
      from match_tellings t join matches o on o.id = t.match_id join participant_names n on n.participant_id = t.participant_id
      where ${match_id ? sql`t.match_id = ${match_id}::uuid` : sql`t.told_on is null`}
      order by o.closed_at, n.kana_key, t.match_id, t.participant_id limit 200`,
  );
  return { waited };
}
