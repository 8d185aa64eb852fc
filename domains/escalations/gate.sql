-- From when nobody being met becomes a gentle 知らせ in a district; null: switched off. Until somebody sets it: three times in
-- a row, sixty days.
create function gate.unmet_rule(rule text, district uuid) returns integer
  stable language sql set search_path = public, pg_temp as $$
  select f.n from (
    select r.n, r.district_id is null as whole, r.set_at from unmet_rules r
      where r.rule = unmet_rule.rule and (r.district_id = unmet_rule.district or r.district_id is null)
    union all
    select case unmet_rule.rule when 'times' then 3 when 'days' then 60 end, true, '-infinity') f
  order by f.whole, f.set_at desc limit 1
$$;

-- For whom a 知らせ is meant: who is on duty then, otherwise an officer of the district to whose body its visits are
-- provided, otherwise its gatherer. Whoever raises one learns this name and no other.
create function gate.answerer_of(district uuid, holder uuid, hours text) returns table (post_id uuid, name text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select f.id, f.name from (
    select p.id, a.name, 0 as rank, d.district_id is null as whole, d.hours <> answerer_of.hours as other, d.starts_on as since
      from duties d join posts p on p.id = d.post_id join accounts a on a.id = p.account_id and a.closed_at is null
      where (d.district_id = answerer_of.district or d.district_id is null)
        and d.starts_on <= gate.today() and (d.ends_on is null or d.ends_on >= gate.today())
        and p.starts_on <= gate.today() and (p.ends_on is null or p.ends_on >= gate.today())
    union all
    select p.id, a.name, case p.role when 'council_officer' then 1 else 2 end, p.district_id is null, false, p.starts_on
      from posts p join accounts a on a.id = p.account_id and a.closed_at is null
      where p.role in ('council_officer', 'gatherer') and (p.district_id = answerer_of.district or p.district_id is null)
        and p.starts_on <= gate.today() and (p.ends_on is null or p.ends_on >= gate.today())
        and (p.body_id = answerer_of.holder or exists (select from provisions r
          where r.holder_id = answerer_of.holder and r.receiver_id = p.body_id and 'visit' = any(r.facets)
            and r.starts_on <= gate.today() and (r.ends_on is null or r.ends_on >= gate.today())
            and not exists (select from provision_withdrawals w where w.provision_id = r.id)))) f
  where gate.actor_role() in ('visitor', 'commissioner', 'gatherer', 'council_officer', 'finishing', 'system_watcher', 'system_courier')
  order by f.rank, f.other, f.whole, f.since desc, f.id limit 1
$$;

-- The officers that can be put on the roster, for whoever keeps it.
create function gate.officers_for_roster() returns table (post_id uuid, name text, district_id uuid)
  stable security definer language sql set search_path = public, pg_temp as $$
  select p.id, a.name, p.district_id
  from posts p join accounts a on a.id = p.account_id and a.closed_at is null
  where gate.actor_role() in ('council_officer', 'administrator') and p.role = 'council_officer'
    and p.starts_on <= gate.today() and (p.ends_on is null or p.ends_on >= gate.today())
$$;

-- On how many days after a day, until today, a household was known to be away.
create function gate.days_away(household uuid, after date) returns integer
  stable security definer language sql set search_path = public, pg_temp as $$
  select coalesce(sum(upper(r) - lower(r)), 0)::int from unnest((
    select range_agg(daterange(f.starts_on, f.ends_on, '[]') * daterange(days_away.after + 1, gate.today(), '[]'))
    from household_absences f where f.household_id = days_away.household and f.ends_on > days_away.after
      and f.starts_on <= gate.today() and days_away.after < gate.today()
      and not exists (select from household_absence_endings e where e.absence_id = f.id))) r
  where gate.actor_role() = 'system_watcher'
$$;

-- The households in which nobody answered for as long as the rule says, days on which they were known to be away left out, for the part of the system that tells of them.
create function gate.households_long_unmet()
  returns table (household_id uuid, post_id uuid, holder_id uuid, district_id uuid)
  stable security definer language sql set search_path = public, pg_temp as $$
  select distinct on (a.household_id) a.household_id, a.post_id, a.holder_id, a.district_id
  from household_assignments a
  join households h on h.id = a.household_id and h.closed_on is null and h.merged_into is null
  cross join lateral (select gate.unmet_rule('days', a.district_id) as n) r
  where gate.actor_role() = 'system_watcher' and r.n is not null
    and a.starts_on <= gate.today() - r.n and (a.ends_on is null or a.ends_on >= gate.today())
    and not exists (select from visits v where v.household_id = a.household_id
      and v.contact in ('met', 'answered', 'declined') and v.visited_on > gate.today() - r.n
      and not exists (select from encounter_withdrawals w where w.encounter_id = v.id))
    and not exists (select from escalations e where e.household_id = a.household_id and e.level = 'unmet'
      and (e.raised_at > gate.now_of_call() - make_interval(days => r.n) or not exists (select from escalation_steps s
        where s.escalation_id = e.id and s.step = 'closed')))
    and not exists (select from unmet_switches q where q.household_id = a.household_id and q.quiet
      and not exists (select from unmet_switches n where n.household_id = q.household_id and n.set_at > q.set_at))
    and (not exists (select from household_absences f where f.household_id = a.household_id)
      or (not exists (select from household_absences f where f.household_id = a.household_id
          and gate.today() between f.starts_on and f.ends_on
          and not exists (select from household_absence_endings e where e.absence_id = f.id))
        and a.starts_on <= gate.today() - r.n - gate.days_away(a.household_id, a.starts_on)
        and not exists (select from visits v where v.household_id = a.household_id
          and v.contact in ('met', 'answered', 'declined')
          and v.visited_on > gate.today() - r.n - gate.days_away(a.household_id, v.visited_on)
          and not exists (select from encounter_withdrawals w where w.encounter_id = v.id))))
  order by a.household_id, a.starts_on desc, a.post_id
$$;

-- Where a worry belongs that a phone brought and that is no visit yet: to whoever keeps the household.
create function gate.place_of_worry(household uuid) returns table (household_id uuid, holder_id uuid, district_id uuid)
  stable security definer language sql set search_path = public, pg_temp as $$
  select h.id, h.holder_id, h.district_id from households h
  where gate.actor_role() = 'system_courier' and h.id = place_of_worry.household
$$;
