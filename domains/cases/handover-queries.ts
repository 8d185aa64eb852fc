import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { joinSql, limitTo, type Sql, sql } from '#platform/sql.ts';
import * as api from './handover-api.ts';

const row = api.listCaseHandovers.output.shape.handovers.element;

/** Hand-overs of both directions, the newest first. */
export async function listCaseHandovers(
  db: Db,
  input: ParsedInputOf<typeof api.listCaseHandovers>,
  _act: Act,
): Promise<OutputOf<typeof api.listCaseHandovers>> {
  const where: Sql[] = [sql`true`];
  if (input.case) where.push(sql`h.case_id = ${input.case}::uuid and o.own`);
  if (input.state === 'open') where.push(sql`${stateOf} in ('asked', 'accepted')`);
  if (input.after) where.push(sql`h.id < ${input.after}::uuid`);
  const found = await db.all(
    row,
    sql`${selectHandovers} where ${joinSql(where, sql` and `)} order by h.id desc ${limitTo(input.limit + 1)}`,
  );
  const handovers = found.slice(0, input.limit);
  return { handovers, next: found.length > input.limit ? (handovers.at(-1)?.id ?? null) : null };
}

/** One of them. @throws Refusal `not_found` */
export function readHandoverStanding(db: Db, id: string): Promise<api.ShownHandover> {
  return db.one(row, sql`${selectHandovers} where h.id = ${id}::uuid`);
}

const stateOf = sql`coalesce((select t.turn from case_handover_turns t where t.handover_id = h.id
  order by t.turn = 'done' desc limit 1), 'asked')`;

const selectHandovers = sql`select h.id, case when o.own then h.case_id end as case_id, c.number as case_number,
    jsonb_build_object('id', s.id, 'name', s.name) as from, jsonb_build_object('id', r.id, 'name', r.name) as to, o.own, h.words,
    h.due_on, (h.asked_at at time zone 'Asia/Tokyo')::date as asked_on, ${stateOf} as state,
    (select coalesce(jsonb_agg(jsonb_build_object('turn', t.turn, 'words', t.words,
        'on', (t.taken_at at time zone 'Asia/Tokyo')::date) order by t.taken_at, t.turn), '[]')
      from case_handover_turns t where t.handover_id = h.id) as turns,
    (select coalesce(jsonb_agg(jsonb_build_object('client_id', p.client_id, 'name', coalesce(k.name, k.called),
        'facets', p.facets, 'law', b.law, 'ends_on', p.ends_on) order by k.kana_key, p.client_id), '[]')
      from case_handover_people p join lawful_bases b on b.id = p.basis_id left join clients k on k.id = p.client_id
      where p.handover_id = h.id) as people
  from case_handovers h
  cross join lateral (select h.holder_id = any((select gate.bodies_worked_for())::uuid[]) as own) o
  join bodies s on s.id = h.holder_id join bodies r on r.id = h.receiver_id
  left join cases c on c.id = h.case_id and o.own`;
