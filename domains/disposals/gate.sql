-- Whether something is under a legal hold (廃棄停止) that has not been lifted: itself, a person of it or its household, the
-- body that holds it, or a period in which its event falls. Asked as whoever calls it.
create function gate.is_on_hold(kind text, subject uuid, event_on date, holder uuid) returns boolean
  stable language sql set search_path = public, pg_temp as $$
  select exists (select from legal_holds h
    where not exists (select from legal_hold_liftings l where l.hold_id = h.id)
      and case h.kind
        when 'body' then h.subject_id = is_on_hold.holder
        when 'period' then is_on_hold.event_on between h.first_day and h.last_day
        when 'household' then case is_on_hold.kind
          when 'household' then h.subject_id = is_on_hold.subject
            or exists (select from households e where e.id = h.subject_id and e.opens_as = is_on_hold.subject)
          when 'member' then exists (select from household_members m
            where m.id = is_on_hold.subject and m.household_id = h.subject_id)
          when 'handover' then exists (select from handover_items i
            where i.handover_id = is_on_hold.subject and i.household_id = h.subject_id)
          else false end
        when 'person' then case is_on_hold.kind
          when 'member' then h.subject_id = is_on_hold.subject
          when 'household' then exists (select from household_members m join households e on e.id = m.household_id
            where m.id = h.subject_id and e.opens_as = is_on_hold.subject)
          when 'handover' then exists (select from handover_items i join household_members m
              on m.household_id = i.household_id
            where i.handover_id = is_on_hold.subject and m.id = h.subject_id)
          else false end
        when 'client' then case is_on_hold.kind
          when 'client' then h.subject_id = is_on_hold.subject
          when 'case' then exists (select from case_members m
            where m.case_id = is_on_hold.subject and m.client_id = h.subject_id)
          when 'consent' then exists (select from consents c
            where c.id = is_on_hold.subject and c.person_id = h.subject_id)
          when 'person_provision' then exists (select from person_provisions p
            where p.id = is_on_hold.subject and p.person_id = h.subject_id)
          when 'emergency_view' then exists (select from emergency_views e
            where e.id = is_on_hold.subject and e.person_id = h.subject_id)
          when 'protection' then exists (select from protections p
            where p.id = is_on_hold.subject and p.person_id = h.subject_id)
          when 'disclosure_key' then exists (select from disclosure_keys k
            where k.id = is_on_hold.subject and k.about_id = h.subject_id)
          when 'conference' then exists (select from conference_subjects s
            where s.item_id = is_on_hold.subject and s.client_id = h.subject_id)
          else false end
        when 'participant' then case is_on_hold.kind
          when 'participant' then h.subject_id = is_on_hold.subject
          when 'wish' then exists (select from wishes w where w.id = is_on_hold.subject and w.participant_id = h.subject_id)
          when 'contribution' then exists (select from contributions c where c.id = is_on_hold.subject and c.participant_id = h.subject_id)
          when 'match' then exists (select from match_legs l
            where l.match_id = is_on_hold.subject and h.subject_id in (l.giver_id, l.receiver_id))
          else false end
      end)
$$;

-- The holds of those who take part, of the actor's coordinators.
create function gate.holds_of_participants() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select array(select h.id from legal_holds h where h.kind = 'participant' and h.holder_id = any(gate.bodies_coordinated()))
$$;

-- The lists that the actor made: nobody approves their own.
create function gate.disposals_of_actor() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select coalesce(array_agg(d.id), '{}') from disposals d where d.author_id = gate.actor_account()
$$;
create function gate.export_requests_of_actor() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select coalesce(array_agg(r.id), '{}') from export_requests r where r.author_id = gate.actor_account()
$$;

-- The list that is carried out now: of those that two people have approved, neither of them who made it, the one that was
-- submitted first. Nothing but this opens anything to the disposer.
create function gate.disposal_under_way() returns uuid
  stable security definer language sql set search_path = public, pg_temp as $$
  select d.id from disposals d
  join disposal_submissions s on s.disposal_id = d.id
  where gate.actor_role() = 'system_disposer'
    and not exists (select from disposal_rejections r where r.disposal_id = d.id)
    and not exists (select from disposal_records r where r.disposal_id = d.id and r.finished_at is not null)
    and 2 <= (select count(*) from disposal_approvals a where a.disposal_id = d.id and a.author_id <> d.author_id)
  order by s.written_at, d.id limit 1
$$;

-- What of it goes in this transaction: at most fifty, none that was excluded, is held by now, or was opened again.
create function gate.find_subjects_destroyed(kind text) returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
declare
  list uuid := gate.disposal_under_way();
