-- ---- Lists of what is kept of persons at a window, and of conferences: made by those whose work it was, each role for itself.
-- Who works with persons lists cases; whoever answers for the records lists the rest; who calls conferences lists their items.
create function gate.kinds_listed_at_windows() returns text[]
  stable language sql return case gate.actor_role()
    when 'intake_worker' then array['case', 'conference']
    when 'case_coordinator' then array['case', 'conference']
    when 'convener' then array['conference']
    when 'community_coordinator' then array['match', 'wish', 'participant', 'match_proposal', 'contribution', 'hold']
    when 'records_officer' then array['client', 'consent', 'person_provision', 'emergency_view', 'protection', 'disclosure_key',
      'disclosure_request', 'hold']
  end;

-- What keepers of households list. Codes for one's own record are the gatherers'.
create function gate.kinds_kept_by_actor() returns text[]
  stable language sql return case when gate.actor_role() in ('gatherer', 'council_officer') then array['household', 'member',
    'group_member', 'handover', 'scan', 'sheet', 'request', 'receipt', 'provision', 'hold']
    || case when gate.actor_role() = 'gatherer' then array['disclosure_key'] else '{}' end end;

-- The bodies in whose name: the own, with those it took over.
create function gate.bodies_listed_for() returns uuid[]
  stable language sql return case when gate.kinds_listed_at_windows() is not null
    then coalesce(gate.bodies_worked_for(), gate.bodies_called_for(), gate.bodies_answered_for(), gate.bodies_coordinated()) end;

-- The lists that the actor's role has made in its body. One role does not read another's: an item that one has no seat on is not
-- there, and a protected person is known to the records officer alone. Asked anew by each statement: a list is read in the call
-- that makes it.
create function gate.lists_of_role() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select array(select d.id from disposals d
    where d.author_role = gate.actor_role() and d.holder_id = any(gate.bodies_listed_for())
      and d.kind = any(gate.kinds_listed_at_windows()))
$$;

-- Since when nothing of a person goes on at a window: the last first word, the last change of what is known. Null while anything is
-- left that has a list of its own: a case, a provision, an emergency view, a protection, a consent with an end, a code that opens.
create function gate.person_over_since(person uuid) returns date
  stable security definer language sql set search_path = public, pg_temp as $$
  select greatest((c.registered_at at time zone 'Asia/Tokyo')::date,
      (select max(i.received_on) from intakes i where i.client_id = c.id),
      (select (max(v.written_at) at time zone 'Asia/Tokyo')::date from client_versions v where v.client_id = c.id),
      (select max(k.given_on) from consents k where k.person_id = c.id))
  from clients c
  where c.id = person_over_since.person
    and (c.holder_id = any(gate.bodies_answered_for()) or gate.actor_role() = 'system_disposer')
    and not exists (select from case_members m where m.client_id = c.id)
    and not exists (select from person_provisions p where p.person_id = c.id)
    and not exists (select from emergency_views e where e.person_id = c.id)
    and not exists (select from protections p where p.person_id = c.id)
    and not exists (select from consents k where k.person_id = c.id
      and (k.ends_on is not null or exists (select from consent_withdrawals w where w.consent_id = k.id)))
    and not exists (select from disclosure_keys k where k.about_id = c.id and k.ended_at is null
      and k.expires_at > gate.now_of_call())
$$;
-- The persons of the records officer's body of whom nothing goes on any more, and since when.
create function gate.persons_over() returns table (person_id uuid, event_on date, holder_id uuid)
  stable security definer language sql set search_path = public, pg_temp as $$
  select c.id, gate.person_over_since(c.id), c.holder_id from clients c
  where c.holder_id = any(gate.bodies_answered_for()) and gate.person_over_since(c.id) is not null
$$;

-- Since when nothing goes on of somebody who takes part: registered, was ready for a role, a concern ended. Null while a wish, a
-- match, a story or an open concern is left: those have lists of their own.
create function gate.participant_over_since(participant uuid) returns date
  stable security definer language sql set search_path = public, pg_temp as $$
  select greatest((p.registered_at at time zone 'Asia/Tokyo')::date,
      (select (max(r.recorded_at) at time zone 'Asia/Tokyo')::date from readinesses r where r.participant_id = p.id),
      (select (max(c.ended_at) at time zone 'Asia/Tokyo')::date from safeguarding_concerns c where c.participant_id = p.id))
  from participants p
  where p.id = participant_over_since.participant
    and (p.holder_id = any(gate.bodies_coordinated()) or gate.actor_role() = 'system_disposer')
    and not exists (select from wishes w where w.participant_id = p.id)
    and not exists (select from match_legs l where p.id in (l.giver_id, l.receiver_id))
    and not exists (select from story_people s where s.participant_id = p.id)
    and not exists (select from contributions c where c.participant_id = p.id)
    and not exists (select from safeguarding_concerns c where c.participant_id = p.id and c.ended_at is null)
