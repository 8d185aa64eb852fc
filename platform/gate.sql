-- Who acts in this transaction. Set only by the functions gate.enter_*, read by every policy.

create function gate.setting(name text) returns text
  stable language sql set search_path = pg_catalog
  as $$ select nullif(current_setting(name, true), '') $$;

create function gate.actor_account() returns uuid
  stable language sql set search_path = pg_catalog
  as $$ select nullif(current_setting('app.account', true), '')::uuid $$;

create function gate.actor_post() returns uuid
  stable language sql set search_path = pg_catalog
  as $$ select nullif(current_setting('app.post', true), '')::uuid $$;

-- Null once a post has ended, so that every policy that asks for a role denies.
create function gate.actor_role() returns text
  stable language sql set search_path = pg_catalog
  as $$ select nullif(current_setting('app.role', true), '') $$;

create function gate.actor_body() returns uuid
  stable language sql set search_path = pg_catalog
  as $$ select nullif(current_setting('app.body', true), '')::uuid $$;

create function gate.now_of_call() returns timestamptz
  stable language sql set search_path = pg_catalog
  as $$ select nullif(current_setting('app.now', true), '')::timestamptz $$;

create function gate.today() returns date
  stable language sql set search_path = pg_catalog
  as $$ select (nullif(current_setting('app.now', true), '')::timestamptz at time zone 'Asia/Tokyo')::date $$;
