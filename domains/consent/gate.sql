-- The provisions of a facet that the actor's body is given today. Asked inside the gate's own functions.
create function gate.provisions_to_actor(facet text) returns table (holder_id uuid, acts_for_holder boolean)
  stable language sql as $$
  select p.holder_id, b.acts_for_holder
  from provisions p
  join lawful_bases b on b.id = p.basis_id
  where gate.actor_role() is not null
    and p.receiver_id = gate.actor_body()
    and provisions_to_actor.facet = any(p.facets)
    and p.starts_on <= gate.today()
    and (p.ends_on is null or p.ends_on >= gate.today())
    and (b.ends_on is null or b.ends_on >= gate.today())
    and not exists (select from provision_withdrawals w where w.provision_id = p.id)
$$;

-- The bodies whose rows of a facet the actor's own body may see today: itself, those it took over from, and whoever
-- provides it.
create function gate.find_holders_of_actor(facet text) returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('holders_' || facet, case when gate.actor_role() is not null
    then gate.bodies_of_actor() || array(select p.holder_id from gate.provisions_to_actor(find_holders_of_actor.facet) p) end);
end $$;
create function gate.holders_of_actor(facet text) returns uuid[]
  stable language sql return coalesce(gate.known_reach('holders_' || facet), gate.find_holders_of_actor(facet));

-- The bodies in whose name the actor may write a facet today: its own, and whoever entrusted it (委託). Records are kept
-- by gatherers and officers; a visitor's own visits have policies of their own.
create function gate.find_holders_served_by_actor(facet text) returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('served_' || facet, gate.bodies_of_actor()
    || array(select p.holder_id from gate.provisions_to_actor(find_holders_served_by_actor.facet) p where p.acts_for_holder));
end $$;
create function gate.holders_served_by_actor(facet text) returns uuid[]
  stable language sql return case when gate.actor_role() in ('gatherer', 'council_officer')
    then coalesce(gate.known_reach('served_' || facet), gate.find_holders_served_by_actor(facet)) else '{}' end;

-- The bodies whose records of persons the actor works on: its own, with those it took over. The work of windows (相談支援)
-- and of whoever brings several of them together (多機関協働).
create function gate.bodies_worked_for() returns uuid[]
  stable language sql return case when gate.actor_role() in ('intake_worker', 'case_coordinator')
    then gate.bodies_of_actor() end;

-- The body whose records of persons the actor answers for (個人情報 管理責任者): it sees who they are, and every provision.
create function gate.bodies_answered_for() returns uuid[]
  stable language sql return case when gate.actor_role() = 'records_officer'
    then gate.bodies_of_actor() end;

-- The bodies in whose name the actor receives what is given of persons to a body as a whole.
create function gate.bodies_given_for() returns uuid[]
  stable language sql return case when gate.actor_role() = 'convener' then array[gate.actor_body()] else gate.bodies_worked_for() end;

