import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';

/** The town this database is for; null while there is none yet. */
export async function readTown(db: Db, _input: object, act: Act): Promise<OutputOf<typeof api.readTown>> {
  const town = await db.maybe(
    api.readTown.output.shape.town.unwrap(),
    sql`select code, name, sample, sample_day from towns`,
  );
  return { town: town ?? null, today: act.today };
}

/** How a district `d` changed, the newest first. */
export const changesOf = sql`coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'starts_on', c.starts_on,
      'into', case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end,
      'name_before', c.name_before, 'reason', c.reason) order by c.starts_on desc, o.sort)
    from district_changes c left join districts o on o.id = c.into_id where c.district_id = d.id), '[]')`;

/** Every district the town has or had, in the town's own order. */
export async function listDistricts(db: Db): Promise<OutputOf<typeof api.listDistricts>> {
  const districts = await db.all(
    api.listDistricts.output.shape.districts.element,
    sql`select d.id, d.code, d.name, d.kana, d.area, d.sort, d.starts_on, d.ends_on, ${changesOf} as changes
      from districts d order by d.sort, d.code`,
  );
  return { districts };
}
