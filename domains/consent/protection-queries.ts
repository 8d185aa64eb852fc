import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { namePeople } from './naming.ts';
import * as api from './protection-api.ts';

/** A protection, from `protections p` and `posts`, the posts that were ever named. */
const columns = sql`p.id, p.person_id, p.starts_on, p.ends_on, p.note,
  (select to_jsonb(e.ended_at) #>> '{}' from protection_endings e where e.protection_id = p.id) as ended_at,
  (select coalesce(jsonb_agg(jsonb_build_object('post_id', k.post_id, 'name', o.name, 'role', o.role)
      order by k.named_at, k.post_id), '[]')
    from protection_keepers k left join posts o on o.id = k.post_id where k.protection_id = p.id) as keepers`;

const listed = api.listProtections.output.shape.protections.element.omit({ person_name: true });

function ask(which: Sql): Sql {
  return sql`with posts as materialized (select * from gate.posts_once_named())
    select ${columns} from protections p
    where p.holder_id = any((select gate.bodies_answered_for())::uuid[]) and ${which}`;
}

/** The protections of the body the actor answers for, the newest first. */
export async function listProtections(
  db: Db,
  { after, limit }: ParsedInputOf<typeof api.listProtections>,
  act: Act,
): Promise<OutputOf<typeof api.listProtections>> {
  const found = await db.all(
    listed,
    sql`${ask(sql`(${after ?? null}::uuid is null or p.id < ${after ?? null}::uuid)`)}
      order by p.id desc limit ${limit + 1}`,
  );
  const page = found.slice(0, limit);
  const names = await namePeople(
    db,
    page.map(({ person_id }) => person_id),
    act,
  );
  return {
    protections: page.map((one) => ({ ...one, person_name: names.get(one.person_id)?.name ?? null })),
    next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/** One of them, with every look at the address. */
export async function readProtection(
  db: Db,
  { id }: ParsedInputOf<typeof api.readProtection>,
  act: Act,
): Promise<OutputOf<typeof api.readProtection>> {
  const found = await db.one(listed, ask(sql`p.id = ${id}::uuid`));
  const looks = await db.all(
    api.readProtection.output.shape.looks.element,
    sql`select v.id, to_jsonb(v.viewed_at) #>> '{}' as viewed_at, v.reason, o.name, o.role
      from protected_views v left join gate.posts_once_named() o on o.id = v.post_id
      where v.person_id = ${found.person_id}::uuid
      order by v.viewed_at desc, v.id desc limit 200`,
  );
  const names = await namePeople(db, [found.person_id], act);
  return { ...found, person_name: names.get(found.person_id)?.name ?? null, looks };
}

/** Whose address the post in use keeps, and which of them are open to it now. */
export async function listKept(
  db: Db,
  _input: ParsedInputOf<typeof api.listKept>,
  act: Act,
): Promise<OutputOf<typeof api.listKept>> {
  const found = await db.all(
    api.listKept.output.shape.kept.element.omit({ person_name: true }),
    sql`select k.person_id, b.name as holder,
        (select to_jsonb(max(v.viewed_at) + interval '15 minutes') #>> '{}' from protected_views v
          where v.person_id = k.person_id and v.post_id = (select gate.actor_post())
            and v.viewed_at > ${act.now}::timestamptz - interval '15 minutes') as open_until
      from protection_keepers k join bodies b on b.id = k.holder_id
      where k.post_id = (select gate.actor_post()) and k.person_id = any((select gate.protected_people_kept())::uuid[])
      group by k.person_id, b.name
      order by k.person_id`,
  );
  const names = await namePeople(
    db,
    found.map(({ person_id }) => person_id),
    act,
  );
  return { kept: found.map((one) => ({ ...one, person_name: names.get(one.person_id)?.name ?? null })) };
}
