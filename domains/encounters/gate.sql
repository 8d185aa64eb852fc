-- The fiscal year of a day if it is fixed, otherwise null. Whoever adds to a count or takes from it asks here, in the
-- statement that writes: the year is then held as it is until the transaction ends, and cannot be fixed meanwhile.
-- Volatile on purpose: after waiting for a fixing it must see what that fixing wrote.
create function gate.fixed_year_of(day date) returns integer
  volatile security definer language plpgsql set search_path = public, pg_temp
as $$
declare
  year integer := extract(year from day - interval '3 months')::integer;
begin
  perform pg_advisory_xact_lock_shared(717274, year);
  return (select f.fiscal_year from period_fixings f where f.fiscal_year = year);
end $$;

-- Whoever fixes a year waits here for every writer under way, and every later writer waits for the fixing. It has to be
-- a statement of its own: only the next one sees all that was written.
create function gate.close_year(year integer) returns boolean
  volatile security definer language plpgsql set search_path = public, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(717274, year);
  return exists (select from period_fixings f where f.fiscal_year = year);
end $$;

-- From which day on the actor reaches what its own post recorded: all of it while the post runs, and the month in
-- which the post ended once it has ended.
create function gate.find_own_entries_while_finishing() returns date
  stable security definer language sql set search_path = public, pg_temp
as $$
  select date_trunc('month', p.ends_on)::date from posts p where p.id = gate.actor_post()
$$;
create function gate.own_entries_from() returns date
  stable language sql return case when gate.actor_role() = 'finishing'
    then gate.find_own_entries_while_finishing() else '-infinity'::date end;

-- The next four answer for every row at once, so that the planner sees which rows pass: a role asked beside the districts
-- made it expect next to none, and read a whole district to sort fifty rows out of it.

-- The districts whose records the actor's post gathers.
create function gate.districts_gathered() returns uuid[]
  stable language sql return case when gate.actor_role() in ('gatherer', 'council_officer') then gate.districts_of_actor() end;

-- The districts in which counts what the actor's post records: its own, and what each of those has become by merging (統合).
-- Until the takeover (承継) this is all a post has of the other district.
create function gate.find_districts_counted_for_post() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
declare districts uuid[] := gate.districts_of_post();
begin
  if not exists (select from district_changes c
    where c.district_id = any(districts) and c.kind = 'merged' and c.starts_on <= gate.today())
  then return gate.keep_reach('districts_counted', districts); end if;
  return gate.keep_reach('districts_counted', (
    with recursive counted as (
      select unnest(districts) as id
      union
      select c.into_id from counted d join district_changes c on c.district_id = d.id and c.kind = 'merged'
        where c.starts_on <= gate.today())
    select array_agg(id) from counted)); end $$;
create function gate.districts_counted_for_post() returns uuid[]
  stable language sql return coalesce(gate.known_reach('districts_counted'), gate.find_districts_counted_for_post());

-- The same, for who gathers: where the records of its own districts count.
create function gate.districts_counted() returns uuid[]
  stable language sql return case when gate.actor_role() in ('gatherer', 'council_officer') then gate.districts_counted_for_post() end;

-- Whether it is the actor's work to count the whole town.
create function gate.counts_the_town() returns boolean
  stable language sql return coalesce(gate.actor_role() in ('planner', 'operator'), false);
