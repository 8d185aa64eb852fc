-- The places that the actor's post looks after (世話人), today.
create function gate.find_places_hosted() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('places_hosted', array(
    select h.place_id from place_hosts h where h.post_id = gate.actor_post() and h.ended_at is null)); end $$;
create function gate.places_hosted() returns uuid[]
  stable language sql return case when gate.actor_role() = 'place_host'
    then coalesce(gate.known_reach('places_hosted'), gate.find_places_hosted()) end;

-- The districts whose places the actor keeps an eye on (生活支援コーディネーター).
create function gate.districts_coordinated() returns uuid[]
  stable language sql return case when gate.actor_role() = 'community_coordinator' then gate.districts_of_actor() end;

-- The places of those districts, and those that lie in none.
create function gate.find_places_coordinated() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('places_coordinated', array(
    select p.id from places p where p.district_id is null or p.district_id = any(gate.districts_coordinated()))); end $$;
create function gate.places_coordinated() returns uuid[]
  stable language sql return case when gate.actor_role() = 'community_coordinator'
    then coalesce(gate.known_reach('places_coordinated'), gate.find_places_coordinated()) end;

-- The places whose days, events and counts the actor keeps: as a host the own ones, as a coordinator those of the districts.
create function gate.places_kept() returns uuid[]
  stable language sql return coalesce(gate.places_hosted(), gate.places_coordinated());

-- The places whose names the actor sees: the own ones of a host; of a coordinator those that the own body runs, and those that let the
-- own body keep their list.
create function gate.find_places_named() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('places_named', case gate.actor_role()
    when 'place_host' then gate.places_hosted()
    when 'community_coordinator' then array(select p.id from places p
      where p.id = any(gate.places_coordinated()) and (p.body_id = any(gate.bodies_coordinated())
        or exists (select from place_entrustments e where e.place_id = p.id and e.body_id = any(gate.bodies_coordinated())
          and e.starts_on <= gate.today() and e.ended_at is null))) end); end $$;
create function gate.places_named() returns uuid[]
  stable language sql return case when gate.actor_role() in ('place_host', 'community_coordinator')
    then coalesce(gate.known_reach('places_named'), gate.find_places_named()) end;

-- Who can be named host of a place of the actor's districts, or is one: the post, whose it is, for which body.
create function gate.host_posts() returns table (post_id uuid, name text, body_name text, district_id uuid)
  stable security definer language sql set search_path = public, pg_temp as $$
  select p.id, a.name, b.name, p.district_id
  from posts p join accounts a on a.id = p.account_id join bodies b on b.id = p.body_id
  where p.role = 'place_host' and p.starts_on <= gate.today() and (p.ends_on is null or p.ends_on >= gate.today())
    and (p.district_id = any(gate.districts_coordinated())
      or p.id in (select h.post_id from place_hosts h where h.place_id = any(gate.places_hosted()) and h.ended_at is null))
$$;

-- How many came to a place on a day: declared to who keeps it, with names or without.
create function gate.heads_on(place uuid, day date) returns integer
  stable security definer language sql set search_path = public, pg_temp as $$
  select count(*)::integer from attendances a
  where a.place_id = heads_on.place and a.held_on = heads_on.day and a.withdrawn_at is null and a.place_id = any(gate.places_kept())
$$;

