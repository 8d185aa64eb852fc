import { answersOf } from '#domains/items/answering.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './assessment-api.ts';

/** @throws Refusal `not_found` for a person of whom nothing is seen */
export function readAssessment(
  db: Db,
  { client_id }: ParsedInputOf<typeof api.readAssessment>,
  _act: Act,
): Promise<OutputOf<typeof api.readAssessment>> {
  return db.one(
    api.readAssessment.output,
    sql`select k.id as client_id, coalesce(k.name, k.called) as name,
        coalesce(k.holder_id = any((select gate.bodies_worked_for())::uuid[]), false) as own,
        ${answersOf(sql`client_answers`, sql`a.client_id = k.id`)} as answers,
        (select coalesce(jsonb_object_agg(v.facet, v.n), '{}') from (select facet, max(version) as n
          from client_answer_versions where client_id = k.id group by facet) v) as versions,
        (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number) order by c.number), '[]')
          from case_members m join cases c on c.id = m.case_id where m.client_id = k.id) as cases
      from clients k where k.id = ${client_id}::uuid`,
  );
}
