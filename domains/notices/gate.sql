-- The bodies whose notices the actor writes.
create function gate.bodies_that_tell() returns uuid[]
  stable language sql return case when gate.actor_role() in ('section_worker', 'council_officer', 'community_coordinator')
    then gate.bodies_of_actor() end;

-- Whether the actor's role writes notices at all.
create function gate.writes_notices() returns boolean
  stable language sql return coalesce(
    gate.actor_role() in ('section_worker', 'council_officer', 'community_coordinator', 'place_host'), false);

-- What anybody may read: the newest publication of each notice that was not taken back, in its days, in the words decided on.
create function gate.notices_published() returns table (id uuid, published_at timestamptz, told_by text, district_ids uuid[], themes text[],
    shown_from date, shown_until date, texts jsonb)
  stable security definer language sql set search_path = public, pg_temp as $$
  select p.notice_id, p.published_at, b.name, p.district_ids, p.themes, p.shown_from, p.shown_until,
    (select jsonb_object_agg(t.language, jsonb_build_object('title', t.title, 'words', t.words)) from notice_texts t
      where t.notice_id = p.notice_id and t.version = (p.versions ->> t.language)::integer)
  from (select distinct on (n.notice_id) n.* from notice_publications n order by n.notice_id, n.published_at desc, n.id desc) p
  join bodies b on b.id = p.holder_id
  where p.withdrawn_at is null and p.shown_from <= gate.today() and (p.shown_until is null or p.shown_until >= gate.today())
$$;

-- The body that keeps the addresses: the council, or else a section of the city; null while there is none.
create function gate.keeper_of_addresses() returns uuid
  stable security definer language sql set search_path = public, pg_temp as $$
  select b.id from bodies b where b.kind in ('council', 'city_section')
  order by b.kind = 'council' desc, b.sort, b.id limit 1
$$;

-- Puts an address into the box, and the letter that asks whether it is right into the sending; neither where such a letter went there within
-- the hour, so that nobody is flooded by this house. Whoever asks learns neither.
create function gate.ask_for_notices(asked uuid, address text, language text, districts uuid[], themes text[], token bytea) returns void
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
begin
  if gate.actor_role() is distinct from 'system_letterbox' or exists (select from notice_subscriptions s
      where lower(s.address) = lower(ask_for_notices.address) and s.confirmed_at is null
        and s.asked_at > gate.now_of_call() - interval '1 hour') then return; end if;
  insert into notice_subscriptions (id, address, language, district_ids, themes, token_hash, asked_at, holder_id)
    values (asked, ask_for_notices.address, ask_for_notices.language, districts, ask_for_notices.themes, token, gate.now_of_call(),
      gate.keeper_of_addresses());
  insert into notice_deliveries (id, subscription_id, channel, state, next_at, changed_at, holder_id)
    values (gen_random_uuid(), asked, 'mail', 'waiting', gate.now_of_call(), gate.now_of_call(), gate.keeper_of_addresses());
end $$;

-- What one has asked for, to whoever holds the token of one's own letters; without the address.
create function gate.subscription_of_token(token bytea) returns table (language text, district_ids uuid[], themes text[], confirmed boolean)
  stable security definer language sql set search_path = public, pg_temp as $$
  select s.language, s.district_ids, s.themes, s.confirmed_at is not null from notice_subscriptions s
  where s.token_hash = subscription_of_token.token and gate.actor_role() = 'system_letterbox'
$$;

-- The address is right: from now on it is written to. What it had asked for before ends with it.
create function gate.confirm_subscription(token bytea) returns boolean
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare confirmed notice_subscriptions;
begin
  if gate.actor_role() is distinct from 'system_letterbox' then return false; end if;
  update notice_subscriptions s set confirmed_at = coalesce(s.confirmed_at, gate.now_of_call())
    where s.token_hash = confirm_subscription.token returning s.* into confirmed;
  if confirmed.id is null then return false; end if;
  delete from notice_subscriptions s where lower(s.address) = lower(confirmed.address) and s.id <> confirmed.id
    and s.confirmed_at is not null;
  return true;
end $$;

-- One click ends it, and the address is gone.
create function gate.end_subscription(token bytea) returns boolean
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
begin
  if gate.actor_role() is distinct from 'system_letterbox' then return false; end if;
  delete from notice_subscriptions s where s.token_hash = end_subscription.token;
  return found;
