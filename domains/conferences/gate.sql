-- The bodies in whose name the actor calls conferences: its own, with those it took over.
create function gate.bodies_called_for() returns uuid[]
  stable language sql return case when gate.actor_role() in ('convener', 'case_coordinator', 'intake_worker')
    then gate.bodies_of_actor() end;

-- The posts under which the actor sits: none once a post has ended.
create function gate.posts_sitting() returns uuid[]
  stable language sql return case when gate.actor_role() <> 'finishing' then gate.posts_of_actor() end;

-- Whether a body may be told of a client in a conference today: the holder; a body named in a consent that stands; one that
-- is given the person, on a basis that stands. Asked by the gate's own functions, and by whoever invites.
create function gate.hears_of(client uuid, body uuid) returns boolean
  stable security definer language sql set search_path = public, pg_temp as $$
  select exists (select from clients c where c.id = hears_of.client and c.holder_id = any(gate.bodies_taken_over_by(hears_of.body)))
    or exists (select from consents c where c.person_id = hears_of.client and c.decision = 'given' and hears_of.body = any(c.receivers)
      and c.given_on <= gate.today() and (c.ends_on is null or c.ends_on >= gate.today())
      and not exists (select from consent_withdrawals w where w.consent_id = c.id))
    or exists (select from person_provisions p
      join lawful_bases b on b.id = p.basis_id
      left join consents c on c.id = p.consent_id
      where p.person_id = hears_of.client and p.receiver_id = any(gate.bodies_taken_over_by(hears_of.body))
        and p.starts_on <= gate.today() and p.ends_on >= gate.today()
        and (b.ends_on is null or b.ends_on >= gate.today())
        and not exists (select from person_provision_withdrawals w where w.provision_id = p.id)
        and (p.consent_id is null
          or (c.decision = 'given' and (c.ends_on is null or c.ends_on >= gate.today())
            and not exists (select from consent_withdrawals w where w.consent_id = c.id))))
$$;

-- The items that the actor's role in its body has called.
create function gate.find_items_called() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('items_called', array(
    select i.id from conference_items i
      where i.holder_id = any(gate.bodies_called_for()) and i.caller_role = gate.actor_role()));
end $$;
create function gate.items_called() returns uuid[]
  stable language sql return coalesce(gate.known_reach('items_called'), gate.find_items_called());

-- The items on which the actor has an open seat: not taken back, secrecy confirmed by the person in it where that is asked for,
-- of a body that may be told of each person it is about; a sealed one until its matter is ended.
create function gate.find_items_seated() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('items_seated', array(
    select s.item_id from conference_seats s
      join conference_items i on i.id = s.item_id
      where s.post_id = any(gate.posts_sitting()) and s.revoked_at is null
        and (not i.sealed or i.ended_at is null)
        and (not i.secrecy or exists (select from secrecy_undertakings u
          where u.seat_id = s.id and u.account_id = gate.actor_account()))
        and not exists (select from conference_subjects c where c.item_id = i.id and not gate.hears_of(c.client_id, s.body_id))));
end $$;
create function gate.items_seated() returns uuid[]
  stable language sql return coalesce(gate.known_reach('items_seated'), gate.find_items_seated());

-- Those of them whose words are open: a sealed one until it is closed or its days are over.
create function gate.find_items_open() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('items_open', array(
    select i.id from conference_items i
      where i.id = any(gate.items_seated())
        and (not i.sealed or (i.closed_at is null and (i.open_until is null or i.open_until >= gate.today())))));
end $$;
create function gate.items_open() returns uuid[]
  stable language sql return coalesce(gate.known_reach('items_open'), gate.find_items_open());

-- The sittings to which the actor is invited.
create function gate.find_sittings_invited() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('sittings_invited', array(
    select distinct s.conference_id from conference_seats s
      join conference_items i on i.id = s.item_id
      where s.post_id = any(gate.posts_sitting()) and s.revoked_at is null and (not i.sealed or i.ended_at is null)));
end $$;
create function gate.sittings_invited() returns uuid[]
  stable language sql return coalesce(gate.known_reach('sittings_invited'), gate.find_sittings_invited());

-- Who may be invited to an item: a declared provision to those who call. Volunteers' rounds and coordinators of places are left out.
create function gate.posts_to_invite() returns table (post_id uuid, body_id uuid, role text, name text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select p.id, p.body_id, p.role, a.name from posts p join accounts a on a.id = p.account_id and a.closed_at is null
    where gate.actor_role() in ('convener', 'case_coordinator', 'intake_worker')
      and p.role in ('convener', 'case_coordinator', 'intake_worker', 'section_worker', 'council_officer', 'commissioner')
      and p.starts_on <= gate.today() and (p.ends_on is null or p.ends_on >= gate.today()) and p.ended_at is null
$$;
