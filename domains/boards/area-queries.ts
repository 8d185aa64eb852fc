import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import * as api from './area-api.ts';
import { goesTo } from './writing.ts';

/** The newest entry of each day. */
const standing = sql`(select distinct on (f.district_id, f.as_of) f.* from area_figures f
  order by f.district_id, f.as_of desc, f.entered_at desc, f.id desc)`;
const counts = sql`'population', f.population, 'children', f.children, 'aged', f.aged, 'old_aged', f.old_aged, 'households', f.households,
  'as_of', f.as_of, 'source', f.source`;

/** Districts of the actor's scope that have not ended, with the newest figures. */
export async function listAreas(
  db: Db,
  _input: ParsedInputOf<typeof api.listAreas>,
  act: Act,
): Promise<OutputOf<typeof api.listAreas>> {
  const areas = await db.all(
    api.listAreas.output.shape.areas.element,
    sql`select d.id as district_id, d.name as district_name,
        (select jsonb_build_object(${counts}) from ${standing} f where f.district_id = d.id order by f.as_of desc limit 1) as figures
      from districts d
      where (d.ends_on is null or d.ends_on >= ${act.today}::date)
        and ((select gate.counts_the_town()) or d.id = any((select gate.districts_of_boards())::uuid[]))
      order by d.sort, d.code`,
  );
  return { areas };
}

/** @throws Refusal `not_found` for a district whose table the actor does not go to */
export async function readArea(
  db: Db,
  { district }: ParsedInputOf<typeof api.readArea>,
  _act: Act,
): Promise<OutputOf<typeof api.readArea>> {
  if (!(await goesTo(db, district))) throw refuseNotFound();
  const { shape } = api.readArea.output;
  const head = await db.one(
    z.object({ district_id: z.uuid(), district_name: z.string(), board: shape.board }),
    sql`select d.id as district_id, d.name as district_name,
        (select jsonb_build_object('id', b.id, 'name', b.name) from boards b where b.district_id = d.id) as board
      from districts d where d.id = ${district}::uuid`,
  );
  const figures = await db.all(
    z.object({ figures: shape.figures.element }),
    sql`select jsonb_build_object(${counts}) as figures from ${standing} f where f.district_id = ${district}::uuid
      order by f.as_of desc limit 20`,
  );
  return {
    ...head,
    figures: figures.map((row) => row.figures),
    places: await db.all(
      shape.places.element,
      sql`select p.id, p.name, p.what from gate.places_published() p where p.district_id = ${district}::uuid
        order by p.kana_key, p.id`,
    ),
    groups: await db.all(
      shape.groups.element,
      sql`select g.id, g.name, g.stage from helping_groups g where g.district_id = ${district}::uuid and g.stage <> 'ended'
        order by g.written_at, g.id`,
    ),
    ties: await db.all(
      shape.ties.element,
      sql`select t.id, t.one, t.other, t.what, t.since_on, t.ended_on from body_ties t where t.district_id = ${district}::uuid
        order by t.ended_on is not null, t.since_on, t.id`,
    ),
  };
}
