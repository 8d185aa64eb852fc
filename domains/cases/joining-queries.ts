import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { limitTo, type Sql, sql } from '#platform/sql.ts';
import * as api from './joining-api.ts';
import { isAtPlace, joiningSteps } from './joining-model.ts';
import { stateOfJoining } from './joining-reading.ts';

export * from './place-queries.ts';

/** The ways of a case's people that one may see, the newest first. A case that one may not see has none. */
export async function listJoinings(
  db: Db,
  { case_id }: ParsedInputOf<typeof api.listJoinings>,
  _act: Act,
): Promise<OutputOf<typeof api.listJoinings>> {
  return { joinings: await readJoinings(db, sql`j.case_id = ${case_id}::uuid`) };
}

/** The ways of one person, for what is printed of a plan. */
export function readJoiningsOf(db: Db, client: string): Promise<api.ShownJoining[]> {
  return readJoinings(db, sql`j.client_id = ${client}::uuid`);
}

function readJoinings(db: Db, which: Sql): Promise<api.ShownJoining[]> {
  return db.all(
    api.shownJoining,
    sql`select j.id, j.client_id, coalesce(c.name, c.called) as client_name, j.place_id, w.name as place_name,
        case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name) end as place_body, j.plan_id, j.wish, j.begun_on, ${stateOfJoining} as state, j.next_look_on,
        coalesce(j.holder_id = any((select gate.bodies_worked_for())::uuid[]), false) as own,
        (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'step', s.step, 'taken_on', s.taken_on, 'went_along', s.went_along,
            'said', s.said, 'words', s.words) order by s.taken_on, s.taken_at, s.id), '[]')
          from joining_steps s where s.joining_id = j.id) as steps,
        (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'words', t.words, 'told_on', t.told_on, 'stands', p.stands)
            order by t.told_on, t.id), '[]')
          from joining_tellings t left join lateral (select p.ends_on >= (select gate.today())
              and not exists (select from person_provision_withdrawals x where x.provision_id = p.id)
              and not exists (select from consent_withdrawals x where x.consent_id = p.consent_id) as stands
            from person_provisions p where p.id = t.provision_id) p on true
          where t.joining_id = j.id) as tellings
      from joinings j join places w on w.id = j.place_id left join bodies b on b.id = w.body_id
      left join clients c on c.id = j.client_id
      where ${which} order by j.begun_on desc, j.id desc`,
  );
}

const stepsAtPlace = joiningSteps.filter(isAtPlace);

/** A day after all days: ways without a day to look again stand behind those that have one. */
const never = '9999-12-31';

/** Every way one may see, whom to look at next first; those with a day stand before those without. */
export async function listWaysToPlaces(
  db: Db,
  input: ParsedInputOf<typeof api.listWaysToPlaces>,
  _act: Act,
): Promise<OutputOf<typeof api.listWaysToPlaces>> {
  const [day, id] = input.after?.split('_') ?? [];
  const found = await db.all(
    api.listWaysToPlaces.output.shape.ways.element,
    sql`select * from (
        select j.id, j.case_id, j.client_id, coalesce(c.name, c.called) as client_name, j.place_id, w.name as place_name, j.wish,
          ${stateOfJoining} as state, j.begun_on, j.next_look_on, coalesce(j.next_look_on, ${never}::date) as look_on,
          (select min(s.taken_on) from joining_steps s where s.joining_id = j.id and s.step = any(${[...stepsAtPlace]}::text[])
            and not exists (select from joining_steps r where r.joining_id = j.id and r.step in ('paused', 'ended')
              and (r.taken_on, r.taken_at) > (s.taken_on, s.taken_at))) as there_since,
          (select max(s.taken_on) from joining_steps s where s.joining_id = j.id) as last_on,
          (select jsonb_build_object('on', p.supported_on, 'words', p.words) from place_supports p where p.place_id = j.place_id
            order by p.supported_on desc, p.id desc limit 1) as place_says
        from joinings j join places w on w.id = j.place_id left join clients c on c.id = j.client_id
        where ${input.place ? sql`j.place_id = ${input.place}::uuid` : sql`true`}) ways
      where ${input.state === 'ended' ? sql`state = 'ended'` : sql`state <> 'ended'`}
        and ${id ? sql`(look_on, id) > (${day}::date, ${id}::uuid)` : sql`true`}
      order by look_on, id ${limitTo(input.limit + 1)}`,
  );
  const ways = found.slice(0, input.limit);
  const last = ways.at(-1);
  const more = found.length > input.limit && last !== undefined;
  return { ways, next: more ? `${last.next_look_on ?? never}_${last.id}` : null };
}
