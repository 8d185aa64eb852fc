import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import * as api from './recall-api.ts';

const kept = sql`any((select gate.places_kept())::uuid[])`;

/** Recalls that concern the actor's places, the newest first. */
export async function listFoodRecalls(
  db: Db,
  _input: ParsedInputOf<typeof api.listFoodRecalls>,
  _act: Act,
): Promise<OutputOf<typeof api.listFoodRecalls>> {
  const recalls = await db.all(
    api.listFoodRecalls.output.shape.recalls.element,
    sql`select c.id, c.title, to_jsonb(c.started_at) #>> '{}' as started_at, c.closed_at is not null as closed,
        case when c.closed_at is null then (select count(distinct f.place_id)::int from gate.food_recall_places(c.id) f
          where f.place_id = ${kept} and not exists (select from food_recall_answers a
            where a.recall_id = c.id and a.place_id = f.place_id)) else 0 end as unanswered
      from food_recalls c order by c.started_at desc, c.id desc`,
  );
  return { recalls };
}

/** @throws Refusal `not_found` for a recall whose lots never came to a place of the actor */
export async function readFoodRecall(
  db: Db,
  { id }: ParsedInputOf<typeof api.readFoodRecall>,
  _act: Act,
): Promise<OutputOf<typeof api.readFoodRecall>> {
  const shape = api.readFoodRecall.output.shape;
  const recall = await db.maybe(
    api.readFoodRecall.output.omit({ lots: true, flows: true, places: true, givings: true, people: true }),
    sql`select c.id, c.title, c.reason, c.source, c.advice, to_jsonb(c.started_at) #>> '{}' as started_at, c.closed_words,
        coalesce(c.closed_at is null and (c.started_by = (select gate.actor_post())
          or c.holder_id = any((select gate.bodies_coordinated())::uuid[])), false) as closes
      from food_recalls c where c.id = ${id}::uuid`,
  );
  if (!recall) throw refuseNotFound();
  const lots = await db.all(
    shape.lots.element,
    sql`select l.id, l.what, l.unit, l.quantity::float8 as amount, l.good_until, l.maker, l.label_mark, o.name as donor_name, l.received_on
      from food_recall_lots r join food_lots l on l.id = r.lot_id left join food_donors o on o.id = l.donor_id
      where r.recall_id = ${id}::uuid order by l.received_on, l.id`,
  );
  const flows = await db.all(
    shape.flows.element,
    sql`select f.place_id, f.name, f.lot_id, l.what, l.unit, f.came::float8 as came, f.coming::float8 as coming, f.passed_on::float8 as passed_on,
        f.handed::float8 as handed, f.thrown::float8 as thrown, f.left_over::float8 as left_over
      from gate.food_recall_places(${id}::uuid) f join food_lots l on l.id = f.lot_id order by f.name, f.place_id, l.received_on, l.id`,
  );
  const places = await db.all(
    shape.places.element,
    sql`with handed as (select distinct g.giving_id, g.place_id, g.households, g.named from gate.food_recall_givings(${id}::uuid) g),
        came as (select distinct f.place_id, f.name from gate.food_recall_places(${id}::uuid) f)
      select c.place_id, c.name, coalesce(c.place_id = ${kept}, false) as kept,
        (select coalesce(sum(h.households), 0)::int from handed h where h.place_id = c.place_id) as households,
        (select coalesce(sum(h.named), 0)::int from handed h where h.place_id = c.place_id) as named,
        (select jsonb_build_object('told', a.told, 'not_reached', a.not_reached, 'put_apart', a.put_apart, 'words', a.words,
            'answered_at', to_jsonb(a.answered_at) #>> '{}')
          from food_recall_answers a where a.recall_id = ${id}::uuid and a.place_id = c.place_id
          order by a.answered_at desc, a.id desc limit 1) as answer
      from came c order by c.name, c.place_id`,
  );
  const givings = await db.all(
    shape.givings.element,
    sql`select g.giving_id, g.place_id, g.name, g.held_on, g.households, g.people, g.named,
        string_agg(l.what || ' ' || trim_scale(g.quantity) || l.unit, '、' order by l.received_on, l.id) as what
      from gate.food_recall_givings(${id}::uuid) g join food_lots l on l.id = g.lot_id
      group by g.giving_id, g.place_id, g.name, g.held_on, g.households, g.people, g.named order by g.held_on, g.giving_id`,
  );
  const people = await db.all(
    shape.people.element,
    sql`select distinct on (g.held_on, u.kana_key, u.id) u.id as guest_id, u.name, u.phone, h.place_id, g.held_on
      from gate.food_recall_givings(${id}::uuid) g join food_handovers h on h.giving_id = g.giving_id and h.withdrawn_at is null
        join place_guests u on u.id = h.guest_id
      order by g.held_on, u.kana_key, u.id`,
  );
  return { ...recall, lots, flows, places, givings, people };
}
