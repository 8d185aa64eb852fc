import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import * as api from './joining-api.ts';
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
        case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name) end as place_body, j.plan_id, j.wish, j.begun_on, ${stateOfJoining} as state,
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
