-- What may be read by anybody: the words an organisation agreed to, its name only where it agreed to that, and what is over left out.
create function gate.contributions_published() returns table (id uuid, name text, sort text, kinds text[], words text, starts_on date)
  stable security definer language sql set search_path = public, pg_temp as $$
  select c.id, case when a.allows = 'named' then n.name end, p.sort, c.kinds, a.words, c.starts_on
  from contributions c
  join participants p on p.id = c.participant_id
  join participant_names n on n.participant_id = c.participant_id
  cross join lateral (select s.allows, s.words from contribution_permissions s where s.contribution_id = c.id
    order by s.recorded_at desc, s.id desc limit 1) a
  where a.allows <> 'nothing' and c.starts_on <= gate.today() and (c.ends_on is null or c.ends_on >= gate.today())
    and p.sort <> 'resident'
$$;
