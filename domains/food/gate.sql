-- The places that take part in the network today.
create function gate.find_food_places_joined() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('food_joined', array(select m.place_id from food_members m where m.ended_at is null)); end $$;
create function gate.food_places_joined() returns uuid[]
  stable language sql return case when gate.actor_role() in ('place_host', 'community_coordinator')
    then coalesce(gate.known_reach('food_joined'), gate.find_food_places_joined()) end;

-- The recalls that concern the actor: of lots that came to a place the actor keeps; of a coordinator's own body, every one.
create function gate.find_food_recalls_reached() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('food_recalls', array(
    select r.recall_id from food_recall_lots r
      join food_movements m on m.lot_id = r.lot_id and m.to_place_id = any(gate.places_kept())
    union
    select c.id from food_recalls c where c.holder_id = any(gate.bodies_coordinated()) or c.started_by = gate.actor_post())); end $$;
create function gate.food_recalls_reached() returns uuid[]
  stable language sql return case when gate.actor_role() in ('place_host', 'community_coordinator')
    then coalesce(gate.known_reach('food_recalls'), gate.find_food_recalls_reached()) end;

-- The lots that came to a place the actor keeps, and those that the own body of a coordinator recalls.
create function gate.find_food_lots_reached() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('food_lots', array(
    select l.id from food_lots l where l.place_id = any(gate.places_kept())
    union
    select m.lot_id from food_movements m where m.to_place_id = any(gate.places_kept())
    union
    select r.lot_id from food_recall_lots r join food_recalls c on c.id = r.recall_id
      where c.holder_id = any(gate.bodies_coordinated()))); end $$;
create function gate.food_lots_reached() returns uuid[]
  stable language sql return case when gate.actor_role() in ('place_host', 'community_coordinator')
    then coalesce(gate.known_reach('food_lots'), gate.find_food_lots_reached()) end;

-- The organisations those lots came from.
create function gate.find_food_donors_reached() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('food_donors', array(
    select l.donor_id from food_lots l where l.id = any(gate.food_lots_reached()) and l.donor_id is not null)); end $$;
create function gate.food_donors_reached() returns uuid[]
  stable language sql return case when gate.actor_role() in ('place_host', 'community_coordinator')
    then coalesce(gate.known_reach('food_donors'), gate.find_food_donors_reached()) end;

-- Who takes part, and took part: what one place is told of another. Declared to those who keep places.
create function gate.food_places() returns table (place_id uuid, name text, kana_key text, district_id uuid, run_by text, storage text[],
    transport text, households smallint, renew_on date, joined boolean)
  stable security definer language sql set search_path = public, pg_temp as $$
  select distinct on (m.place_id) p.id, p.name, p.kana_key, p.district_id, p.run_by, m.storage, m.transport, m.households, m.renew_on,
    m.ended_at is null
  from food_members m join places p on p.id = m.place_id
  where gate.actor_role() in ('place_host', 'community_coordinator')
  order by m.place_id, m.written_at desc, m.id desc
$$;

-- Whether a lot is being called back, for those it came to.
create function gate.food_lots_recalled() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select array(select r.lot_id from food_recall_lots r where r.lot_id = any(gate.food_lots_reached()))
$$;

-- Where the lots of a recall went, by place and lot: to who keeps the place, and to the body that recalls.
create function gate.food_recall_places(recall uuid) returns table (place_id uuid, name text, lot_id uuid, came numeric, coming numeric,
    handed numeric, passed_on numeric, thrown numeric, left_over numeric)
  stable security definer language sql set search_path = public, pg_temp as $$
  select p.id, p.name, m.lot_id,
    coalesce(sum(m.quantity) filter (where m.to_place_id = p.id and m.confirmed_at is not null), 0),
    coalesce(sum(m.quantity) filter (where m.to_place_id = p.id and m.confirmed_at is null), 0),
    coalesce(sum(m.quantity) filter (where m.from_place_id = p.id and m.kind = 'handed'), 0),
    coalesce(sum(m.quantity) filter (where m.from_place_id = p.id and m.kind = 'moved'), 0),
    coalesce(sum(m.quantity) filter (where m.from_place_id = p.id and m.kind in ('discarded', 'returned')), 0),
    coalesce(sum(case when m.from_place_id = p.id then -m.quantity when m.confirmed_at is not null then m.quantity else 0 end), 0)
  from food_recall_lots r join food_recalls c on c.id = r.recall_id
  join food_movements m on m.lot_id = r.lot_id and m.withdrawn_at is null and m.declined_at is null
  join places p on p.id in (m.from_place_id, m.to_place_id)
  where r.recall_id = food_recall_places.recall
    and (p.id = any(gate.places_kept()) or c.holder_id = any(gate.bodies_coordinated()))
  group by p.id, p.name, m.lot_id
$$;

-- To how many households its lots were handed, and when; nobody is named.
create function gate.food_recall_givings(recall uuid) returns table (giving_id uuid, place_id uuid, name text, held_on date,
    households smallint, people smallint, named smallint, lot_id uuid, quantity numeric)
  stable security definer language sql set search_path = public, pg_temp as $$
  select g.id, g.place_id, p.name, g.held_on, g.households, g.people, g.named, m.lot_id, sum(m.quantity)
  from food_recall_lots r join food_recalls c on c.id = r.recall_id
  join food_movements m on m.lot_id = r.lot_id and m.kind = 'handed' and m.withdrawn_at is null
  join food_givings g on g.id = m.giving_id and g.withdrawn_at is null join places p on p.id = g.place_id
  where r.recall_id = food_recall_givings.recall
    and (g.place_id = any(gate.places_kept()) or c.holder_id = any(gate.bodies_coordinated()))
  group by g.id, g.place_id, p.name, g.held_on, g.households, g.people, g.named, m.lot_id
$$;

-- What was handed out and thrown away, by place: to who keeps it, and to planners.
create function gate.food_figures(first date, last date) returns table (place_id uuid, name text, kana_key text, district_id uuid,
    givings integer, households integer, people integer, named integer, grams_handed numeric, grams_thrown numeric)
  stable security definer language sql set search_path = public, pg_temp as $$
  with handed as (
      select g.place_id, count(*)::integer as givings, sum(g.households)::integer as households, sum(g.people)::integer as people,
        sum(g.named)::integer as named
      from food_givings g
      where g.held_on between food_figures.first and food_figures.last and g.withdrawn_at is null group by g.place_id),
    weights as (
      select m.from_place_id as place_id, sum(m.quantity * l.unit_grams) filter (where m.kind = 'handed') as handed,
        sum(m.quantity * l.unit_grams) filter (where m.kind = 'discarded') as thrown
      from food_movements m join food_lots l on l.id = m.lot_id
      where m.moved_on between food_figures.first and food_figures.last and m.withdrawn_at is null and m.kind in ('handed', 'discarded')
      group by m.from_place_id)
  select p.id, p.name, p.kana_key, p.district_id, coalesce(h.givings, 0), coalesce(h.households, 0), coalesce(h.people, 0),
    coalesce(h.named, 0), coalesce(w.handed, 0), coalesce(w.thrown, 0)
  from handed h full join weights w on w.place_id = h.place_id join places p on p.id = coalesce(h.place_id, w.place_id)
  where gate.counts_the_town() or p.id = any(gate.places_kept())
$$;