-- How many are registered for an event, and how many wait: declared to who keeps the place.
create function gate.registrations_of(event uuid) returns table (placed integer, waiting integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  select count(*) filter (where r.placed_at is not null)::integer, count(*) filter (where r.placed_at is null)::integer
  from event_registrations r where r.event_id = registrations_of.event and r.cancelled_at is null and r.place_id = any(gate.places_kept())
$$;

-- Who came, without anybody's name: visits, persons known by name, and days, by place. Declared to who keeps a place, and to planners.
create function gate.attendance_of_places(first date, last date)
  returns table (place_id uuid, heads integer, people integer, nameless integer, days integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  select a.place_id, count(*)::integer, count(distinct a.guest_id)::integer, count(*) filter (where a.guest_id is null)::integer,
    count(distinct a.held_on)::integer
  from attendances a
  where a.held_on between attendance_of_places.first and attendance_of_places.last and a.withdrawn_at is null
    and (gate.counts_the_town() or a.place_id = any(gate.places_kept()))
  group by a.place_id
$$;
-- The same names that planners read beside the figures.
create function gate.places_counted() returns table (id uuid, name text, kana_key text, district_id uuid)
  stable security definer language sql set search_path = public, pg_temp as $$
  select p.id, p.name, p.kana_key, p.district_id from places p where gate.counts_the_town() or p.id = any(gate.places_kept())
$$;

-- What anybody may read of a place: what may be shown of it, and nothing else.
create function gate.places_published() returns table (id uuid, name text, kana text, kana_key text, what text, tags text[], district_id uuid,
    run_by text, address text, latitude double precision, longitude double precision, times jsonb, times_words text, for_whom text, cost text,
    access text[], access_words text, languages text[], child_care text, entry text, newcomers boolean, contact text, confirmed_on date)
  stable security definer language sql set search_path = public, pg_temp as $$
  select p.id, p.name, p.kana, p.kana_key, p.what, p.tags, p.district_id, case when 'run_by' = any(p.shown) then p.run_by end,
    case when 'address' = any(p.shown) then p.address end, case when 'address' = any(p.shown) then p.latitude end,
    case when 'address' = any(p.shown) then p.longitude end, p.times, p.times_words, p.for_whom, p.cost, p.access, p.access_words,
    p.languages, p.child_care, p.entry, p.newcomers, case when 'contact' = any(p.shown) then p.public_contact end, p.confirmed_on
  from places p where 'page' = any(p.shown) and p.closed_on is null
$$;
create function gate.place_days_published() returns table (place_id uuid, kind text, starts_on date, ends_on date, from_time time,
    until_time time, words text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select d.place_id, d.kind, d.starts_on, d.ends_on, d.from_time, d.until_time, d.words
  from place_days d join places p on p.id = d.place_id
  where d.withdrawn_at is null and 'page' = any(p.shown) and p.closed_on is null
$$;
create function gate.events_published() returns table (id uuid, place_id uuid, title text, what text, held_on date, from_time time,
    until_time time, capacity smallint, register_until date, cost text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select e.id, e.place_id, e.title, e.what, e.held_on, e.from_time, e.until_time, e.capacity, e.register_until, e.cost
  from place_events e join places p on p.id = e.place_id
  where e.shown and e.cancelled_at is null and e.held_on >= gate.today() and 'page' = any(p.shown) and p.closed_on is null
$$;

-- Which of these events have no room left, or let others wait already: whether, and never how many.
create function gate.events_full() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select array(select e.id from place_events e join places p on p.id = e.place_id
    where e.shown and e.cancelled_at is null and e.held_on >= gate.today() and 'page' = any(p.shown) and p.closed_on is null
      and e.capacity <= (select count(*) from event_registrations r where r.event_id = e.id and r.cancelled_at is null))
$$;

-- The registration a card's code is of, for the door alone: the event and its day, and nobody's name.
create function gate.registration_of_code(code bytea) returns table (registration_id uuid, event_id uuid, place_id uuid, holder_id uuid,
    title text, place_name text, held_on date)
  stable security definer language sql set search_path = public, pg_temp as $$
  select r.id, r.event_id, r.place_id, r.holder_id, e.title, p.name, e.held_on
  from registration_codes c join event_registrations r on r.id = c.registration_id join place_events e on e.id = r.event_id
  join places p on p.id = r.place_id
  where c.code_hash = registration_of_code.code and r.cancelled_at is null and e.cancelled_at is null
    and gate.actor_role() = 'system_letterbox'
$$;
