-- How a transaction learns who acts. Each answers one row and sets what the policies read.

create function gate.open_post(account uuid, post uuid, session uuid, factor_shown boolean, call uuid, at timestamptz)
  returns table (account_id uuid, post_id uuid, role text, body_id uuid, session_id uuid, finishing boolean,
    factor_needed boolean, known_operation text, known_hash bytea, known_result jsonb)
  volatile security definer language plpgsql set search_path = public, pg_temp
as $$
declare
  today date := (at at time zone 'Asia/Tokyo')::date;
  held posts;
  ended boolean := false;
begin
  select p.* into held from posts p
    where p.id = open_post.post and p.account_id = open_post.account and p.starts_on <= today;
  if found and held.ends_on < today then
    ended := true;
    -- An ended post opens nothing but the last period's own entries, and not for longer than 45 days.
    if held.ends_on + 45 < today or exists (select from post_handins h where h.post_id = held.id) then
      held := null;
      ended := false;
    end if;
  end if;
  account_id := open_post.account;
  session_id := open_post.session;
  post_id := held.id;
  role := held.role;
  body_id := held.body_id;
  finishing := ended;
  factor_needed := coalesce(held.needs_second_factor, false) and not factor_shown;
  perform set_config('app.account', coalesce(account::text, ''), true),
    set_config('app.now', at::text, true),
    set_config('app.post', case when factor_needed then '' else coalesce(held.id::text, '') end, true),
    set_config('app.role', case when factor_needed then '' when ended then 'finishing' else coalesce(held.role, '') end, true),
    set_config('app.body', case when factor_needed then '' else coalesce(held.body_id::text, '') end, true);
  if call is not null then
    select c.operation, c.input_hash, c.result into known_operation, known_hash, known_result
      from calls c where c.account_id = open_post.account and c.call_id = open_post.call;
  end if;
  return next;
end $$;

create function gate.enter_by_session(hash bytea, call uuid, at timestamptz)
  returns table (account_id uuid, post_id uuid, role text, body_id uuid, session_id uuid, finishing boolean,
    factor_needed boolean, known_operation text, known_hash bytea, known_result jsonb)
  volatile security definer language plpgsql set search_path = public, pg_temp
as $$
declare
  held sessions;
begin
  select s.* into held from sessions s
    join accounts a on a.id = s.account_id and a.closed_at is null
    where s.token_hash = enter_by_session.hash and s.ended_at is null and s.expires_at > at;
  return query select * from gate.open_post(held.account_id, held.post_id, held.id,
    held.second_factor_at is not null, call, at);
end $$;

create function gate.enter_by_token(hash bytea, call uuid, at timestamptz)
  returns table (account_id uuid, post_id uuid, role text, body_id uuid, session_id uuid, finishing boolean,
    factor_needed boolean, known_operation text, known_hash bytea, known_result jsonb)
  volatile security definer language plpgsql set search_path = public, pg_temp
as $$
declare
  held tokens;
begin
  select t.* into held from tokens t
    join accounts a on a.id = t.account_id and a.closed_at is null
    where t.token_hash = enter_by_token.hash and t.ended_at is null and t.expires_at > at;
  return query select * from gate.open_post(held.account_id, held.post_id, null, true, call, at);
end $$;

-- For jobs that run as who asked, the terminal's local operator, and tests: the post is checked as it stands today.
create function gate.enter_as_post(post uuid, call uuid, at timestamptz)
  returns table (account_id uuid, post_id uuid, role text, body_id uuid, session_id uuid, finishing boolean,
    factor_needed boolean, known_operation text, known_hash bytea, known_result jsonb)
  volatile security definer language sql set search_path = public, pg_temp
as $$
  select o.* from posts p
    cross join lateral gate.open_post(p.account_id, p.id, null, true, enter_as_post.call, enter_as_post.at) o
    where p.id = enter_as_post.post
$$;

create function gate.enter_as_nobody(at timestamptz)
  returns table (account_id uuid, post_id uuid, role text, body_id uuid, session_id uuid, finishing boolean,
    factor_needed boolean, known_operation text, known_hash bytea, known_result jsonb)
  volatile language sql set search_path = public, pg_temp
as $$
  select null::uuid, null::uuid, nullif(set_config('app.role', '', true), ''),
    nullif(set_config('app.post', '', true), '')::uuid, null::uuid,
    set_config('app.account', '', true) <> '' , set_config('app.body', '', true) <> '',
    nullif(set_config('app.now', enter_as_nobody.at::text, true), enter_as_nobody.at::text), null::bytea, null::jsonb
$$;

-- A named part of the system, with policies of its own and nothing else.
create function gate.enter_as_system(name text, at timestamptz)
  returns table (account_id uuid, post_id uuid, role text, body_id uuid, session_id uuid, finishing boolean,
    factor_needed boolean, known_operation text, known_hash bytea, known_result jsonb)
  volatile language plpgsql set search_path = public, pg_temp
as $$
begin
  perform set_config('app.account', '', true), set_config('app.post', '', true), set_config('app.body', '', true),
    set_config('app.role', 'system_' || name, true), set_config('app.now', at::text, true);
  return query select null::uuid, null::uuid, 'system_' || name, null::uuid, null::uuid, false, false,
    null::text, null::bytea, null::jsonb;
end $$;

-- The districts the actor's post covers today: its own, or all of them for a post of the whole town.
create function gate.districts_of_actor() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp
as $$
  select case
    when gate.actor_role() is null or gate.actor_role() = 'finishing' then '{}'
    when p.district_id is null then (select array_agg(d.id) from districts d)
    else array[p.district_id] end
  from posts p where p.id = gate.actor_post()
$$;

-- The district of a post that has ended and may only finish its own entries.
create function gate.districts_while_finishing() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp
as $$
  select array[p.district_id] from posts p
    where gate.actor_role() = 'finishing' and p.id = gate.actor_post() and p.district_id is not null
$$;

-- The people whose name the actor's work needs: the holders of posts in its districts; for planners, each other.
create function gate.accounts_of_actor() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp
as $$
  select array_agg(distinct p.account_id) from posts p
    where (gate.actor_role() in ('gatherer', 'council_officer') and p.district_id = any(gate.districts_of_actor()))
       or (gate.actor_role() = 'planner' and p.role = 'planner')
$$;
