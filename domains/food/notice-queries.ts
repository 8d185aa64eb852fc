import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './notice-api.ts';

const kept = sql`any((select gate.places_kept())::uuid[])`;

/** Who has too much and who asks for what, soonest over first; answers are read by the two places they are between. */
export async function listFoodNotices(
  db: Db,
  { kind }: ParsedInputOf<typeof api.listFoodNotices>,
  act: Act,
): Promise<OutputOf<typeof api.listFoodNotices>> {
  const shape = api.listFoodNotices.output.shape;
  const notices = await db.all(
    shape.notices.element,
    sql`select n.id, n.kind, f.name as place_name, n.what, n.how_much as amount, n.open_until, n.contact, coalesce(n.place_id = ${kept}, false) as own,
        (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'place_name', g.name, 'words', a.words,
            'own', coalesce(a.place_id = ${kept}, false)) order by a.answered_at, a.id), '[]')
          from food_notice_answers a join gate.food_places() g on g.place_id = a.place_id where a.notice_id = n.id) as answers
      from food_notices n join gate.food_places() f on f.place_id = n.place_id
      where n.closed_at is null and n.open_until >= ${act.today}::date and ${kind ? sql`n.kind = ${kind}` : sql`true`}
      order by n.open_until, n.written_at, n.id`,
  );
  const places = await db.all(
    shape.places.element,
    sql`select f.place_id as id, f.name from gate.food_places() f where f.joined and f.place_id = ${kept} order by f.kana_key, f.place_id`,
  );
  return { notices, places };
}