begin
  return gate.keep_reach('destroyed_' || kind, array(
    select r.subject_id from disposal_rows r join disposals d on d.id = r.disposal_id
    where r.disposal_id = list and r.kind = find_subjects_destroyed.kind
      and not exists (select from disposal_exclusions e
        where e.disposal_id = r.disposal_id and e.subject_id = r.subject_id)
      and not gate.is_on_hold(r.kind, r.subject_id, r.event_on, r.holder_id)
      and case r.kind
        when 'household' then exists (select from households h
          where h.id = r.subject_id and h.merged_into is null and h.closed_on <= d.until_day)
        when 'member' then exists (select from household_members m
          where m.id = r.subject_id and m.ends_on <= d.until_day)
        when 'group_member' then exists (select from group_members m
          where m.id = r.subject_id and m.ends_on <= d.until_day)
        when 'post' then exists (select from posts p where p.id = r.subject_id and p.ends_on <= d.until_day)
        when 'account' then exists (select from accounts a where a.id = r.subject_id and a.closed_at is not null)
        when 'case' then exists (select from cases c where c.id = r.subject_id and c.closed_on <= d.until_day)
        when 'client' then gate.person_over_since(r.subject_id) <= d.until_day
        when 'conference' then exists (select from conference_items i where i.id = r.subject_id and i.ended_at is not null)
        when 'match' then exists (select from matches m where m.id = r.subject_id
          and (m.closed_at at time zone 'Asia/Tokyo')::date <= d.until_day)
          and not exists (select from safeguarding_concerns c where c.match_id = r.subject_id and c.ended_at is null)
        when 'wish' then exists (select from wishes w where w.id = r.subject_id and w.closed_on <= d.until_day)
          and not exists (select from match_legs l where r.subject_id in (l.offer_id, l.wish_id))
          and not exists (select from match_proposal_legs l where r.subject_id in (l.offer_id, l.wish_id))
          and not exists (select from wish_referral_takings t where t.wish_id = r.subject_id)
          and not exists (select from contributions c where c.offer_id = r.subject_id)
        when 'contribution' then exists (select from contributions c where c.id = r.subject_id and c.ends_on <= d.until_day)
        when 'participant' then gate.participant_over_since(r.subject_id) <= d.until_day
        when 'match_proposal' then not exists (select from match_proposals p where p.based_on = r.subject_id)
        when 'consent' then not exists (select from person_provisions p where p.consent_id = r.subject_id)
        else true end
    order by r.subject_id limit 50));
end $$;
create function gate.subjects_destroyed(kind text) returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_' || kind), gate.find_subjects_destroyed(kind)) end;

-- With a household go the entries that were merged into it.
create function gate.find_households_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_entries', array(
    select h.id from households h where h.opens_as = any(gate.subjects_destroyed('household')))); end $$;
create function gate.households_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_entries'), gate.find_households_destroyed()) end;

create function gate.find_visits_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_visits', array(
    select v.id from visits v where v.household_id = any(gate.households_destroyed()))); end $$;
create function gate.visits_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_visits'), gate.find_visits_destroyed()) end;

create function gate.find_assignments_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_assignments', array(
    select g.id from household_assignments g where g.household_id = any(gate.households_destroyed()))); end $$;
create function gate.assignments_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_assignments'), gate.find_assignments_destroyed()) end;

-- The memberships that go, with their household or alone.
create function gate.find_members_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_members', gate.subjects_destroyed('member') || array(
    select m.id from household_members m where m.household_id = any(gate.households_destroyed()))); end $$;
create function gate.members_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_members'), gate.find_members_destroyed()) end;

-- The persons of whom no membership is left, and who have no account.
create function gate.find_persons_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_persons', array(
    select distinct m.party_id from household_members m
    where m.id = any(gate.members_destroyed())
      and not exists (select from household_members o
        where o.party_id = m.party_id and o.id <> all(gate.members_destroyed()))
      and not exists (select from accounts a where a.party_id = m.party_id))); end $$;
create function gate.persons_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_persons'), gate.find_persons_destroyed()) end;

create function gate.find_merges_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_merges', array(
    select m.id from household_merges m where m.kept_id = any(gate.households_destroyed())
      or m.alias_id = any(gate.households_destroyed()))); end $$;
create function gate.merges_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_merges'), gate.find_merges_destroyed()) end;

-- An ended post goes alone when its account stays open, and with its account when that goes.
create function gate.find_posts_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_posts', gate.subjects_destroyed('post') || array(
    select p.id from posts p where p.account_id = any(gate.subjects_destroyed('account')))); end $$;
create function gate.posts_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_posts'), gate.find_posts_destroyed()) end;
-- Who held the posts that were destroyed: a closed account without a name, made when it is first needed.
create function gate.nobody() returns uuid
  immutable language sql return '00000000-0000-7000-8000-000000000000'::uuid;

create function gate.find_member_sheets_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_member_sheets', array(
    select s.id from member_sheets s where s.member_id = any(gate.subjects_destroyed('group_member')))); end $$;
create function gate.member_sheets_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_member_sheets'), gate.find_member_sheets_destroyed()) end;

-- Drafts and earlier answers of a published inquiry: what no gathering has taken up.
create function gate.find_answers_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_answers', array(
    select a.id from answers a where a.inquiry_id = any(gate.subjects_destroyed('inquiry'))
      and not exists (select from gathered_answers g where g.answer_id = a.id))); end $$;
create function gate.answers_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_answers'), gate.find_answers_destroyed()) end;

create function gate.find_answer_sheets_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_answer_sheets', array(
    select s.id from answer_sheets s where s.inquiry_id = any(gate.subjects_destroyed('inquiry')))); end $$;
create function gate.answer_sheets_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_answer_sheets'), gate.find_answer_sheets_destroyed()) end;

create function gate.kind_under_way() returns text
  stable security definer language sql set search_path = public, pg_temp as $$
  select d.kind from disposals d where d.id = gate.disposal_under_way() $$;
-- Everything that goes in this transaction, of whichever kind the list is.
create function gate.all_subjects_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then gate.subjects_destroyed(coalesce(gate.kind_under_way(), '')) end;
