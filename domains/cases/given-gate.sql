-- The cases that a person is in, for whoever works with them or is given what tells of them.
create function gate.cases_of_person(person uuid) returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select array(select m.case_id from case_members m
    where m.client_id = cases_of_person.person
      and (m.case_id = any(gate.cases_of_actor()) or m.holder_id = any(coalesce(gate.bodies_worked_for(), '{}'))))
$$;

-- Somebody named exactly, by name and day of birth, as other bodies know that person: for danger to life (consent/emergency).
create function gate.people_named(name text, born_on date) returns table (person_id uuid, holder_id uuid)
  stable security definer language sql set search_path = public, pg_temp as $$
  select c.id, c.holder_id from clients c
  where gate.actor_role() in ('intake_worker', 'case_coordinator', 'convener', 'council_officer')
    and c.born_on = people_named.born_on
    and regexp_replace(normalize(c.name, NFKC), '\s', '', 'g') = regexp_replace(normalize(people_named.name, NFKC), '\s', '', 'g')
    and not (c.holder_id = any(coalesce(gate.bodies_worked_for(), '{}')))
$$;

-- The facets of the assessment that the actor is given of anybody today.
create function gate.item_facets_given() returns text[]
  stable language sql as $$
  select array_remove(array[
    case when cardinality(gate.people_of_actor('family')) > 0 then 'family' end,
    case when cardinality(gate.people_of_actor('consultation')) > 0 then 'consultation' end,
    case when cardinality(gate.people_of_actor('living')) > 0 then 'living' end,
    case when cardinality(gate.people_of_actor('economy')) > 0 then 'economy' end,
    case when cardinality(gate.people_of_actor('health')) > 0 then 'health' end,
    case when cardinality(gate.people_of_actor('wish')) > 0 then 'wish' end], null)
$$;
