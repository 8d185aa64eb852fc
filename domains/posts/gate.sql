-- How a transaction learns who acts. Each answers one row and sets what the policies read.

create type gate.entrance as (account_id uuid, post_id uuid, role text, body_id uuid, session_id uuid, finishing boolean,
  factor_needed boolean, known_operation text, known_hash bytea, known_result jsonb);

-- Every call passes here. What is asked of the tables is asked in one question, and what policies read is set by an
-- expression: one that needs no plan costs a tenth of one that does.
create function gate.open_post(account uuid, post uuid, session uuid, factor_wanted boolean, factor_shown boolean,
    call uuid, at timestamptz) returns gate.entrance
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare
  today date := (at at time zone 'Asia/Tokyo')::date;
  seen record;
  held posts;
  ended boolean := false;
  e gate.entrance;
  settings text[];
begin
  if current_setting('app.now', true) <> '' then perform gate.refuse_second_entrance(); end if;
  select p as post, c.operation, c.input_hash, c.result,
      exists (select from district_takeovers t where t.into_district_id = p.district_id) as takes_districts,
      exists (select from district_takeovers t where t.into_body_id = p.body_id) as takes_bodies
    into seen
    from (values (1)) one
    left join posts p on p.id = open_post.post and p.account_id = open_post.account and p.starts_on <= today
    left join calls c on c.account_id = open_post.account and c.call_id = open_post.call;
  held := seen.post;
  if held.ends_on < today or held.ended_at <= at then
    ended := true;
    -- An ended post opens nothing but the last period's own entries, and not for longer than 45 days.
    if held.ends_on + 45 < today or exists (select from post_handins h where h.post_id = held.id) then
      held := null;
      ended := false;
    end if;
  end if;
  e.account_id := account;
  e.session_id := session;
  e.post_id := held.id;
  e.role := held.role;
  e.body_id := held.body_id;
  e.finishing := ended;
  e.factor_needed := (coalesce(held.needs_second_factor, false) or factor_wanted) and not factor_shown;
  e.known_operation := seen.operation;
  e.known_hash := seen.input_hash;
  e.known_result := seen.result;
  if e.factor_needed then held := null; end if;
  settings := array[
    set_config('app.account', coalesce(account::text, ''), true),
    set_config('app.now', at::text, true),
    set_config('app.post', coalesce(held.id::text, ''), true),
    set_config('app.role', case when ended and held.id is not null then 'finishing' else coalesce(held.role, '') end, true),
    set_config('app.body', coalesce(held.body_id::text, ''), true)];
  if held.id is not null then
    settings := array[
      set_config('app.reach_posts', array_remove(array[held.id, held.acting_for], null)::text, true),
      case when not seen.takes_bodies then set_config('app.reach_bodies', array_remove(array[held.body_id], null)::text, true) end,
      case when not seen.takes_districts and held.district_id is not null
        then set_config('app.reach_districts', array[held.district_id]::text, true) end];
  end if;
  return e;
end $$;

-- 無操作の時間: a session that has not been used for this long is over. Where a second factor is asked for it is a screen in an
-- office; where not, a volunteer's own telephone, taken out for the round and left in the pocket between two of them.
create function gate.longest_idle(factor_asked boolean) returns interval
  immutable language sql set search_path = pg_catalog as $$
  select case when factor_asked then interval '60 minutes' else interval '14 days' end
$$;

create function gate.enter_by_session(hash bytea, call uuid, at timestamptz) returns gate.entrance
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare
  held sessions;
begin
  select s.* into held from sessions s
    join accounts a on a.id = s.account_id and a.closed_at is null
    left join posts p on p.id = s.post_id
    where s.token_hash = enter_by_session.hash and s.ended_at is null and s.expires_at > at
      and coalesce(s.seen_at, s.created_at) > at - gate.longest_idle(s.factor_wanted or coalesce(p.needs_second_factor, false));
  -- To the minute, so that reading does not write; whoever finds the row held by another call of this session goes on.
  if coalesce(held.seen_at, held.created_at) < at - interval '1 minute'
    and current_setting('transaction_isolation') = 'read committed' then
    update sessions s set seen_at = at
      where s.id = (select x.id from sessions x where x.id = held.id for update skip locked);
  end if;
  return gate.open_post(held.account_id, held.post_id, held.id, coalesce(held.factor_wanted, false),
    held.second_factor_at is not null, call, at);
end $$;

create function gate.enter_by_token(hash bytea, call uuid, at timestamptz) returns gate.entrance
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare
  held tokens;
begin
  select t.* into held from tokens t
    join accounts a on a.id = t.account_id and a.closed_at is null
    where t.token_hash = enter_by_token.hash and t.ended_at is null and t.expires_at > at;
  return gate.open_post(held.account_id, held.post_id, null, false, true, call, at);
end $$;

-- For jobs that run as who asked, the terminal's local operator, and tests: the post is checked as it stands today.
create function gate.enter_as_post(post uuid, call uuid, at timestamptz) returns setof gate.entrance
  volatile security definer language sql set search_path = public, pg_temp as $$
  select o.* from posts p
    join accounts a on a.id = p.account_id and a.closed_at is null
    cross join lateral gate.open_post(p.account_id, p.id, null, false, true, enter_as_post.call, enter_as_post.at) o
    where p.id = enter_as_post.post
$$;

-- A named part of the system, with policies of its own and nothing else.
create function gate.enter_as_system(name text, at timestamptz) returns gate.entrance
  volatile language plpgsql set search_path = public, pg_temp as $$
