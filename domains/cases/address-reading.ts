import { type Sql, sql } from '#platform/sql.ts';

/**
 * How a person is reached, for whom that may be known, as a scalar sub-select; null for everybody else. Somebody of whom no
 * address is known and somebody whose address is protected (支援措置) read alike, so that nothing says which it is: whatever
 * shows an address reads it here. Whoever typed something meanwhile reads that, as it would be if no address were known
 * (docs/decisions/0012-contacts-written-apart.md).
 *
 * @param client the column with the person's id
 * @param holder the column with the body that holds the person
 */
export function contactOf(client: Sql, holder: Sql): Sql {
  return sql`(select to_jsonb(k) from (
    select coalesce(t.address, w.address) as address, coalesce(t.district_id, w.district_id) as district_id,
      d.name as district_name, coalesce(t.phone, w.phone) as phone, coalesce(t.mobile, w.mobile) as mobile,
      coalesce(t.email, w.email) as email, coalesce(t.reaching, w.reaching) as reaching,
      coalesce(t.version, w.version, 1) as version
    from (select) given
    left join client_contacts t on t.client_id = ${client}
    left join lateral (select * from written_contacts a where t.client_id is null and a.client_id = ${client}
      and a.written_by = (select gate.actor_account()) order by a.version desc limit 1) w on true
    left join districts d on d.id = coalesce(t.district_id, w.district_id)
    where ${holder} = any(coalesce((select gate.bodies_worked_for()), (select gate.bodies_answered_for()), '{}')::uuid[])
      or ${client} = any((select gate.people_of_actor('contact'))::uuid[]) or t.client_id is not null) k)`;
}

/**
 * What colleagues wrote of how a person is reached and nobody has taken in or laid aside, the oldest first, as a scalar
 * sub-select: for the keepers while they look, and for the window once the address is open again.
 */
export function writtenOf(client: Sql): Sql {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'address', w.address, 'district_id', w.district_id,
      'district_name', d.name, 'phone', w.phone, 'mobile', w.mobile, 'email', w.email, 'reaching', w.reaching,
      'written_at', to_jsonb(w.written_at) #>> '{}') order by w.written_at, w.id), '[]')
    from written_contacts w left join districts d on d.id = w.district_id
    where w.client_id = ${client} and (not w.protected or w.client_id = any((select gate.protected_people_opened())::uuid[]))
      and not exists (select from written_contact_endings e where e.written_id = w.id))`;
}
