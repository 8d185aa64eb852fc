-- What was prepared for a hand-over comes into force with the receiver's acceptance: each member's facets, on the basis the
-- holder named for that member, from today. Only after the acceptance stands there, only by the body that was asked, and once.
create function gate.accept_handover(handover uuid) returns integer
  volatile security definer language sql set search_path = public, pg_temp as $$
  with accepted as (
    select h.* from case_handovers h
      join case_handover_turns t on t.handover_id = h.id and t.turn = 'accepted' and t.taken_at = gate.now_of_call()
      where h.id = accept_handover.handover and h.receiver_id = any(gate.bodies_worked_for())),
  given as (insert into person_provisions (id, person_id, receiver_id, facets, basis_id, consent_id, why, starts_on, ends_on,
      told_on, decided_by, decided_at, holder_id)
    select gen_random_uuid(), w.client_id, w.receiver_id, w.facets, w.basis_id, w.consent_id, a.words, gate.today(), w.ends_on,
      (select c.given_on from consents c where c.id = w.consent_id), a.asked_by, gate.now_of_call(), w.holder_id
    from accepted a join case_handover_people w on w.handover_id = a.id
    where w.ends_on >= gate.today()
    returning 1)
  select count(*)::int from given
$$;

-- The posts of one's own body that work with persons, today or before: whoever works on a case knows whom else it was with.
create function gate.find_posts_at_window() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
declare bodies uuid[] := gate.bodies_worked_for();
begin
  if bodies is null then return gate.keep_reach('posts_at_window', '{}'); end if;
  return gate.keep_reach('posts_at_window', array(
    select p.id from posts p where p.body_id = any(bodies) and p.role in ('intake_worker', 'case_coordinator')));
end $$;
create function gate.posts_at_window() returns uuid[]
  stable language sql return coalesce(gate.known_reach('posts_at_window'), gate.find_posts_at_window());

-- Whose names come with cases: colleagues, and who works on a case of another body of which one is given something.
create function gate.find_accounts_of_cases() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
declare posts uuid[] := gate.posts_of_cases();
begin
  if posts = '{}' then return gate.keep_reach('accounts_of_cases', '{}'); end if;
  return gate.keep_reach('accounts_of_cases', array(
    select distinct p.account_id from posts p where p.id = any(posts) and p.account_id is not null));
end $$;
create function gate.accounts_of_cases() returns uuid[]
  stable language sql return coalesce(gate.known_reach('accounts_of_cases'), gate.find_accounts_of_cases());

-- And their posts.
create function gate.find_posts_of_cases() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
declare cases uuid[] := gate.cases_of_actor();
begin
  if cases = '{}' then return gate.keep_reach('posts_of_cases', gate.posts_at_window()); end if;
  return gate.keep_reach('posts_of_cases', gate.posts_at_window() || array(
    select w.post_id from case_workers w where w.case_id = any(cases)));
end $$;
create function gate.posts_of_cases() returns uuid[]
  stable language sql return coalesce(gate.known_reach('posts_of_cases'), gate.find_posts_of_cases());
