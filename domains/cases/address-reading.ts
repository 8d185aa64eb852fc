import { type Sql, sql } from '#platform/sql.ts';

/**
 * How a person is reached, for whom that may be known, as a scalar sub-select; null for everybody else. Somebody of whom no
 * address is known and somebody whose address is protected (支援措置) read alike, so that nothing says which it is: whatever
 * shows an address reads it here.
 *
 * @param client the column with the person's id
 * @param holder the column with the body that holds the person
 */
export function contactOf(client: Sql, holder: Sql): Sql {
  return sql`(select to_jsonb(k) from (
    select t.address, t.district_id, d.name as district_name, t.phone, t.mobile, t.email, t.reaching,
      coalesce(t.version, 1) as version
    from (select) given
    left join client_contacts t on t.client_id = ${client}
    left join districts d on d.id = t.district_id
    where ${holder} = any(coalesce((select gate.bodies_worked_for()), (select gate.bodies_answered_for()), '{}')::uuid[])
      or ${client} = any((select gate.people_of_actor('contact'))::uuid[]) or t.client_id is not null) k)`;
}