end $$;

-- How many hear of a district and of a theme, without anybody's address: declared to who writes notices.
create function gate.count_subscriptions() returns table (language text, subscriptions integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  select s.language, count(*)::integer from notice_subscriptions s where s.confirmed_at is not null and gate.writes_notices()
  group by s.language
$$;

-- How the sending of a notice stands, counted: declared to who writes it.
create function gate.deliveries_of(notice uuid) returns table (channel text, state text, answer text, messages integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  select d.channel, d.state, d.answer, count(*)::integer from notice_deliveries d join notices n on n.id = d.notice_id
  where d.notice_id = deliveries_of.notice
    and (n.holder_id = any(gate.bodies_that_tell()) or n.place_id = any(gate.places_hosted()))
  group by d.channel, d.state, d.answer
$$;

-- What could not be sent is tried once more, because who writes the notice says so.
create function gate.send_again(notice uuid) returns integer
  volatile security definer language sql set search_path = public, pg_temp as $$
  with again as (update notice_deliveries d set state = 'waiting', tries = 0, next_at = gate.now_of_call(), changed_at = gate.now_of_call(),
      refusal = null
    from notices n where n.id = d.notice_id and d.notice_id = send_again.notice and d.state = 'failed' and d.refusal is distinct from 'last'
      and (n.holder_id = any(gate.bodies_that_tell()) or n.place_id = any(gate.places_hosted())) returning 1)
  select count(*)::integer from again
$$;

-- A letter was refused for good, because of its address. After so many in a row, or where it was the one that asks whether the address is
-- right, the address is given up: it is gone, and nobody learns which it was.
create function gate.note_refusal(delivery uuid, most integer) returns void
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare wants notice_subscriptions;
begin
  if coalesce(gate.actor_role() not in ('system_notice_sender', 'operator', 'administrator'), true) then return; end if;
  update notice_deliveries d set refusal = 'counts' where d.id = note_refusal.delivery and d.channel in ('mail', 'push')
    and d.state = 'failed';
  select s.* into wants from notice_subscriptions s where s.id = (select d.subscription_id from notice_deliveries d
    where d.id = note_refusal.delivery and d.refusal = 'counts') for update;
  if wants.id is null or wants.confirmed_at is not null and (select count(*) from (select d.refusal from notice_deliveries d
      where d.subscription_id = wants.id and d.state in ('sent', 'failed', 'unclear')
      order by d.changed_at desc, d.id desc limit most) last where last.refusal is not null) < most then return; end if;
  update notice_deliveries d set refusal = 'last' where d.id = note_refusal.delivery;
  delete from notice_subscriptions s where s.id = wants.id;
end $$;

-- A letter came back, as the mail server of the other side says; once, whoever hands it in.
create function gate.note_return(delivery uuid, status text, of_address boolean, most integer) returns boolean
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
begin
  if coalesce(gate.actor_role() not in ('operator', 'administrator'), true) then return false; end if;
  update notice_deliveries d set state = 'failed', answer = note_return.status, changed_at = gate.now_of_call()
    where d.id = note_return.delivery and d.channel = 'mail' and d.state in ('sent', 'unclear');
  if not found then return false; end if;
  if of_address then perform gate.note_refusal(delivery, most); end if;
  return true;
end $$;

-- How many addresses were given up in the last year: declared to who writes notices.
create function gate.count_given_up() returns integer
  stable security definer language sql set search_path = public, pg_temp as $$
  select count(*)::integer from notice_deliveries d
  where d.refusal = 'last' and d.changed_at > gate.now_of_call() - interval '1 year' and gate.writes_notices()
$$;

-- Puts the address of a device into the box, with the keys of its browser, in the place of what it had asked for before. Its browser has asked
-- whoever holds it already.
create function gate.ask_for_push(asked uuid, endpoint text, keys jsonb, language text, districts uuid[], themes text[], token bytea) returns void
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
begin
  if gate.actor_role() is distinct from 'system_letterbox' then return; end if;
  delete from notice_subscriptions s where s.token_hash = token;
  insert into notice_subscriptions (id, address, push_keys, language, district_ids, themes, token_hash, asked_at, confirmed_at, holder_id)
    values (asked, endpoint, keys, ask_for_push.language, districts, ask_for_push.themes, token, gate.now_of_call(), gate.now_of_call(),
      gate.keeper_of_addresses());
end $$;
