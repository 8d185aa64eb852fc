import * as z from 'zod';
import { type BodyKind, bodyKinds } from '#domains/posts/bodies.ts';
import { roleScopes } from '#domains/posts/model.ts';
import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';

/** The kinds of body that own projects: those at which somebody can be 所管課 担当. */
export const ownerKinds: readonly BodyKind[] = roleScopes.section_worker.bodies;

/** @throws Refusal `invalid` for a body that cannot own a project; `not_found` for one that is not there */
export async function refuseBody(db: Db, id: string): Promise<void> {
  const { kind } = await db.one(
    z.object({ kind: z.enum(bodyKinds) }),
    sql`select kind from bodies where id = ${id}`,
  );
  if (!ownerKinds.includes(kind))
    throw new Refusal('invalid', m.projects_refused_body(), { body_id: m.projects_refused_body() });
}

/** Columns of a project as it stands on a day: `w` its newest wording, `o` its owner, `e` its ending. */
export function standingOn(day: string): Sql {
  return sql`projects p
    join lateral (select w.name, w.summary, w.version from project_wordings w where w.project_id = p.id
      order by w.version desc limit 1) w on true
    left join lateral (select o.body_id from project_owners o where o.project_id = p.id and o.starts_on <= ${day}::date
      order by o.starts_on desc limit 1) o on true
    left join project_endings e on e.project_id = p.id`;
}

/** The links that hold on a day, of a project with the alias `p`. */
export function linksOn(day: string): Sql {
  return sql`project_links l left join project_link_endings le on le.link_id = l.id
    where l.project_id = p.id and l.starts_on <= ${day}::date and (le.ends_on is null or le.ends_on >= ${day}::date)`;
}
