-- The cases of other bodies of which the actor sees that they are, how they stand and who is responsible: those with a member
-- whose consultation, plan or notes it is given.
create function gate.find_cases_of_actor() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
declare people uuid[] := gate.people_of_actor('consultation') || gate.people_of_actor('plan') || gate.people_of_actor('notes');
begin
  if people = '{}' then return gate.keep_reach('cases', '{}'); end if;
  return gate.keep_reach('cases', array(select distinct c.case_id from case_members c where c.client_id = any(people)));
end $$;
create function gate.cases_of_actor() returns uuid[]
  stable language sql return coalesce(gate.known_reach('cases'), gate.find_cases_of_actor());
