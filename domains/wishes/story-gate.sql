create function gate.rank_of_layer(layer text) returns integer
  immutable language sql return coalesce(array_position(array['sides', 'bodies', 'report', 'public'], layer), 0);

-- How far a story goes now: as far as the one in it who lets it go least far, of the words that stand, and as it was released. 0: nowhere.
create function gate.story_layer(story uuid) returns integer
  stable security definer language sql set search_path = public, pg_temp as $$
  select coalesce(least(
      (select case when r.version = s.version then gate.rank_of_layer(r.layer) else 0 end
        from story_releases r where r.story_id = s.id order by r.released_at desc, r.id desc limit 1),
      (select min(coalesce((select case when c.version = s.version then gate.rank_of_layer(c.layer) else 0 end
          from story_consents c where c.story_id = p.story_id and c.participant_id = p.participant_id
          order by c.recorded_at desc, c.id desc limit 1), 0))
        from story_people p where p.story_id = s.id)), 0)
      * (exists (select from story_releases r where r.story_id = s.id))::integer
    from stories s where s.id = story_layer.story
$$;

-- The stories that are told to the actor: of the own districts those that may go to the bodies, everywhere those of the report;
-- to whoever reads the public page, and to no other part of the system, those that may go to anybody.
create function gate.find_stories_told() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('stories_told', array(
    select s.id from (select x.id, x.district_id, gate.story_layer(x.id) as layer from stories x) s
      where case when gate.actor_role() = 'system_letterbox' then s.layer = 4
        else gate.actor_role() is not null and gate.actor_role() <> 'finishing' and gate.actor_role() !~ '^(key|system)_'
          and (s.layer >= 3 or (s.layer = 2 and (s.district_id is null or s.district_id = any(gate.districts_of_actor())))) end));
end $$;
create function gate.stories_told() returns uuid[]
  stable language sql return coalesce(gate.known_reach('stories_told'), gate.find_stories_told());

-- Their words that stand, and no others: story and version in one word.
create function gate.story_words_told() returns text[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select array(select s.id || ' ' || s.version from stories s where s.id = any(gate.stories_told()))
$$;

-- What each of a story that is told to the actor, or is of the actor's coordinators, is called in it, in the order of ①, ②, ③.
create function gate.callings_of(story uuid) returns text[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select array(select coalesce(
      (select c.shown_as from story_consents c where c.story_id = p.story_id and c.participant_id = p.participant_id
        order by c.recorded_at desc, c.id desc limit 1), '')
    from story_people p
    where p.story_id = callings_of.story
      and (p.story_id = any(gate.stories_told()) or p.holder_id = any(gate.bodies_coordinated()))
    order by p.place)
$$;

-- たがいに叶えたこと: whether the actor may know how often it came true in a district: a post of it, or who counts the town.
create function gate.knows_together(district uuid) returns boolean
  stable language sql return coalesce(gate.counts_the_town() or (gate.actor_role() in ('gatherer', 'council_officer', 'visitor',
    'commissioner', 'community_coordinator') and knows_together.district = any(gate.districts_of_actor())), false);

create function gate.together_in(district uuid, first date, last date)
  returns table (month date, times integer, returned integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  select date_trunc('month', f.happened_on)::date, count(*)::integer, (count(*) filter (where f.returned))::integer
    from fulfilments f
    where gate.knows_together(together_in.district) and f.district_id = together_in.district and f.taken_back_at is null
      and f.happened_on between together_in.first and together_in.last
    group by 1
$$;

-- Thanks that may be told, in their words; from whom and to whom stays with the coordinators.
create function gate.thanks_told_in(district uuid, first date, last date)
  returns table (words text, happened_on date)
  stable security definer language sql set search_path = public, pg_temp as $$
  select t.words, f.happened_on from thanks t join fulfilments f on f.id = t.fulfilment_id
    where gate.knows_together(thanks_told_in.district) and f.district_id = thanks_told_in.district and t.tells in ('report', 'public')
      and f.taken_back_at is null and f.happened_on between thanks_told_in.first and thanks_told_in.last
    order by f.happened_on desc, t.id desc limit 100
$$;
