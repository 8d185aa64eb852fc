-- What the gate alone writes about signing in: its log, and the way over the town's own sign-on service.

-- By account, or by a name that may be nobody's: then no name is kept. A year and a month is enough to look back.
create function gate.note_sign_in(account uuid, name text, way text, outcome text, session uuid, at timestamptz) returns void
  volatile security definer language sql set search_path = public, pg_temp as $$
  delete from sign_ins s where s.at < note_sign_in.at - interval '13 months';
  insert into sign_ins (id, account_id, at, way, outcome, session_id)
    values (gen_random_uuid(), coalesce(account, (select a.id from accounts a where a.sign_in_name = note_sign_in.name and a.closed_at is null)),
      at, way, outcome, session);
$$;

-- Ends one session of somebody, or all of an account; how many.
create function gate.end_sessions_of(account uuid, session uuid, at timestamptz) returns integer
  volatile security definer language sql set search_path = public, pg_temp as $$
  with ended as (update sessions s set ended_at = at
    where gate.actor_role() = 'administrator' and s.ended_at is null and s.expires_at > at
      and (s.id = session or (session is null and s.account_id = account)) returning 1)
  select count(*)::int from ended
$$;

create function gate.keep_sign_on(ceremony uuid, invitation uuid, state text, nonce text, verifier text, at timestamptz) returns void
  volatile security definer language sql set search_path = public, pg_temp as $$
  delete from sign_on_ceremonies c where c.expires_at < at;
  insert into sign_on_ceremonies (id, account_id, invitation_id, state, nonce, verifier, expires_at)
    values (ceremony, gate.actor_account(), invitation, state, nonce, verifier, at + interval '10 minutes');
$$;

-- Good for one answer, by whoever asked for it.
create function gate.take_sign_on(ceremony uuid, at timestamptz)
  returns table (invitation_id uuid, state text, nonce text, verifier text)
  volatile security definer language sql set search_path = public, pg_temp as $$
  delete from sign_on_ceremonies c where c.id = ceremony and c.expires_at >= at
    and c.account_id is not distinct from gate.actor_account()
    returning c.invitation_id, c.state, c.nonce, c.verifier
$$;

create function gate.find_sign_on(issuer text, subject text) returns uuid
  stable security definer language sql set search_path = public, pg_temp as $$
  select l.account_id from sign_on_links l join accounts a on a.id = l.account_id and a.closed_at is null
    where l.issuer = find_sign_on.issuer and l.subject = find_sign_on.subject
$$;

-- Of oneself, or of whom an open invitation is for, which it uses up. Null where the subject belongs to somebody already.
create function gate.link_sign_on(invitation uuid, issuer text, subject text, at timestamptz) returns uuid
  volatile security definer language sql set search_path = public, pg_temp as $$
  with invited as (update invitations i set used_at = at
      where i.id = invitation and i.used_at is null and i.expires_at > at returning i.account_id)
  insert into sign_on_links (account_id, issuer, subject, linked_at)
    select coalesce((select account_id from invited), gate.actor_account()), link_sign_on.issuer, link_sign_on.subject, at
    where exists (select from invited) or gate.actor_account() is not null
    on conflict do nothing returning account_id
$$;

-- An administrator ends the link of an account; whether there was one.
create function gate.end_sign_on_of(account uuid) returns boolean
  volatile security definer language sql set search_path = public, pg_temp as $$
  with ended as (delete from sign_on_links l
    where gate.actor_role() = 'administrator' and l.account_id = account returning 1)
  select exists (select from ended)
$$;