$$;

create policy windows_see_the_lists_their_role_made on disposals for select to kanaeau_app using (
  id = any((select gate.lists_of_role())::uuid[])
);
create policy windows_make_lists_of_what_is_theirs on disposals for insert to kanaeau_app with check (
  kind = any((select gate.kinds_listed_at_windows())::text[]) and holder_id = any((select gate.bodies_listed_for())::uuid[])
  and author_id = gate.actor_account() and author_role = gate.actor_role()
);
create policy windows_see_what_their_role_lists on disposal_rows for select to kanaeau_app using (
  disposal_id = any((select gate.lists_of_role())::uuid[])
);
create policy windows_list_what_is_due on disposal_rows for insert to kanaeau_app with check (
  kind = any((select gate.kinds_listed_at_windows())::text[]) and holder_id = any((select gate.bodies_listed_for())::uuid[])
);
create policy windows_see_what_their_role_leaves_out on disposal_exclusions for select to kanaeau_app using (
  disposal_id = any((select gate.lists_of_role())::uuid[])
);
create policy windows_leave_out_what_is_due on disposal_exclusions for insert to kanaeau_app with check (
  disposal_id = any((select gate.lists_of_role())::uuid[]) and author_id = gate.actor_account()
);
create policy windows_know_what_their_role_submitted on disposal_submissions for select to kanaeau_app using (
  disposal_id = any((select gate.lists_of_role())::uuid[])
);
create policy windows_submit_their_lists on disposal_submissions for insert to kanaeau_app with check (
  disposal_id = any((select gate.lists_of_role())::uuid[]) and author_id = gate.actor_account()
);
create policy windows_know_what_was_approved_of_theirs on disposal_approvals for select to kanaeau_app using (
  disposal_id = any((select gate.lists_of_role())::uuid[])
);
create policy windows_know_what_was_given_up_of_theirs on disposal_rejections for select to kanaeau_app using (
  disposal_id = any((select gate.lists_of_role())::uuid[])
);
create policy windows_give_up_their_lists on disposal_rejections for insert to kanaeau_app with check (
  disposal_id = any((select gate.lists_of_role())::uuid[]) and author_id = gate.actor_account()
);
create policy windows_read_the_records_of_their_lists on disposal_records for select to kanaeau_app using (
  disposal_id = any((select gate.lists_of_role())::uuid[])
);

-- 廃棄停止 of somebody who takes part: of the coordinators.
create policy coordinators_know_the_holds_of_who_takes_part on legal_holds for select to kanaeau_app using (
  kind = 'participant' and holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_hold_what_is_kept_of_who_takes_part on legal_holds for insert to kanaeau_app with check (
  kind = 'participant' and holder_id = any((select gate.bodies_coordinated())::uuid[]) and author_id = gate.actor_account()
);
create policy coordinators_know_which_holds_were_lifted on legal_hold_liftings for select to kanaeau_app using (
  hold_id = any((select gate.holds_of_participants())::uuid[])
);
create policy coordinators_lift_holds_of_who_takes_part on legal_hold_liftings for insert to kanaeau_app with check (
  hold_id = any((select gate.holds_of_participants())::uuid[]) and author_id = gate.actor_account()
);

-- 廃棄停止 of a person at a window: of those who work with persons there, and of whoever answers for the records.
create policy windows_know_the_holds_of_their_people on legal_holds for select to kanaeau_app using (
  kind = 'client' and (holder_id = any((select gate.bodies_worked_for())::uuid[])
    or holder_id = any((select gate.bodies_answered_for())::uuid[]))
);
create policy windows_hold_what_is_kept_of_their_people on legal_holds for insert to kanaeau_app with check (
  kind = 'client' and (holder_id = any((select gate.bodies_worked_for())::uuid[])
    or holder_id = any((select gate.bodies_answered_for())::uuid[]))
  and author_id = gate.actor_account()
);
create policy windows_know_which_holds_were_lifted on legal_hold_liftings for select to kanaeau_app using (
  district_id is null and (holder_id = any((select gate.bodies_worked_for())::uuid[])
    or holder_id = any((select gate.bodies_answered_for())::uuid[]))
);
create policy windows_lift_holds_of_their_people on legal_hold_liftings for insert to kanaeau_app with check (
  district_id is null and (holder_id = any((select gate.bodies_worked_for())::uuid[])
    or holder_id = any((select gate.bodies_answered_for())::uuid[]))
  and author_id = gate.actor_account()
);
