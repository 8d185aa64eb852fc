import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './person-api.ts';

/** The bodies whose records of persons the actor works on, or answers for. */
export const ownBodies = sql`coalesce((select gate.bodies_worked_for()), (select gate.bodies_answered_for()), '{}')::uuid[]`;

/** What is given of a person, as far as the actor's body or post gives it or is given it; newest first. */
export async function listProvisionsOfPerson(
  db: Db,
  { person }: ParsedInputOf<typeof api.listProvisionsOfPerson>,
  _act: Act,
): Promise<OutputOf<typeof api.listProvisionsOfPerson>> {
  const provisions = await db.all(
    api.listProvisionsOfPerson.output.shape.provisions.element,
    sql`select p.id, p.person_id, jsonb_build_object('id', h.id, 'name', h.name) as holder,
        jsonb_build_object('id', r.id, 'name', r.name) as receiver, p.post_id, p.facets, to_jsonb(b) as basis, p.consent_id,
        p.why, p.starts_on, p.ends_on, p.told_on, to_jsonb(p.decided_at) #>> '{}' as decided_at,
        to_jsonb(w.withdrawn_at) #>> '{}' as withdrawn_at, w.reason as withdrawn_reason,
        p.consent_id is not null and not gate.consent_stands(p.consent_id) as consent_ended,
        p.holder_id = any(${ownBodies}) as own
      from person_provisions p
      join lawful_bases b on b.id = p.basis_id
      join bodies h on h.id = p.holder_id
      join bodies r on r.id = p.receiver_id
      left join person_provision_withdrawals w on w.provision_id = p.id
      where p.person_id = ${person}::uuid
      order by p.decided_at desc, p.id desc`,
  );
  return { provisions };
}
