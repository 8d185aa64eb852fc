import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { limitTo, sql } from '#platform/sql.ts';
import { listFacts as declared, listFactTargets as declaredTargets } from './fact-api.ts';
import { mayDecide } from './fact-commands.ts';
import { hasAgreed } from './standing.ts';

/** Facts one has proposed, called the item of, or has a say in, the newest first. */
export async function listFacts(
  db: Db,
  { limit }: ParsedInputOf<typeof declared>,
  _act: Act,
): Promise<OutputOf<typeof declared>> {
  const facts = await db.all(
    declared.output.shape.facts.element,
    sql`select f.id, f.words, b.name as from_body_name, h.name as to_body_name,
        to_char(f.proposed_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as proposed_on,
        case when c.id is not null then json_build_object('id', c.id, 'name', coalesce(c.name, c.called)) end as client,
        f.proposed_post_id = (select gate.actor_post()) as own, coalesce(${mayDecide}, false) and d.fact_id is null as mine_to_decide,
        d.agreed, f.note_id is not null as taken_over,
        case when d.agreed and f.note_id is null and f.proposed_post_id = (select gate.actor_post()) then
          coalesce((select json_agg(json_build_object('id', k.id, 'number', k.number, 'called', k.called) order by k.opened_on desc, k.id)
            from case_members m join cases k on k.id = m.case_id where m.client_id = f.client_id and k.closed_on is null),
            '[]'::json) else '[]'::json end as cases
      from crossing_facts f
      join bodies b on b.id = f.from_body_id
      join bodies h on h.id = f.holder_id
      left join clients c on c.id = f.client_id
      left join crossing_decisions d on d.fact_id = f.id
      order by f.proposed_at desc, f.id desc limit ${limit}`,
  );
  return { facts };
}

/** Own clients who have agreed, and the bodies that sit on the item. @throws Refusal `not_found` without an open seat */
export async function listFactTargets(
  db: Db,
  { id }: ParsedInputOf<typeof declaredTargets>,
  _act: Act,
): Promise<OutputOf<typeof declaredTargets>> {
  const { shape } = declaredTargets.output;
  const seated = await db.run(
    sql`select from conference_items where id = ${id}::uuid and id = any((select gate.items_seated())::uuid[])`,
  );
  if (seated === 0) throw refuseNotFound();
  const people = await db.all(
    shape.people.element,
    sql`select c.id, coalesce(c.name, c.called) as name from clients c
      where c.holder_id = any((select gate.bodies_worked_for())::uuid[]) and ${hasAgreed} order by c.kana_key, c.id ${limitTo(200)}`,
  );
  const bodies = await db.all(
    shape.bodies.element,
    sql`select b.id, b.name from bodies b where b.id in (select s.body_id from conference_seats s where s.item_id = ${id}::uuid
        union select i.holder_id from conference_items i where i.id = ${id}::uuid) order by b.sort, b.id`,
  );
  return { people, bodies };
}
