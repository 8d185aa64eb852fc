-- The bodies whose wishes and offers the actor brings together (生活支援コーディネーター): its own, with those it took over.
create function gate.bodies_coordinated() returns uuid[]
  stable language sql return case when gate.actor_role() = 'community_coordinator'
    then gate.bodies_of_actor() end;

-- What is open on one side and shares a tag or a telling word with these, the most in common first, of the bodies the actor brings
-- together: found by an index, which a query under a policy may not ask for words. Answers ids alone; whoever reads them passes the
-- policies.
create function gate.wishes_akin(side text, tags text[], pairs text[], apart uuid, place uuid, today date, most integer) returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  with bodies as materialized (select gate.bodies_coordinated() as ids),
    akin as materialized (
      select w.id from wishes w, bodies
        where (w.tags || w.hints) && wishes_akin.tags and w.side = wishes_akin.side and w.closed_on is null
          and w.holder_id = any(bodies.ids)
      union
      select y.wish_id from wish_words y, bodies where y.pairs && wishes_akin.pairs and y.holder_id = any(bodies.ids)),
    near as (
      select w.id, w.times, w.district_id = wishes_akin.place as here,
        (select count(distinct t) from unnest(w.tags || w.hints) t where t = any(wishes_akin.tags)) as tags,
        (select count(distinct p) from unnest(y.pairs) p where p = any(wishes_akin.pairs)) as pairs
      from akin a join wishes w on w.id = a.id join wish_words y on y.wish_id = w.id and y.version = w.version
      where w.side = wishes_akin.side and w.closed_on is null and (w.until is null or w.until >= wishes_akin.today)
        and w.participant_id <> wishes_akin.apart)
  -- Whether it came true as often as was said is asked of few, from the first on.
  select array(select s.id from (select n.id, n.times from near n where n.tags > 0 or n.pairs > 0
      order by n.tags desc, n.pairs desc, n.here desc nulls last, n.id offset 0) s
    where s.times > (select count(*) from match_legs l
      join fulfilments f on f.match_id = l.match_id and f.position = l.position and f.taken_back_at is null
      where l.wish_id = s.id or l.offer_id = s.id) limit wishes_akin.most)
$$;

-- Who brings wishes and offers together for a body of the actor, by post: with their names, and whether the post is held today.
create function gate.coordinators_of_bodies() returns table (post_id uuid, body_id uuid, name text, held boolean)
  stable security definer language sql set search_path = public, pg_temp as $$
  select p.id, p.body_id, a.name, p.starts_on <= gate.today() and (p.ends_on is null or p.ends_on >= gate.today())
      and p.ended_at is null and a.closed_at is null
    from posts p join accounts a on a.id = p.account_id
    where p.role = 'community_coordinator' and p.body_id = any(gate.bodies_coordinated())
$$;

-- Concerns whose clock has run out before anybody took them up, of which nobody was told yet, for the part of the system that tells.
create function gate.concerns_not_taken_up(at timestamptz)
  returns table (concern_id uuid, due_at timestamptz, owner_post_id uuid, holder_id uuid)
  stable security definer language sql set search_path = public, pg_temp as $$
  select c.id, c.due_at, c.owner_post_id, c.holder_id from safeguarding_concerns c
    where gate.actor_role() = 'system_watcher' and c.ended_at is null and c.acknowledged_at is null
      and c.due_at <= concerns_not_taken_up.at
      and not exists (select from concern_reminders r where r.concern_id = c.id and r.due_at = c.due_at)
$$;

-- Wishes and offers that are open and came true as often as was said, for who brings them together and for who counts the town.
create function gate.wishes_fulfilled() returns setof uuid
  stable security definer language sql set search_path = public, pg_temp as $$
  select w.id from wishes w join (
      select s.id, count(*) as n from fulfilments f join match_legs l on l.match_id = f.match_id and l.position = f.position
        cross join lateral (values (l.wish_id), (l.offer_id)) s(id)
      where f.taken_back_at is null and (gate.counts_the_town() or f.holder_id = any(gate.bodies_coordinated()))
      group by s.id) true_so_far on true_so_far.id = w.id
    where w.closed_on is null and true_so_far.n >= w.times
$$;
