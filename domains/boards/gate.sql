-- The districts whose table the actor sits at (推進会議の世話役) or goes to (生活支援コーディネーター).
create function gate.districts_of_boards() returns uuid[]
  stable language sql return case when gate.actor_role() in ('board_chair', 'community_coordinator')
    then gate.districts_of_actor() end;

-- How far something must go for the actor to read it outside of those districts.
create function gate.levels_read() returns text[]
  stable language sql return case gate.actor_role()
    when 'board_chair' then array['boards', 'city', 'public']
    when 'community_coordinator' then array['boards', 'city', 'public']
    when 'planner' then array['city', 'public']
    else array['public'] end;

-- What tables have let others read: no name of anybody, and of a promise what became of it as far as minutes were shared.
create function gate.tried() returns table (id uuid, what text, district_id uuid, words text, more text, works text[], stage text,
    outcome text, happened_on date, shown text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select i.id, i.kind, i.district_id, i.words, null::text, '{}'::text[], null::text, null::text, t.held_on, i.shown
  from board_items i join board_meetings t on t.id = i.meeting_id
  where i.shown = any((select gate.levels_read())::text[]) and i.withdrawn_at is null and t.state = 'shared'
  union all
  select p.id, 'promise', p.district_id, p.what, o.words, '{}', null, o.outcome, t.held_on, p.shown
  from board_promises p join board_meetings t on t.id = p.meeting_id
  left join lateral (select o.words, o.outcome from promise_outcomes o join board_meetings told on told.id = o.meeting_id
    where o.promise_id = p.id and told.state = 'shared' order by o.written_at desc, o.id desc limit 1) o on true
  where p.shown = any((select gate.levels_read())::text[]) and p.withdrawn_at is null and t.state = 'shared'
  union all
  select g.id, 'group', g.district_id, g.name, g.what, g.works, g.stage, null, g.stage_since, g.shown
  from helping_groups g where g.shown = any((select gate.levels_read())::text[])
$$;

-- A group as others read it: how it is done, never the inside contact, and no income.
create function gate.groups_shown() returns table (id uuid, name text, district_id uuid, works text[], what text, days text,
    helpers smallint, insurance text, charge text, charge_words text, public_contact text, shown text, stage text, stage_since date,
    version integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  select g.id, g.name, g.district_id, g.works, g.what, g.days, g.helpers, g.insurance, g.charge, g.charge_words, g.public_contact, g.shown,
    g.stage, g.stage_since, g.version
  from helping_groups g where g.shown = any((select gate.levels_read())::text[])
$$;
create function gate.steps_shown(helping_group uuid) returns table (id uuid, stage text, since_on date)
  stable security definer language sql set search_path = public, pg_temp as $$
  select s.id, s.stage, s.since_on from helping_group_stages s join helping_groups g on g.id = s.group_id
  where g.id = steps_shown.helping_group and g.shown = any((select gate.levels_read())::text[])
$$;

-- Which tables there are, and how often they met: declared to planners, and to who goes to them.
create function gate.boards_counted(first date, last date) returns table (id uuid, district_id uuid, name text, started_on date,
    met integer, last_on date, next_on date)
  stable security definer language sql set search_path = public, pg_temp as $$
  select b.id, b.district_id, b.name, b.started_on,
    (select count(*)::integer from board_meetings t where t.board_id = b.id and t.encounter_id is not null
      and t.held_on between boards_counted.first and boards_counted.last),
    (select max(t.held_on) from board_meetings t where t.board_id = b.id and t.encounter_id is not null),
    (select min(t.held_on) from board_meetings t where t.board_id = b.id and t.state = 'planned')
  from boards b
  where (select gate.counts_the_town()) or b.district_id = any((select gate.districts_of_boards())::uuid[])
$$;

-- What a coordinator has linked to a measure, as far as the table lets the city read it.
create function gate.evidence() returns table (link_id uuid, id uuid, measure_id uuid, district_id uuid, what text, words text, more text,
    stage text, outcome text, happened_on date, because text, linked_at timestamptz)
  stable security definer language sql set search_path = public, pg_temp as $$
  select k.id, t.id, k.measure_id, k.district_id, t.what, t.words, t.more, t.stage, t.outcome, t.happened_on, k.words, k.linked_at
  from board_links k join gate.tried() t on t.id = coalesce(k.promise_id, k.group_id)
  where k.ended_at is null and t.shown in ('city', 'public')
    and gate.actor_role() in ('planner', 'community_coordinator', 'board_chair')
$$;

-- Tables that let anybody know on which days they mean to meet, as long as they do.
create function gate.boards_shown() returns table (id uuid, district_id uuid, name text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select b.id, b.district_id, b.name from boards b
  where b.id in (select c.board_id from board_calendars c where c.ended_at is null)
$$;

-- The days of these tables: those that are planned or were called off, until they have passed, and those of which the people of the table
-- let anybody know that it met. When and where, and nothing of what is talked about or by whom.
create function gate.board_days_shown() returns table (id uuid, board_id uuid, held_on date, from_time time, until_time time, place text,
    cancelled boolean)
  stable security definer language sql set search_path = public, pg_temp as $$
  select t.id, t.board_id, t.held_on, t.from_time, t.until_time, t.place, t.state = 'cancelled'
  from board_meetings t
  where t.board_id in (select c.board_id from board_calendars c where c.ended_at is null)
    and ((t.state in ('planned', 'cancelled') and t.held_on >= gate.today()) or (t.state = 'shared' and t.shown = 'public'))
$$;
