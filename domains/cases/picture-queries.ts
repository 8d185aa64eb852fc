import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './picture-api.ts';

/** The family and the ties of a case, of each what the actor may see. @throws Refusal `not_found` */
export function readCasePicture(
  db: Db,
  { id }: ParsedInputOf<typeof api.readCasePicture>,
  _act: Act,
): Promise<api.CasePicture> {
  return db.one(
    api.readCasePicture.output,
    sql`select c.id, c.number, c.closed_on is null as open, b.name as holder_name,
        coalesce(c.holder_id = any((select gate.bodies_worked_for())::uuid[]), false) as own,
        (select coalesce(jsonb_agg(f.one order by f.member desc, f.relation, f.id), '[]') from (
          select m.client_id as id, true as member, m.relation, jsonb_build_object('id', m.client_id,
              'name', coalesce(k.name, k.called), 'relation', m.relation, 'sex', coalesce(k.sex, 'unsaid'), 'born_on', k.born_on,
              'lives_in', m.lives_in, 'died', false, 'member', true) as one
            from case_members m left join clients k on k.id = m.client_id where m.case_id = c.id and m.left_on is null
          union all
          select x.id, false, x.relation, jsonb_build_object('id', x.id, 'name', x.called, 'relation', x.relation,
              'sex', coalesce(x.sex, 'unsaid'), 'born_on', null, 'lives_in', x.lives_in, 'died', x.died, 'member', false)
            from case_kin x where x.case_id = c.id and x.taken_out_at is null) f) as family,
        (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'client_id', t.client_id, 'kind', t.kind, 'called', t.called,
            'strength', t.strength, 'flow', t.flow) order by t.written_at, t.id), '[]')
          from case_ties t where t.case_id = c.id and t.taken_out_at is null) as ties
      from cases c join bodies b on b.id = c.holder_id
      where c.id = ${id}::uuid`,
  );
}
