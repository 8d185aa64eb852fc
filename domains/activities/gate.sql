-- The districts whose 民児協 the actor's post chairs: the newest duty that has begun says so.
create function gate.find_districts_chaired() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('districts_chaired', (select array_agg(p.district_id) from posts p
    where p.id = gate.actor_post() and p.district_id is not null
      and (select d.chair from commissioner_duties d where d.post_id = p.id and d.from_month <= gate.today()
        order by d.from_month desc, d.decided_at desc, d.id desc limit 1)));
end $$;
create function gate.districts_chaired() returns uuid[]
  stable language sql return case when gate.actor_role() = 'commissioner'
    then coalesce(gate.known_reach('districts_chaired'), gate.find_districts_chaired()) end;

-- The names a chair needs: who is 民生委員 of the own 民児協 in those districts.
create function gate.find_accounts_chaired() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select array_agg(distinct p.account_id) from posts p
    where p.role = 'commissioner' and p.district_id = any(gate.districts_chaired()) and p.body_id = gate.actor_body()
$$;
create function gate.accounts_chaired() returns uuid[]
  stable language sql return case when gate.districts_chaired() is not null then gate.find_accounts_chaired() end;

-- The own post, of which a record is kept while it runs and while its last month is finished.
create function gate.post_of_record() returns uuid
  stable language sql return case when gate.actor_role() in ('commissioner', 'finishing') then gate.actor_post() end;

-- The visits of a commissioner's month that a rule counts, by day: without household, name or result. For whose record it is, and
-- for the chair. One visit is one, under however many hats: what was recorded under another hat counts only where the rule says so,
-- and not again where the same household was visited on that day as 民生委員.
create function gate.visits_of_record(post uuid, first date, last date, rule jsonb)
  returns table (day date, n integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  with mine as (
    select p.id, p.account_id from posts p
    where p.id = visits_of_record.post and p.role = 'commissioner'
      and (p.id = gate.post_of_record()
        or (p.district_id = any(gate.districts_chaired()) and p.body_id = gate.actor_body()))),
  hats as (
    select q.id, q.role from posts q join mine on q.account_id = mine.account_id
    where rule -> 'hats' ? q.role and (q.role <> 'commissioner' or q.id = mine.id or q.acting_for is not null)),
  seen as (
    select v.id, min(h.role) as role, v.household_id, v.visited_on
    from hats h
    join visits v on v.visited_on between first and last and (v.post_id = h.id
      or ((rule ->> 'companions')::boolean
        and exists (select from visit_companions c where c.visit_id = v.id and c.post_id = h.id)))
    where rule -> 'channels' ? v.channel and rule -> 'contacts' ? v.contact
      and not exists (select from encounter_withdrawals w where w.encounter_id = v.id)
    group by v.id)
  select s.visited_on, count(*)::integer from seen s
  where s.role = 'commissioner'
    or not exists (select from seen o where o.role = 'commissioner' and o.household_id = s.household_id
      and o.visited_on = s.visited_on)
  group by s.visited_on
$$;

-- How many 民生委員 a 民児協 has in a district in a month, for whoever counts the town: a declared figure.
create function gate.commissioners_of_month(first date, last date)
  returns table (district_id uuid, holder_id uuid, n integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  select p.district_id, p.body_id, count(*)::integer from posts p
  where gate.actor_role() = 'planner' and p.role = 'commissioner' and p.acting_for is null
    and p.district_id is not null and p.starts_on <= last and (p.ends_on is null or p.ends_on >= first)
  group by 1, 2
$$;

-- The districts of the own 民児協: what they sent can be read by whoever keeps a record in them.
create function gate.districts_recorded() returns uuid[]
  stable language sql return case when gate.actor_role() in ('commissioner', 'finishing') then gate.districts_of_post() end;
