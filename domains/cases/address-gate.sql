-- What counts a person: the first words, what was noted about that person, and what was noted about the household that is where
-- the person is.
create function gate.encounters_of_person(person uuid) returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select array(select i.id from intakes i where i.client_id = encounters_of_person.person
    union select n.encounter_id from case_notes n
      where n.client_id = encounters_of_person.person and n.encounter_id is not null
    union select n.encounter_id from case_members m join case_notes n on n.case_id = m.case_id and n.client_id is null
      where m.client_id = encounters_of_person.person and m.relation = 'self' and n.encounter_id is not null)
$$;

-- 支援措置: closes where a person is, for whoever answers for the record and has decided so. From now on address and telephone,
-- and what they were before, are the keepers'; what counts the person counts without a district. A person of whom no address is
-- known gets an empty row, so that the one and the other are told apart by nothing.
create function gate.close_address(person uuid, reason text) returns void
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select from clients c where c.id = person and c.holder_id = any(coalesce(gate.bodies_answered_for(), '{}')))
    or gate.may_be_located(person) then
    return;
  end if;
  insert into client_contacts (client_id, protected, holder_id)
    select c.id, true, c.holder_id from clients c where c.id = person
    on conflict (client_id) do update set protected = true;
  update client_versions set protected = true where client_id = person and facet = 'contact';
  update written_contacts set protected = true where client_id = person;
  update written_contact_endings set protected = true where client_id = person;
  update parties set district_id = null where id = person;
  with located as (
      select e.* from encounters e
      where e.district_id is not null and e.id = any(gate.encounters_of_person(person))),
    moved as (update encounters e set district_id = null from located l where e.id = l.id),
    taken_part as (update encounter_parties p set district_id = null from located l where p.encounter_id = l.id),
    withdrawn as (update encounter_withdrawals w set district_id = null from located l where w.encounter_id = l.id
      returning w.encounter_id),
    counting as (select l.* from located l
      where not exists (select from encounter_withdrawals w where w.encounter_id = l.id)),
    deltas as (
      select date_trunc('month', c.occurred_on)::date as month, v.district_id, c.group_id, c.kind, c.channel, c.contact, c.role,
        v.n, gate.fixed_year_of(c.occurred_on) as fiscal_year
      from counting c cross join lateral (values (c.district_id, -1), (null::uuid, 1)) v(district_id, n)),
    tallied as (insert into encounter_tally (month, district_id, group_id, kind, channel, contact, role, source, n)
      select month, district_id, group_id, kind, channel, contact, role, 'single', n from deltas)
    insert into later_additions (id, fiscal_year, kind, month, district_id, group_id, channel, contact, role, source, n, reason,
        added_at)
      select gen_random_uuid(), fiscal_year, kind, month, district_id, group_id, channel, contact, role, 'single', n, close_address.reason,
        gate.now_of_call()
      from deltas where fiscal_year is not null;
end $$;

-- The protection has ended: address and telephone are as others' again. What was counted without a district stays so.
create function gate.open_address(person uuid) returns void
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select from clients c where c.id = person and c.holder_id = any(coalesce(gate.bodies_answered_for(), '{}')))
    or not gate.may_be_located(person) then
    return;
  end if;
  update client_contacts set protected = false where client_id = person;
  update client_versions set protected = false where client_id = person;
  update written_contacts set protected = false where client_id = person;
  update written_contact_endings set protected = false where client_id = person;
end $$;

-- Keeps what a colleague who is no keeper typed of how somebody is reached whose address is protected; of everybody else it does
-- nothing. The same words twice are written once. Whether it wrote is told to no page.
create function gate.write_contact_apart(person uuid, at_version integer, typed jsonb) returns boolean
  volatile security definer language sql set search_path = public, pg_temp as $$
  with before as (
      select c.id, c.holder_id, w.version, jsonb_build_object('address', w.address, 'district_id', w.district_id, 'phone', w.phone,
        'mobile', w.mobile, 'email', w.email, 'reaching', w.reaching) as content
      from clients c
      left join lateral (select * from written_contacts w where w.client_id = c.id and w.written_by = gate.actor_account()
        order by w.version desc limit 1) w on true
      where c.id = person and c.holder_id = any(gate.bodies_worked_for()) and not gate.may_be_located(c.id)
        and c.id <> all(coalesce(gate.protected_people_kept(), '{}'))),
    written as (insert into written_contacts (id, client_id, address, district_id, phone, mobile, email, reaching, version,
        written_by, written_at, holder_id)
      select gen_random_uuid(), b.id, typed ->> 'address', (typed ->> 'district_id')::uuid, typed ->> 'phone', typed ->> 'mobile',
        typed ->> 'email', typed ->> 'reaching', coalesce(b.version, 1) + 1, gate.actor_account(), gate.now_of_call(), b.holder_id
      from before b
      where coalesce(at_version, b.version, 1) = coalesce(b.version, 1) and b.content is distinct from typed
      returning 1)
  select exists (select from written)
$$;

-- How much waits for the actor of what colleagues wrote, by person whose address the actor keeps.
create function gate.contacts_to_take_in() returns table (person_id uuid, n integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  select w.client_id, count(*)::int from written_contacts w
  where w.client_id = any(coalesce(gate.protected_people_kept(), '{}'))
    and not exists (select from written_contact_endings e where e.written_id = w.id)
  group by w.client_id
$$;
