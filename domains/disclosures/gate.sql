-- A resident with a printed code: no account and no post, one purpose. Nothing is open but what policies give this role.
create function gate.enter_by_key(hash bytea, at timestamptz) returns gate.entrance
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare
  held disclosure_keys;
  e gate.entrance;
begin
  perform gate.refuse_second_entrance();
  select k.* into held from disclosure_codes c
    join disclosure_keys k on k.id = c.key_id
    join disclosure_releases r on r.key_id = k.id
    where c.code_hash = enter_by_key.hash and k.ended_at is null and k.expires_at > at;
  e.role := case when held.id is not null then 'key_my_record' end;
  e.finishing := false;
  e.factor_needed := false;
  perform set_config('app.account', '', true), set_config('app.post', '', true), set_config('app.body', '', true),
    set_config('app.role', coalesce(e.role, ''), true), set_config('app.now', at::text, true),
    gate.keep_reach('key', array_remove(array[held.id], null));
  return e;
end $$;

create function gate.key_of_actor() returns uuid
  stable language sql return case when gate.actor_role() = 'key_my_record' then (gate.known_reach('key'))[1] end;

-- What was asked with this code: a person's and a representative's are two codes, and two readers.
create function gate.questions_of_key() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select array(select q.id from disclosure_questions q where q.key_id = gate.key_of_actor())
$$;

-- The bodies whose people the actor may give a code to; and those for which the actor says what a code shows.
create function gate.bodies_disclosing() returns uuid[]
  stable language sql return case when gate.actor_role() in ('intake_worker', 'case_coordinator', 'records_officer', 'gatherer')
    then gate.bodies_of_actor() end;
create function gate.bodies_releasing() returns uuid[]
  stable language sql return case when gate.actor_role() in ('records_officer', 'gatherer')
    then gate.bodies_of_actor() end;

-- What of the trail a person is told of: looking at, writing, printing and passing on the person's own record. Conferences,
-- abuse, protected addresses and whoever gave word (a first word may be a neighbour's) are not among it; model.ts says each in plain words.
-- An emergency view is among it once the person has been told of it.
create function gate.told_words() returns text[]
  immutable language sql set search_path = pg_catalog as $$
  select array['household.read', 'households.listed', 'round.read', 'household.registered', 'household.corrected',
    'household.history_read', 'household.answered', 'household.reason_written', 'visit.recorded',
    'visit.corrected', 'visit.read', 'visit_photo.read', 'visit_photo.taken_out', 'wish_referral.passed', 'wish_referrals.read', 'wish_referrals.listed',
    'wish_referral.taken', 'visits.listed', 'households.exported', 'visits.exported', 'case.read',
    'cases.listed', 'case.note_written', 'support_plan.drafted', 'support_plan.rewritten',
    'joinings.read', 'joining.begun', 'joining.step_taken', 'joining.next_look_set', 'joining.place_told',
    'support_plan.read', 'consent.recorded', 'consent.withdrawn', 'consents.read', 'person_provision.given',
    'person_provision.withdrawn', 'household.moved', 'household.closed', 'household.reopened',
    'ledger.checked', 'ledger.imported', 'ledger.withdrawn', 'household.member_added', 'household.member_ended', 'household.merged', 'household.merge_undone',
    'absence.told', 'absence.taken_back', 'absences.listed', 'round_sheet.printed', 'round_sheet.read', 'round_sheet.entered',
    'visit_wish.heard', 'visit_wishes.listed', 'escalation.read', 'escalations.listed', 'escalation.followed', 'escalation.taken', 'escalation.acted_on', 'escalation.closed',
    'visit.withdrawn', 'client.read', 'clients.listed', 'client.identity_corrected',
    'client.contact_corrected', 'client.assessed', 'client.assessment_read', 'given_record.read',
    'given_record.printed', 'emergency.opened', 'given_people.listed', 'case.notes_read', 'case.note_read', 'case.notes_exported',
    'case.note_corrected', 'case.note_withdrawn', 'case.picture_read', 'case.files_listed', 'case_scan.read',
    'case.file_attached', 'support_plans.listed', 'support_plan.printed', 'copy_sheet.read',
    'copy_sheet.printed', 'consent_form.printed', 'client.assessment_printed']
$$;

-- Under which ids the trail speaks of a person: the own, and those of the wishes that were passed on, since the coordinators who read
-- one of these know no record of the person.
create function gate.ids_told_of(person uuid) returns uuid[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select person || array(select r.id from wish_referrals r where r.client_id = person)
$$;

-- Whether a post had the record of a person open in an emergency at that instant, and the person has been told of it. Asked inside the
-- gate's own functions.
create function gate.emergency_told(person uuid, post uuid, at timestamptz) returns boolean
  stable language sql as $$
  select exists (select from emergency_views v join emergency_tellings t on t.view_id = v.id
    where v.person_id = emergency_told.person and v.post_id = emergency_told.post and t.told_on is not null
      and emergency_told.at >= v.opened_at and emergency_told.at < v.until)
$$;

-- The entries of the trail that a key's holder is shown, or that whoever releases keys looks through. Another body's look is
-- told where the provision it stands on is told (lawful_bases.told, person_provisions.told_on), or the emergency in which it was
-- opened: never otherwise.
create function gate.entries_told() returns bigint[]
  stable security definer language sql set search_path = public, pg_temp as $$
  select array_agg(e.number)
  from disclosure_keys k
  cross join lateral (select gate.ids_told_of(k.about_id) as ids) a
  join audit_entries e on e.subjects && a.ids
  where (k.id = gate.key_of_actor()
      or (k.holder_id = any(gate.bodies_releasing()) and k.ended_at is null and k.expires_at > gate.now_of_call()))
    and e.word = any(gate.told_words()) and e.outcome = 'done'
    and (gate.key_of_actor() is null
      or not exists (select from disclosure_holdbacks h where h.about_id = k.about_id and h.entry_id = e.id))
    and (e.word <> 'emergency.opened' or gate.emergency_told(k.about_id, e.post_id, e.at))
    and (e.body_id = any(gate.bodies_taken_over_by(k.holder_id))
      or gate.emergency_told(k.about_id, e.post_id, e.at)
      or exists (select from person_provisions p join lawful_bases b on b.id = p.basis_id
        where p.person_id = k.about_id and p.receiver_id = e.body_id and (p.post_id is null or p.post_id = e.post_id)
          and (b.told = 'now' or p.told_on is not null))
      -- A wish goes on with the person's own consent: that it is read is told.
      or exists (select from wish_referrals r where r.client_id = k.about_id and r.receiver_id = e.body_id and r.id = any(e.subjects))
      or (k.about = 'household' and exists (select from provisions p join lawful_bases b on b.id = p.basis_id
        where p.holder_id = k.holder_id and p.receiver_id = e.body_id and b.told = 'now')))
$$;