-- The posts that can be named in a provision of a person, or as keeper of an address, and who holds them: for those who give,
-- and those who name keepers.
create function gate.receiving_posts() returns table (id uuid, body_id uuid, role text, district_id uuid, name text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select p.id, p.body_id, p.role, p.district_id, a.name
  from posts p join accounts a on a.id = p.account_id
  where gate.actor_role() in ('intake_worker', 'case_coordinator', 'records_officer')
    and p.role in ('intake_worker', 'case_coordinator', 'convener', 'commissioner', 'visitor', 'gatherer', 'council_officer')
    and p.starts_on <= gate.today() and (p.ends_on is null or p.ends_on >= gate.today())
$$;

-- The posts that ever were named: in what the bodies the actor answers for gave of a person, opened in an emergency, told the person
-- of that, or as keepers of an address; and the actor's own. A ledger says who it was when the term is over, too.
create function gate.posts_once_named() returns table (id uuid, role text, name text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select p.id, p.role, a.name
  from posts p left join accounts a on a.id = p.account_id
  where p.id = gate.actor_post() or p.id in (
    select v.post_id from person_provisions v where v.holder_id = any(gate.bodies_answered_for())
    union select e.post_id from emergency_views e where e.holder_id = any(gate.bodies_answered_for())
    union select t.told_post_id from emergency_tellings t where t.holder_id = any(gate.bodies_answered_for())
    union select k.post_id from protection_keepers k where k.holder_id = any(gate.bodies_answered_for())
    union select l.post_id from protected_views l where l.holder_id = any(gate.bodies_answered_for()))
$$;

-- Who works, or worked, for the bodies the actor answers for: who decided stands in the ledger by name.
create function gate.people_answered_for() returns table (account_id uuid, name text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select distinct a.id, a.name from posts p join accounts a on a.id = p.account_id
  where p.body_id = any(gate.bodies_answered_for())
$$;

-- What was printed of a person or written to a file since an instant, as the trail says. Reads what whoever asks may read: for the
-- gate alone.
create function gate.taken_along(person uuid, since timestamptz)
  returns table (taken_at timestamptz, role text, post_id uuid, body_id uuid, operation text)
  stable language sql set search_path = public, pg_temp as $$
  select e.at, e.role, e.post_id, e.body_id, e.operation
  from (
    select a.at, a.role, a.post_id, a.operation, a.body_id, a.word, a.outcome from audit_entries a
      where a.subjects @> array[taken_along.person]
    union all
    select i.at, i.role, i.post_id, i.operation, i.body_id, i.word, i.outcome from audit_inbox i
      where i.subjects @> array[taken_along.person]) e
  where e.at >= taken_along.since and e.outcome = 'done' and e.word ~ '(exported|printed|sheet_made|scan\.read|photo\.read)$'
$$;

-- What was taken along of a person while it was given.
create function gate.copies_taken(provision uuid) returns table (taken_at timestamptz, role text, post_id uuid, operation text)
  stable language sql set search_path = public, pg_temp as $$
  select t.taken_at, t.role, t.post_id, t.operation
  from person_provisions p cross join lateral gate.taken_along(p.person_id, p.decided_at) t
  where p.id = copies_taken.provision
    and t.body_id = any(gate.bodies_taken_over_by(p.receiver_id)) and (p.post_id is null or t.post_id = p.post_id)
$$;

-- What who opened a record in an emergency took along of it while it was open: asked by whoever answers for it, once it was found
-- not justified.
create function gate.copies_of_emergency(emergency uuid) returns table (taken_at timestamptz, role text, operation text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select t.taken_at, t.role, t.operation
  from emergency_views v cross join lateral gate.taken_along(v.person_id, v.opened_at) t
  where v.id = copies_of_emergency.emergency and v.holder_id = any(gate.bodies_answered_for())
    and t.post_id = v.post_id and t.taken_at < v.until
$$;

-- What the receiver of a provision took along of the person while it was given: asked by the holder when it is taken back.
create function gate.copies_of(provision uuid) returns table (taken_at timestamptz, role text, post_id uuid, operation text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select c.taken_at, c.role, c.post_id, c.operation
  from person_provisions p cross join lateral gate.copies_taken(p.id) c
  where p.id = copies_of.provision
    and p.holder_id = any(coalesce(gate.bodies_worked_for(), gate.bodies_answered_for(), '{}'))
$$;

-- Where a lawful basis ended before what stands on it would have: the receivers are asked for their copies, once, as where a consent
-- is taken back. Whoever ended the basis, and the watcher, learn only of how many provisions.
create function gate.ask_back_after_bases() returns integer
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare asked uuid[];
begin
  if coalesce(gate.actor_role() not in ('administrator', 'system_watcher'), true) then return 0; end if;
  with returned as (
    insert into provision_returns (provision_id, because, asked_at, holder_id, receiver_id, post_id)
      select p.id, 'basis', gate.now_of_call(), p.holder_id, p.receiver_id, p.post_id
      from person_provisions p join lawful_bases b on b.id = p.basis_id
      where b.ends_on < gate.today() and p.ends_on > b.ends_on
        and (p.starts_on <= b.ends_on or exists (select from gate.copies_taken(p.id)))
        and (p.consent_id is null or exists (select from consents c where c.id = p.consent_id
          and (c.ends_on is null or c.ends_on >= b.ends_on)))
        and not exists (select from person_provision_withdrawals w where w.provision_id = p.id)
        and not exists (select from provision_returns r where r.provision_id = p.id)
      on conflict do nothing returning provision_id)
    select array_agg(provision_id) into asked from returned;
  insert into provision_copies (id, provision_id, taken_at, role, operation, holder_id, receiver_id, post_id)
    select gen_random_uuid(), p.id, c.taken_at, c.role, c.operation, p.holder_id, p.receiver_id, p.post_id
    from person_provisions p cross join lateral gate.copies_taken(p.id) c
    where p.id = any(asked);
  return coalesce(cardinality(asked), 0);
end $$;

-- Whether a consent still stands today. Asked of a provision that the actor sees already: the receiver learns that it ended,
-- not what was said.
create function gate.consent_stands(consent uuid) returns boolean
  stable security definer language sql set search_path = public, pg_temp as $$
  select exists (select from consents c where c.id = consent_stands.consent and c.decision = 'given'
    and (c.ends_on is null or c.ends_on >= gate.today())
    and not exists (select from consent_withdrawals w where w.consent_id = c.id))
$$;

-- When a provision was withdrawn, null where it was not. Asked of a provision that the actor sees already, as one post or whoever
-- works for the body it is given to: the receiver learns that it ended, not why.
create function gate.provision_withdrawn_at(provision uuid) returns timestamptz
  stable security definer language sql set search_path = public, pg_temp as $$
  select w.withdrawn_at from person_provision_withdrawals w where w.provision_id = provision_withdrawn_at.provision
$$;

-- Whether a post is held today at that body, and may be named in a provision of a person.
create function gate.post_receives(post uuid, body uuid) returns boolean
  stable security definer language sql set search_path = public, pg_temp as $$
  select exists (select from posts p where p.id = post_receives.post and p.body_id = post_receives.body
    and p.role in ('intake_worker', 'case_coordinator', 'convener', 'commissioner', 'visitor', 'gatherer', 'council_officer')
    and p.starts_on <= gate.today() and (p.ends_on is null or p.ends_on >= gate.today()))
$$;

-- The persons of whom the actor is given a facet today by another body: to its post by name, or to those of its body who work
-- with persons; on a basis, and where that is a consent, one that stands; or opened in an emergency.
-- Most posts are given nobody, which is found out once for all facets.
create function gate.find_anybody_given() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('anybody_given', case when gate.actor_role() is not null and gate.actor_role() <> 'finishing' then array(
    (select p.person_id from person_provisions p
      where p.receiver_id = any(gate.bodies_of_actor())
        and (p.post_id is null or p.post_id = any(gate.posts_of_actor())) limit 1)
    union all
    (select e.person_id from emergency_views e where e.post_id = gate.actor_post() limit 1)) end);
end $$;
create function gate.find_people_of_actor(facet text) returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  if coalesce(gate.known_reach('anybody_given'), gate.find_anybody_given()) = '{}' then
    return gate.keep_reach('people_' || facet, '{}');
  end if;
  return gate.keep_reach('people_' || facet, case when gate.actor_role() is not null and gate.actor_role() <> 'finishing' then array(
    select p.person_id from person_provisions p
      join lawful_bases b on b.id = p.basis_id
      left join consents c on c.id = p.consent_id
      where p.receiver_id = any(gate.bodies_of_actor())
        and (p.post_id = any(gate.posts_of_actor())
          or (p.post_id is null and gate.actor_role() in ('intake_worker', 'case_coordinator', 'convener')))
        and find_people_of_actor.facet = any(p.facets)
        and p.starts_on <= gate.today() and p.ends_on >= gate.today()
        and (b.ends_on is null or b.ends_on >= gate.today())
        and not exists (select from person_provision_withdrawals w where w.provision_id = p.id)
        and (p.consent_id is null
          or (c.decision = 'given' and (c.ends_on is null or c.ends_on >= gate.today())
            and not exists (select from consent_withdrawals w where w.consent_id = c.id)))
    union
    select e.person_id from emergency_views e
      where e.post_id = gate.actor_post() and e.until > gate.now_of_call()
        and not exists (select from emergency_reviews r where r.view_id = e.id and not r.justified)) end);
end $$;
create function gate.people_of_actor(facet text) returns uuid[]
  stable language sql return coalesce(gate.known_reach('people_' || facet), gate.find_people_of_actor(facet));

-- The persons of whom the actor is given anything today.
create function gate.people_given() returns uuid[]
  stable language sql return gate.people_of_actor('identity') || gate.people_of_actor('contact') || gate.people_of_actor('family')
    || gate.people_of_actor('consultation') || gate.people_of_actor('living') || gate.people_of_actor('economy')
    || gate.people_of_actor('health') || gate.people_of_actor('wish') || gate.people_of_actor('plan')
    || gate.people_of_actor('notes');

-- The protected persons whose address the actor keeps (支援措置) and has asked for within the last quarter of an hour.
create function gate.find_protected_people_opened() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('protected_opened', array(
    select v.person_id from protected_views v
      join protection_keepers k on k.person_id = v.person_id and k.post_id = v.post_id
      where not exists (select from protection_endings e where e.protection_id = k.protection_id)
        and v.post_id = gate.actor_post() and v.viewed_at > gate.now_of_call() - interval '15 minutes'));
end $$;
create function gate.protected_people_opened() returns uuid[]
  stable language sql return coalesce(gate.known_reach('protected_opened'), gate.find_protected_people_opened());

-- The protected persons whose address the actor keeps.
create function gate.find_protected_people_kept() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('protected_kept', array(
    select k.person_id from protection_keepers k where k.post_id = gate.actor_post()
      and not exists (select from protection_endings e where e.protection_id = k.protection_id)));
end $$;
create function gate.protected_people_kept() returns uuid[]
  stable language sql return coalesce(gate.known_reach('protected_kept'), gate.find_protected_people_kept());

-- How often the actor has named somebody for an emergency view within the last hour.
create function gate.emergency_tries_lately() returns integer
  stable security definer language sql set search_path = public, pg_temp as $$
  select count(*)::int from emergency_tries t
  where t.post_id = gate.actor_post() and t.tried_at > gate.now_of_call() - interval '1 hour'
$$;

-- Whether it may be written down where a person is: not where the address is protected (支援措置). Asked of the holder's own by
-- the acts that count by district; they say nothing of the answer.
create function gate.may_be_located(person uuid) returns boolean
  stable security definer language sql set search_path = public, pg_temp as $$
  select not exists (select from protections p where p.person_id = may_be_located.person
    and not exists (select from protection_endings e where e.protection_id = p.id))
$$;
