-- The only ways to what proves an account: gate.sql says who acts, this how they prove it.

-- ---- Before there is an actor: the only ways to what proves an account.

-- The founder's role, for this transaction and while there is no town.
create function gate.become_founder() returns boolean
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(717276);
  if exists (select from towns) then return false; end if;
  perform set_config('app.role', 'system_founder', true);
  return true;
end $$;

-- One attempt at a time for each name or code, and five failures in a quarter of an hour lock it, whoever it belongs to.
create function gate.begin_attempt(subject bytea, at timestamptz) returns text
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended(encode(subject, 'hex'), 717277)) then return 'busy'; end if;
  return case when 5 <= (select count(*) from sign_in_failures f
    where f.name_hash = subject and f.failed_at > at - interval '15 minutes') then 'locked' else 'free' end;
end $$;

create function gate.count_failure(subject bytea, at timestamptz) returns void
  volatile security definer language sql set search_path = public, pg_temp as $$
  delete from sign_in_failures where failed_at < at - interval '1 day';
  insert into sign_in_failures (name_hash, failed_at) values (subject, at);
$$;

create function gate.forget_failures(subject bytea) returns void
  volatile security definer language sql set search_path = public, pg_temp as $$ delete from sign_in_failures where name_hash = subject $$;

create function gate.find_sign_in(sign_in_name text) returns table (account_id uuid, password_hash text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select a.id, s.password_hash from accounts a join account_secrets s on s.account_id = a.id
    where a.sign_in_name = find_sign_in.sign_in_name and a.closed_at is null
$$;

create function gate.factors_of(account uuid) returns table (totp boolean, passkeys integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  select exists (select from account_secrets s where s.account_id = account and s.totp_secret is not null),
    (select count(*)::int from passkeys p where p.account_id = account)
$$;

-- A session starts with the post that has not ended, was used last, or is held longest. It lasts half a day where a second
-- factor is asked of the account, and 30 days for volunteers, whose round is on their own phone.
create function gate.open_session(session uuid, account uuid, hash bytea, factor_shown boolean, at timestamptz)
  returns table (needs boolean, lasts interval)
  volatile security definer language sql set search_path = public, pg_temp as $$
  with held as (
    select p.*, coalesce(p.ends_on < t.today or p.ended_at <= at, false) as ended
    from posts p, (select (at at time zone 'Asia/Tokyo')::date as today) t
    where p.account_id = account and p.starts_on <= t.today and (p.ends_on is null or p.ends_on + 45 >= t.today)
      and not exists (select from post_handins h where h.post_id = p.id)),
  chosen as (select h.id, h.needs_second_factor from held h
    order by h.ended, h.id is distinct from
      (select s.post_id from sessions s where s.account_id = account order by s.created_at desc limit 1), h.starts_on, h.given_at, h.id
    limit 1),
  strength as (select f.totp or f.passkeys > 0 as wanted,
      case when f.totp or f.passkeys > 0 or exists (select from held h where h.needs_second_factor)
        then interval '12 hours' else interval '30 days' end as lasts
    from gate.factors_of(account) f),
  opened as (insert into sessions (id, token_hash, account_id, post_id, factor_wanted, second_factor_at, created_at, expires_at)
    select session, hash, a.id, (select c.id from chosen c), w.wanted, case when factor_shown then at end, at, at + w.lasts
    from accounts a, strength w where a.id = account and a.closed_at is null)
  select w.wanted or coalesce((select c.needs_second_factor from chosen c), false), w.lasts from strength w
$$;

create function gate.find_passkey(credential text)
  returns table (id uuid, account_id uuid, public_key bytea, counter bigint, transports text[])
  stable security definer language sql set search_path = public, pg_temp as $$
  select p.id, p.account_id, p.public_key, p.counter, p.transports
    from passkeys p join accounts a on a.id = p.account_id and a.closed_at is null where p.credential_id = credential
$$;

create function gate.count_passkey(passkey uuid, counted bigint) returns void
  volatile security definer language sql set search_path = public, pg_temp as $$ update passkeys set counter = counted where id = passkey $$;

create function gate.keep_challenge(ceremony uuid, challenge text, at timestamptz) returns void
  volatile security definer language sql set search_path = public, pg_temp as $$
  delete from passkey_challenges c where c.id = ceremony or c.expires_at < at;
  insert into passkey_challenges (id, account_id, challenge, expires_at)
    values (ceremony, gate.actor_account(), keep_challenge.challenge, at + interval '5 minutes');
$$;

-- A challenge is good for one answer, by whoever asked for it.
create function gate.take_challenge(ceremony uuid, at timestamptz) returns text
  volatile security definer language sql set search_path = public, pg_temp as $$
  delete from passkey_challenges c where c.id = ceremony and c.expires_at >= at
    and (c.account_id is null or c.account_id = gate.actor_account()) returning c.challenge
$$;

create function gate.find_invitation(hash bytea, at timestamptz) returns table (invitation_id uuid, account_id uuid, sign_in_name text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select i.id, i.account_id, a.sign_in_name from invitations i
    join accounts a on a.id = i.account_id and a.closed_at is null
    where i.code_hash = hash and i.used_at is null and i.expires_at > at
$$;

-- Sets the password, uses up every open code of the account and ends its sessions; where it says so, the old second factor goes.
create function gate.accept_invitation(invitation uuid, password text, at timestamptz) returns void
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare
  accepted invitations;
begin
  update invitations i set used_at = at where i.id = invitation and i.used_at is null returning i.* into strict accepted;
  update invitations i set used_at = at where i.account_id = accepted.account_id and i.used_at is null;
  if accepted.forgets_factor then
    delete from passkeys p where p.account_id = accepted.account_id;
    update account_secrets s set totp_secret = null, totp_pending = null, totp_last_step = null
      where s.account_id = accepted.account_id;
    delete from recovery_codes r where r.account_id = accepted.account_id;
  end if;
  insert into account_secrets (account_id, password_hash) values (accepted.account_id, password)
    on conflict (account_id) do update set password_hash = excluded.password_hash;
  update sessions s set ended_at = at where s.account_id = accepted.account_id and s.ended_at is null;
end $$;

create function gate.prepare_secrets(account uuid, password text, sealed_totp bytea) returns void
  volatile security definer language sql set search_path = public, pg_temp as $$
  insert into account_secrets (account_id, password_hash, totp_secret)
    select account, password, sealed_totp
    where gate.actor_role() = 'system_founder' or (gate.actor_role() = 'administrator' and password is null)
$$;

-- ---- One's own proofs.

-- Held until the transaction ends, so that of two calls with one code the second sees the first.
create function gate.own_secrets() returns table (password_hash text, totp_secret bytea, totp_pending bytea, totp_last_step bigint)
  volatile security definer language sql set search_path = public, pg_temp as $$
  select s.password_hash, s.totp_secret, s.totp_pending, s.totp_last_step from account_secrets s
    where s.account_id = gate.actor_account() for update
$$;

create function gate.keep_own_secrets(password text, totp bytea, pending bytea, last_step bigint) returns void
  volatile security definer language sql set search_path = public, pg_temp as $$
  update account_secrets
    set password_hash = password, totp_secret = totp, totp_pending = pending, totp_last_step = last_step
    where account_id = gate.actor_account()
$$;

-- This session has shown a second factor; from now on every session of the account is asked for one, if it has any left.
create function gate.show_own_factor(session uuid, at timestamptz) returns void
  volatile security definer language sql set search_path = public, pg_temp as $$
  update sessions s set factor_wanted = f.totp or f.passkeys > 0,
      second_factor_at = case when s.id = session then coalesce(s.second_factor_at, at) else s.second_factor_at end,
      proven_at = case when s.id = session then at else s.proven_at end
    from gate.factors_of(gate.actor_account()) f
    where s.account_id = gate.actor_account() and s.ended_at is null;
  -- Where nothing is asked for any more, nothing stands in for it either.
  delete from recovery_codes r using gate.factors_of(gate.actor_account()) f
    where r.account_id = gate.actor_account() and not f.totp and f.passkeys = 0;
$$;

-- This session has shown the password once more.
create function gate.prove_again(session uuid, at timestamptz) returns void
  volatile security definer language sql set search_path = public, pg_temp as $$
  update sessions s set proven_at = at where s.id = session and s.account_id = gate.actor_account() and s.ended_at is null
$$;

-- New recovery codes in place of all old ones.
create function gate.keep_recovery_codes(hashes bytea[], at timestamptz) returns void
  volatile security definer language sql set search_path = public, pg_temp as $$
  delete from recovery_codes where account_id = gate.actor_account();
  insert into recovery_codes (id, account_id, code_hash, created_at)
    select gen_random_uuid(), gate.actor_account(), h, at from unnest(hashes) h;
$$;

-- Uses one up; whether it was one of the account's own that had not been used.
create function gate.use_recovery_code(hashes bytea[], at timestamptz) returns boolean
  volatile security definer language sql set search_path = public, pg_temp as $$
  with used as (update recovery_codes set used_at = at
    where account_id = gate.actor_account() and code_hash = any(hashes) and used_at is null returning id)
  select exists (select from used)
$$;

create function gate.recovery_codes_left() returns integer
  stable security definer language sql set search_path = public, pg_temp as $$
  select count(*)::int from recovery_codes where account_id = gate.actor_account() and used_at is null
$$;

-- ---- For administrators.

create function gate.proofs_of_accounts() returns table (account_id uuid, password boolean, totp boolean, passkeys integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  select a.id, coalesce(s.password_hash is not null, false), coalesce(s.totp_secret is not null, false),
    (select count(*)::int from passkeys p where p.account_id = a.id)
  from accounts a left join account_secrets s on s.account_id = a.id
  where gate.actor_role() in ('administrator', 'operator')
$$;

-- Ends what opens a post (its tokens, the address of its calendar), or without one an account (its sessions and all of those).
create function gate.end_access(account uuid, post uuid, at timestamptz) returns void
  volatile security definer language sql set search_path = public, pg_temp as $$
  update sessions s set ended_at = at
    where gate.actor_role() = 'administrator' and post is null and s.account_id = account and s.ended_at is null;
  update tokens t set ended_at = at
    where gate.actor_role() = 'administrator' and t.account_id = account and t.ended_at is null
      and (post is null or t.post_id = post);
  update calendar_addresses c set ended_at = at
    where gate.actor_role() = 'administrator' and c.account_id = account and c.ended_at is null
      and (post is null or c.post_id = post);
$$;