declare e gate.entrance;
begin
  perform gate.refuse_second_entrance();
  perform set_config('app.account', '', true), set_config('app.post', '', true), set_config('app.body', '', true),
    set_config('app.role', coalesce('system_' || name, ''), true), set_config('app.now', at::text, true);
  e.role := 'system_' || name;
  e.finishing := false;
  e.factor_needed := false;
  return e;
end $$;

create function gate.enter_as_nobody(at timestamptz) returns gate.entrance
  volatile language sql set search_path = public, pg_temp as $$ select gate.enter_as_system(null, at) $$;

-- All posts the actor's account holds or held.
create function gate.posts_of_account() returns uuid[] stable security definer language sql set search_path = public, pg_temp
  as $$ select array_agg(p.id) from posts p where p.account_id = gate.actor_account() $$;

-- The actor's own post with its term, and the party who holds it: what policies show everyone of themselves.
create function gate.own_post() returns table (id uuid, role text, body_id uuid, district_id uuid, starts_on date, ends_on date,
    party_id uuid)
  stable security definer language sql rows 1 set search_path = public, pg_temp as $$
  select p.id, p.role, p.body_id, p.district_id, p.starts_on, p.ends_on, a.party_id
  from posts p join accounts a on a.id = p.account_id where p.id = gate.actor_post()
$$;

-- The actor's post, and the one it stands in for (代理).
create function gate.posts_of_actor() returns uuid[] stable language sql return gate.known_reach('posts');

-- A district and those whose place it has taken until today (承継), directly or one after the other.
create function gate.districts_taken_over_by(district uuid) returns uuid[]
  stable language sql set search_path = public, pg_temp as $$
  with recursive covered as (
    select districts_taken_over_by.district as id
    union
    select t.district_id from covered c join district_takeovers t on t.into_district_id = c.id
      where t.starts_on <= gate.today())
  select array_agg(id) from covered
$$;

-- A body and those whose records it has taken over until today.
create function gate.bodies_taken_over_by(body uuid) returns uuid[]
  stable language sql set search_path = public, pg_temp as $$
  with recursive covered as (
    select bodies_taken_over_by.body as id
    union
    select t.body_id from covered c join district_takeovers t on t.into_body_id = c.id
      where t.starts_on <= gate.today())
  select array_agg(id) from covered where id is not null
$$;

-- The body of the actor's post, with those whose records it has taken over.
create function gate.find_bodies_of_actor() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('bodies', gate.bodies_taken_over_by(gate.actor_body())); end $$;
create function gate.bodies_of_actor() returns uuid[]
  stable language sql return coalesce(gate.known_reach('bodies'), gate.find_bodies_of_actor());

-- The districts that the actor's post covers, or covered: its own and those whose place that one took, or all of them for a
-- post of the whole town.
create function gate.find_districts_of_post() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('districts', (select case when p.district_id is null
      then (select array_agg(d.id) from districts d) else gate.districts_taken_over_by(p.district_id) end
    from posts p where p.id = gate.actor_post())); end $$;
create function gate.districts_of_post() returns uuid[]
  stable language sql return coalesce(gate.known_reach('districts'), gate.find_districts_of_post());

-- The districts the actor's post covers today.
create function gate.districts_of_actor() returns uuid[]
  stable language sql return case when gate.actor_role() <> 'finishing' then gate.districts_of_post() else '{}' end;

-- The districts of a post that has ended and may only finish its own entries.
create function gate.districts_while_finishing() returns uuid[]
  stable language sql return case when gate.actor_role() = 'finishing' then gate.districts_of_post() end;

-- The people whose name the actor's work needs: the holders of posts in its districts; for planners, each other.
create function gate.find_accounts_of_actor() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('accounts', case
    when gate.actor_role() in ('gatherer', 'council_officer') then
      (select array_agg(distinct p.account_id) from posts p
        where p.district_id = any((select gate.districts_of_actor())::uuid[]))
    when gate.actor_role() = 'planner' then
      (select array_agg(distinct p.account_id) from posts p where p.role = 'planner')
  end); end $$;
create function gate.accounts_of_actor() returns uuid[]
  stable language sql return case when gate.actor_role() in ('gatherer', 'council_officer', 'planner')
    then coalesce(gate.known_reach('accounts'), gate.find_accounts_of_actor()) end;

-- The posts the actor's own post follows or is followed by, as decided: each knows the other's name.
create function gate.find_posts_of_handovers() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('posts_of_handovers', array(
    select case when s.post_id = gate.actor_post() then s.successor_id else s.post_id end
    from post_successions s
    where s.decision = 'succeeded' and gate.actor_post() in (s.post_id, s.successor_id)
      and not exists (select from post_successions n where n.post_id = s.post_id and n.decided_at > s.decided_at))); end $$;
create function gate.posts_of_handovers() returns uuid[]
  stable language sql return coalesce(gate.known_reach('posts_of_handovers'), gate.find_posts_of_handovers());

create function gate.find_accounts_of_handovers() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
declare posts uuid[] := gate.posts_of_handovers();
begin
  if posts = '{}' then return gate.keep_reach('accounts_of_handovers', '{}'); end if;
  return gate.keep_reach('accounts_of_handovers', array(select p.account_id from posts p where p.id = any(posts)));
end $$;
create function gate.accounts_of_handovers() returns uuid[]
  stable language sql return coalesce(gate.known_reach('accounts_of_handovers'), gate.find_accounts_of_handovers());
