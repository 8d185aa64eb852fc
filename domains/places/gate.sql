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

-- How many heads are registered for an event, and how many wait: declared to who keeps the place.
create function gate.registrations_of(event uuid) returns table (placed integer, waiting integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  select coalesce(sum(r.heads) filter (where r.placed_at is not null), 0)::integer,
    coalesce(sum(case when r.placed_at is null then r.heads else r.more_heads end), 0)::integer
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

-- What anybody may read of a place: what may be shown of it, and nothing else; in the district of today, where its own was merged.
create function gate.places_published() returns table (id uuid, name text, kana text, kana_key text, what text, tags text[], district_id uuid,
    run_by text, address text, latitude double precision, longitude double precision, times jsonb, times_words text, for_whom text, cost text,
    access text[], access_words text, languages text[], child_care text, entry text, newcomers boolean, contact text, confirmed_on date)
  stable security definer language sql set search_path = public, pg_temp as $$
  select p.id, p.name, p.kana, p.kana_key, p.what, p.tags,
    case when p.district_id in (select c.district_id from district_changes c where c.kind = 'merged')
      then gate.district_on(p.district_id, gate.today()) else p.district_id end, case when 'run_by' = any(p.shown) then p.run_by end,
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

-- Events that anybody had been told of and that do not take place: when and where they would have been, and never why they do not.
create function gate.events_called_off() returns table (id uuid, place_id uuid, title text, held_on date, from_time time, until_time time)
  stable security definer language sql set search_path = public, pg_temp as $$
  select e.id, e.place_id, e.title, e.held_on, e.from_time, e.until_time
  from place_events e join places p on p.id = e.place_id
  where e.shown and e.cancelled_at is not null and e.held_on >= gate.today() and 'page' = any(p.shown) and p.closed_on is null
$$;

-- Which of these events have no room left: whether, and never how many.
create function gate.events_full() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select array(select e.id from place_events e join places p on p.id = e.place_id
    where e.shown and e.cancelled_at is null and e.held_on >= gate.today() and 'page' = any(p.shown) and p.closed_on is null
      and e.capacity <= (select coalesce(sum(r.heads), 0) from event_registrations r
        where r.event_id = e.id and r.placed_at is not null and r.cancelled_at is null))
$$;

-- Lets those move up who wait for an event, in the order in which they registered, as far as there is room for all who come on a
-- registration. For whom there is not room enough keeps the turn; whoever needs less may pass, so that no place stays empty. Who has a
-- place and waits for more to come along takes what there is, in the turn of the day that was asked. The event's row is held meanwhile, so that two who give up at once let two move up, and nobody twice. Whoever calls it: it does what the rule says,
-- and tells nothing.
create function gate.move_up(event uuid) returns void
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare
  room integer;
  next record;
begin
  -- Weaker than the whole row: a registration that is being written holds its event's key, and two of them would wait for each other.
  perform from place_events where id = move_up.event for no key update;
  -- As many as come, where nothing is said.
  select coalesce(e.capacity - (select coalesce(sum(r.heads), 0) from event_registrations r
      where r.event_id = e.id and r.placed_at is not null and r.cancelled_at is null), 1000000) into room
    from place_events e where e.id = move_up.event and e.cancelled_at is null;
  for next in select r.id, r.heads, r.more_heads as more, r.placed_at is null as waits from event_registrations r
      where r.event_id = move_up.event and r.cancelled_at is null and (r.placed_at is null or r.more_heads > 0)
      order by coalesce(r.more_since, r.registered_at), r.id loop
    if next.waits and next.heads <= room then
      update event_registrations r set placed_at = gate.now_of_call() where r.id = next.id;
      room := room - next.heads;
    elsif not next.waits and room > 0 then
      next.more := least(next.more, room);
      update event_registrations r set heads = r.heads + next.more, more_heads = r.more_heads - next.more,
        more_since = case when r.more_heads > next.more then r.more_since end, told_at = null where r.id = next.id;
      room := room - next.more;
    end if;
  end loop;
end $$;

-- 人数を変える, by who sees the names of the place, or with the number one was given: fewer at once, more as far as there is room. The others
-- wait; what one has stays, and so does the turn of who waits. Room that is left lets others move up.
create function gate.change_heads(registration uuid, code bytea, asked integer) returns void
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare
  of_event uuid;
begin
  select r.event_id into of_event from event_registrations r
    where r.id = change_heads.registration and r.cancelled_at is null
      and (r.place_id = any(gate.places_named()) or (gate.actor_role() = 'system_letterbox'
        and exists (select from event_requests q where q.id = r.id and q.receipt_hash = change_heads.code)));
  if of_event is null then return; end if;
  perform from place_events where id = of_event for no key update;
  update event_registrations r set
      heads = case when r.placed_at is null then asked else least(asked, r.heads) end,
      more_heads = case when r.placed_at is null then 0 else greatest(asked - r.heads, 0) end,
      more_since = case when r.placed_at is null or asked <= r.heads then null
        when asked - r.heads <= r.more_heads then r.more_since else gate.now_of_call() end
    where r.id = change_heads.registration and r.cancelled_at is null;
  perform gate.move_up(of_event);
  -- Whoever changes it hears how it stands, and need not be called.
  update event_registrations r set told_at = gate.now_of_call()
    where r.id = change_heads.registration and r.placed_at is not null and r.told_at is null;
end $$;

-- Registers whoever has just filled in the public form, unless it waits apart: a name on the list of the place, and a place or a turn.
create function gate.take_event_request(request uuid, guest uuid, key text, phone text, until date) returns void
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare
  q event_requests;
begin
  select * into q from event_requests where id = take_event_request.request and held_back is null and received_at = gate.now_of_call();
  if q.id is null or gate.actor_role() <> 'system_letterbox' then return; end if;
  insert into place_guests (id, place_id, name, kana_key, phone, added_at, forget_after, holder_id)
    values (guest, q.place_id, q.name, key, phone, q.received_at, until, q.holder_id) on conflict do nothing;
  insert into event_registrations (id, event_id, place_id, guest_id, way, registered_at, holder_id, heads)
    values (q.id, q.event_id, q.place_id, guest, 'form', q.received_at, q.holder_id, q.heads) on conflict do nothing;
  insert into registration_codes (registration_id, code_hash, place_id, holder_id)
    values (q.id, q.receipt_hash, q.place_id, q.holder_id) on conflict do nothing;
  perform gate.move_up(q.event_id);
  update event_registrations set told_at = q.received_at where id = q.id and placed_at is not null;
end $$;

-- Events that anybody may know of and that still take registrations: into whose box a request goes.
create function gate.events_to_join() returns table (id uuid, place_id uuid, held_on date, holder_id uuid, capacity smallint)
  stable security definer language sql set search_path = public, pg_temp as $$
  select e.id, e.place_id, e.held_on, e.holder_id, e.capacity from place_events e join places p on p.id = e.place_id
  where e.shown and e.cancelled_at is null and e.capacity is not null and 'page' = any(p.shown) and p.closed_on is null
    and e.held_on >= gate.today() and coalesce(e.register_until, e.held_on) >= gate.today()
    and gate.actor_role() = 'system_letterbox'
$$;

-- How a registration over the public form stands, for whoever holds its number.
create function gate.event_request_stands(code bytea) returns table (id uuid, state text, title text, place_name text, held_on date,
    heads smallint, more_heads smallint, capacity smallint, takes_more boolean)
  stable security definer language sql set search_path = public, pg_temp as $$
  select q.id, case when e.cancelled_at is not null then 'cancelled' when q.given_up_at is not null or r.cancelled_at is not null then 'given_up'
      when e.held_on < gate.today() then 'over' when r.id is null then 'received' when r.placed_at is not null then 'placed'
      else 'waiting' end, e.title, p.name, e.held_on, coalesce(r.heads, q.heads), coalesce(r.more_heads, 0::smallint), e.capacity,
    coalesce(e.register_until, e.held_on) >= gate.today()
  from event_requests q join place_events e on e.id = q.event_id join places p on p.id = q.place_id
  left join event_registrations r on r.id = q.id
  where q.receipt_hash = event_request_stands.code and gate.actor_role() = 'system_letterbox'
$$;

-- Gives up what its number is for; whoever waits longest moves up at once.
create function gate.give_up_event_request(code bytea) returns void
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare
  q event_requests;
begin
  select * into q from event_requests where receipt_hash = give_up_event_request.code and given_up_at is null;
  if q.id is null or gate.actor_role() <> 'system_letterbox' then return; end if;
  update event_requests set given_up_at = gate.now_of_call() where id = q.id;
  update event_registrations set cancelled_at = gate.now_of_call() where id = q.id and cancelled_at is null;
  perform gate.move_up(q.event_id);
end $$;

-- How many have written for an event today: whether what comes waits apart.
create function gate.event_requests_today(event uuid) returns integer
  stable security definer language sql set search_path = public, pg_temp as $$
  select count(*)::integer from event_requests q
  where q.event_id = event_requests_today.event and q.received_at > gate.now_of_call() - interval '1 day'
    and gate.actor_role() = 'system_letterbox'
$$;

-- The registration a card's code is of, for the door alone: the event and its day, for how many it is now, whether they have a place, and
-- nobody's name.
create function gate.registration_of_code(code bytea) returns table (registration_id uuid, event_id uuid, place_id uuid, holder_id uuid,
    title text, place_name text, held_on date, heads smallint, placed boolean)
  stable security definer language sql set search_path = public, pg_temp as $$
  select r.id, r.event_id, r.place_id, r.holder_id, e.title, p.name, e.held_on, r.heads, r.placed_at is not null
  from registration_codes c join event_registrations r on r.id = c.registration_id join place_events e on e.id = r.event_id
  join places p on p.id = r.place_id
  where c.code_hash = registration_of_code.code and r.cancelled_at is null and e.cancelled_at is null
    and gate.actor_role() = 'system_letterbox'
$$;
