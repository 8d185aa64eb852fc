import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { namePeople } from './naming.ts';
import * as api from './person-api.ts';

/** The bodies whose records of persons the actor works on, or answers for. */
export const ownBodies = sql`coalesce((select gate.bodies_worked_for()), (select gate.bodies_answered_for()), '{}')::uuid[]`;

/** The bodies whose copies are the actor's to speak for: the actor's own, whatever the post. */
export const receivingBodies = sql`coalesce((select gate.bodies_given_for()), array[(select gate.actor_body())])::uuid[]`;

/** What is said of a provision of a person, from `provisionTables`. */
export const provisionColumns = sql`p.id, p.person_id, jsonb_build_object('id', h.id, 'name', h.name) as holder,
  jsonb_build_object('id', r.id, 'name', r.name) as receiver, p.post_id, p.facets, to_jsonb(b) as basis, p.consent_id,
  p.why, p.starts_on, p.ends_on, p.told_on, to_jsonb(p.decided_at) #>> '{}' as decided_at,
  to_jsonb(gate.provision_withdrawn_at(p.id)) #>> '{}' as withdrawn_at, w.reason as withdrawn_reason,
  p.consent_id is not null and not gate.consent_stands(p.consent_id) as consent_ended, p.holder_id = any(${ownBodies}) as own`;
export const provisionTables = sql`person_provisions p
  join lawful_bases b on b.id = p.basis_id
  join bodies h on h.id = p.holder_id
  join bodies r on r.id = p.receiver_id
  left join person_provision_withdrawals w on w.provision_id = p.id`;

/** What is given of a person, as far as the actor's body or post gives it or is given it; newest first. */
export async function listProvisionsOfPerson(
  db: Db,
  { person }: ParsedInputOf<typeof api.listProvisionsOfPerson>,
  _act: Act,
): Promise<OutputOf<typeof api.listProvisionsOfPerson>> {
  const provisions = await db.all(
    api.listProvisionsOfPerson.output.shape.provisions.element,
    sql`select ${provisionColumns} from ${provisionTables}
      where p.person_id = ${person}::uuid
      order by p.decided_at desc, p.id desc`,
  );
  return { provisions };
}

/** One of them, with what was asked back and what its receiver said. */
export async function readProvisionOfPerson(
  db: Db,
  { id }: ParsedInputOf<typeof api.readProvisionOfPerson>,
  act: Act,
): Promise<OutputOf<typeof api.readProvisionOfPerson>> {
  const found = await db.one(
    api.readProvisionOfPerson.output.omit({ person_name: true }),
    sql`select ${provisionColumns}, case when k.provision_id is not null then jsonb_build_object('because', k.because,
        'asked_at', k.asked_at,
        'copies', (select coalesce(jsonb_agg(jsonb_build_object('taken_at', c.taken_at, 'role', c.role,
            'operation', c.operation) order by c.taken_at, c.id), '[]') from provision_copies c where c.provision_id = p.id),
        'note', case when n.provision_id is not null then jsonb_build_object('outcome', n.outcome, 'words', n.words,
            'noted_at', n.noted_at) end) end as back
      from ${provisionTables}
      left join provision_returns k on k.provision_id = p.id
      left join provision_return_notes n on n.provision_id = p.id
      where p.id = ${id}::uuid`,
  );
  const person_name = (await namePeople(db, [found.person_id], act)).get(found.person_id)?.name ?? null;
  return { ...found, person_name };
}

/** The bodies of the town and those of their posts that can be named, but not the actor's own body. */
export async function listReceivers(
  db: Db,
  _input: ParsedInputOf<typeof api.listReceivers>,
  _act: Act,
): Promise<OutputOf<typeof api.listReceivers>> {
  const receivers = await db.all(
    api.listReceivers.output.shape.receivers.element,
    sql`with posts as materialized (select * from gate.receiving_posts())
      select b.id, b.name, b.kind, b.district_id, b.kind in ('district_council', 'commissioner_council') as named_only,
        (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'name', p.name, 'district_name', d.name)
            order by d.sort nulls first, p.name, p.id), '[]')
          from posts p left join districts d on d.id = p.district_id where p.body_id = b.id) as posts
      from bodies b
      order by b.sort, b.id`,
  );
  return { receivers };
}
