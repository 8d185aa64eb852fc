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

/** Every district the town has or had, in the town's own order. */
export async function listDistricts(db: Db): Promise<OutputOf<typeof api.listDistricts>> {
  const districts = await db.all(
    api.listDistricts.output.shape.districts.element,
    sql`select id, code, name, kana, area, sort, starts_on, ends_on from districts order by sort, code`,
  );
  return { districts };
}
