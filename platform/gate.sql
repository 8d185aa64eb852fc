-- Who acts in this transaction. Set only by the functions gate.enter_*, read by every policy. Bodies that begin with
-- `return` are read when they are made, so no search path can mislead them, and the planner puts them where they are
-- called: asking who acts costs a policy next to nothing.

create function gate.setting(name text) returns text
  stable language sql return nullif(current_setting(name, true), '');

create function gate.actor_account() returns uuid
  stable language sql return nullif(current_setting('app.account', true), '')::uuid;

create function gate.actor_post() returns uuid
  stable language sql return nullif(current_setting('app.post', true), '')::uuid;

-- Null once a post has ended, so that every policy that asks for a role denies.
create function gate.actor_role() returns text
  stable language sql return nullif(current_setting('app.role', true), '');

create function gate.actor_body() returns uuid
  stable language sql return nullif(current_setting('app.body', true), '')::uuid;

create function gate.now_of_call() returns timestamptz
  stable language sql return nullif(current_setting('app.now', true), '')::timestamptz;

create function gate.today() returns date
  stable language sql return (gate.now_of_call() at time zone 'Asia/Tokyo')::date;

-- One transaction, one actor: what the actor reaches is remembered until the end of it.
create function gate.refuse_second_entrance() returns void
  stable language plpgsql set search_path = pg_catalog as $$
begin
  if current_setting('app.now', true) <> '' then
    raise exception 'somebody acts in this transaction already';
  end if;
end $$;

-- How far the actor reaches is found once a call, by the functions gate.find_*, and known for the rest of it: each of
-- them leaves what it found with gate.keep_reach, and the functions that policies ask read it there first. So a call's
-- own changes to posts, assignments and provisions open nothing to that same call.
create function gate.known_reach(what text) returns uuid[]
  stable language sql return nullif(current_setting('app.reach_' || what, true), '')::uuid[];

create function gate.keep_reach(what text, found uuid[]) returns uuid[]
  volatile language sql return set_config('app.reach_' || what, coalesce(found, '{}')::text, true)::uuid[];

-- What is written together with the commit: the audit row and, for a command, the memory of the call. It runs as whoever
-- calls it: the policies of both tables decide.
create function gate.close_call(at timestamptz, account uuid, post uuid, role text, body uuid, operation text, word text,
    outcome text, subjects uuid[], call uuid, input_hash bytea, result jsonb) returns void
  volatile language plpgsql set search_path = public, pg_temp as $$
begin
  if word is not null then
    insert into audit_inbox (id, at, account_id, post_id, role, body_id, operation, word, outcome, subjects, call_id, input_hash)
      values (gen_random_uuid(), at, account, post, role, body, operation, word, outcome, subjects, call, input_hash);
  end if;
  if result is not null and account is not null then
    insert into calls (account_id, call_id, operation, input_hash, result, called_at)
      values (account, call, operation, input_hash, result, at);
  end if;
end $$;
