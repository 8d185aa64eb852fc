-- The households assigned today to the actor's post or to the one it stands in for, with the entries that are one household
-- with them. A household of another body is among them only as long as that body provides it.
create function gate.find_households_of_actor() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
declare
  posts uuid[] := gate.posts_of_actor();
  holders uuid[] := gate.holders_of_actor('household');
  today date := gate.today();
begin
  return gate.keep_reach('households', array(
    select h.id from households h where h.opens_as = any(array(
      select a.opens_as
      from household_assignments g
      join households a on a.id = g.household_id
      where g.post_id = any(posts)
        and g.starts_on <= today
        and (g.ends_on is null or g.ends_on >= today)
        and g.holder_id = any(holders)))));
end $$;
create function gate.households_of_actor() returns uuid[]
  stable language sql return case when gate.actor_role() <> 'finishing'
    then coalesce(gate.known_reach('households'), gate.find_households_of_actor()) end;

-- The households a post that has ended still reaches to finish its last month: those it was assigned in that month, and
-- those it visited.
create function gate.find_households_while_finishing() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('finishing', (select array_agg(f.household_id) from (
    select a.household_id
    from household_assignments a
    join posts p on p.id = a.post_id
    where p.id = gate.actor_post()
      and a.starts_on <= p.ends_on and (a.ends_on is null or a.ends_on >= gate.own_entries_from())
      and a.holder_id = any((select gate.holders_of_actor('household'))::uuid[])
    union
    select v.household_id from visits v
    where v.post_id = gate.actor_post() and v.visited_on >= gate.own_entries_from()
  ) f));
end $$;
create function gate.households_while_finishing() returns uuid[]
  stable language sql return case when gate.actor_role() = 'finishing'
    then coalesce(gate.known_reach('finishing'), gate.find_households_while_finishing()) end;

-- What a district keeps, in numbers, for who lets it be taken over and sees none of it.
create function gate.holdings_of_district(district uuid)
  returns table (households integer, assignments integer, members integer, visits integer, sheets integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  select (select count(*)::int from households h where h.district_id = district and h.closed_on is null and h.merged_into is null),
    (select count(*)::int from household_assignments a where a.district_id = district and (a.ends_on is null or a.ends_on >= gate.today())),
    (select count(*)::int from group_members g where g.district_id = district and (g.ends_on is null or g.ends_on >= gate.today())),
    (select count(*)::int from visits v where v.district_id = district),
    (select count(*)::int from tally_sheets s where s.district_id = district)
  where gate.actor_role() = 'administrator'
$$;
