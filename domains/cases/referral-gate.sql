-- Whether a consent that stands lets a wish of that person go to that body.
create function gate.may_refer(consent uuid, client uuid, receiver uuid) returns boolean
  stable security definer language sql set search_path = public, pg_temp as $$
  select exists (select from consents c where c.id = may_refer.consent and c.person_id = may_refer.client and c.decision = 'given'
    and 'wish' = any(c.facets)
    and (may_refer.receiver = any(c.receivers)
      or exists (select from clients k where k.id = may_refer.client and k.holder_id = may_refer.receiver))
    and c.given_on <= gate.today() and (c.ends_on is null or c.ends_on >= gate.today())
    and not exists (select from consent_withdrawals w where w.consent_id = c.id))
$$;

-- The wishes that were passed on to the coordinators the actor is one of, each as long as the consent it stands on stands.
create function gate.find_referrals_received() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('referrals_received', array(
    select r.id from wish_referrals r
      where r.receiver_id = any(gate.bodies_coordinated()) and gate.may_refer(r.consent_id, r.client_id, r.receiver_id)));
end $$;
create function gate.referrals_received() returns uuid[]
  stable language sql return coalesce(gate.known_reach('referrals_received'), gate.find_referrals_received());

-- The bodies that have coordinators on a day: which they are is known to every window.
create function gate.bodies_with_coordinators(day date) returns setof uuid
  stable security definer language sql set search_path = public, pg_temp as $$
  select distinct p.body_id from posts p where p.role = 'community_coordinator' and p.starts_on <= day
    and (p.ends_on is null or p.ends_on >= day) and gate.actor_role() in ('intake_worker', 'case_coordinator')
$$;

-- Which wish of whom may go where, as the consents of the actor's body stand: consent, person and receiver in one word.
create function gate.referrals_agreed() returns text[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select array(select c.id || ' ' || c.person_id || ' ' || r.id
    from consents c join clients k on k.id = c.person_id
    cross join lateral (select unnest(c.receivers) as id union select k.holder_id) r
    where k.holder_id = any(gate.bodies_worked_for()) and gate.may_refer(c.id, c.person_id, r.id))
$$;

-- What became of the wishes that a window passed on: that they were taken up, when they came true, that they were closed, each as long
-- as the consent it stands on stands. Never with whom, nor who is asked.
create function gate.wishes_heard_of()
  returns table (referral_id uuid, taken_on date, came_true date[], closed_on date, closed_why text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select r.id, (t.taken_at at time zone 'Asia/Tokyo')::date,
      array(select f.happened_on from match_legs l join fulfilments f on f.match_id = l.match_id and f.position = l.position
        where w.id in (l.wish_id, l.offer_id) and f.taken_back_at is null order by f.happened_on, f.id),
      w.closed_on, w.closed_why
    from wish_referrals r join wish_referral_takings t on t.referral_id = r.id join wishes w on w.id = t.wish_id
    where r.holder_id = any(gate.bodies_worked_for()) and gate.may_refer(r.consent_id, r.client_id, r.receiver_id)
$$;

-- Wishes that the actor's coordinators took up and whose consent has been withdrawn since: the wish and the day, and nothing of whose
-- consent it was.
create function gate.wishes_withdrawn() returns table (wish_id uuid, withdrawn_on date)
  stable security definer language sql set search_path = public, pg_temp as $$
  select t.wish_id, (x.withdrawn_at at time zone 'Asia/Tokyo')::date
    from wish_referral_takings t join wish_referrals r on r.id = t.referral_id join consent_withdrawals x on x.consent_id = r.consent_id
    where t.receiver_id = any(gate.bodies_coordinated())
$$;

-- Whoever takes part because a window of the actor passed a wish on and it was taken up, as long as the consent stands: with the body
-- that keeps it, and the coordinator whose it is, or another of that body.
create function gate.takings_to_worry_about()
  returns table (referral_id uuid, participant_id uuid, holder_id uuid, owner_post_id uuid)
  stable security definer language sql set search_path = public, pg_temp as $$
  select r.id, w.participant_id, w.holder_id, (select p.id from posts p
      where p.role = 'community_coordinator' and p.body_id = w.holder_id and p.starts_on <= gate.today()
        and (p.ends_on is null or p.ends_on >= gate.today()) and p.ended_at is null
      order by p.account_id = t.taken_by desc, p.starts_on, p.id limit 1)
    from wish_referrals r join wish_referral_takings t on t.referral_id = r.id join wishes w on w.id = t.wish_id
    where gate.actor_role() in ('intake_worker', 'case_coordinator') and r.holder_id = any(gate.bodies_worked_for())
      and gate.may_refer(r.consent_id, r.client_id, r.receiver_id)
$$;
create function gate.participants_to_worry_about() returns text[]
  stable language sql return array(select k.participant_id || ' ' || k.holder_id || ' ' || k.owner_post_id
    from gate.takings_to_worry_about() k);
