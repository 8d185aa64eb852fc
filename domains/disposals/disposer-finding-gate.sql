-- ---- What goes with a case, a person of a window, a conference: found before the first row of it is gone.
create function gate.find_notes_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_notes', array(
    select n.id from case_notes n where n.case_id = any(gate.subjects_destroyed('case')))); end $$;
create function gate.notes_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_notes'), gate.find_notes_destroyed()) end;

create function gate.find_plans_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_plans', array(
    select p.id from support_plans p where p.case_id = any(gate.subjects_destroyed('case')))); end $$;
create function gate.plans_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_plans'), gate.find_plans_destroyed()) end;

create function gate.find_case_handovers_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_case_handovers', array(
    select h.id from case_handovers h where h.case_id = any(gate.subjects_destroyed('case')))); end $$;
create function gate.case_handovers_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_case_handovers'), gate.find_case_handovers_destroyed()) end;

create function gate.find_gaps_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_gaps', array(
    select g.id from case_gaps g where g.case_id = any(gate.subjects_destroyed('case')))); end $$;
create function gate.gaps_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_gaps'), gate.find_gaps_destroyed()) end;

create function gate.find_intakes_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_intakes', array(
    select i.id from intakes i where i.client_id = any(gate.subjects_destroyed('client'))
    union select c.intake_id from cases c where c.id = any(gate.subjects_destroyed('case')) and c.intake_id is not null
      and not exists (select from cases o where o.intake_id = c.intake_id and o.id <> all(gate.subjects_destroyed('case'))))); end $$;
create function gate.intakes_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_intakes'), gate.find_intakes_destroyed()) end;

create function gate.find_encounters_forgotten() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_takings_part', array(
    select n.encounter_id from case_notes n where n.id = any(gate.notes_destroyed()) and n.encounter_id is not null
    union select f.encounter_id from fulfilments f where f.match_id = any(gate.subjects_destroyed('match'))
    union select unnest(gate.intakes_destroyed()))); end $$;
create function gate.encounters_forgotten() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_takings_part'), gate.find_encounters_forgotten()) end;

create function gate.find_links_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_links', array(
    select l.id from client_links l where l.client_id = any(gate.subjects_destroyed('client'))
      or l.other_id = any(gate.subjects_destroyed('client')))); end $$;
create function gate.links_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_links'), gate.find_links_destroyed()) end;

create function gate.find_referrals_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_referrals', array(
    select r.id from wish_referrals r where r.client_id = any(gate.subjects_destroyed('client'))
      or r.consent_id = any(gate.subjects_destroyed('consent')))); end $$;
create function gate.referrals_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_referrals'), gate.find_referrals_destroyed()) end;

create function gate.find_facts_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_facts', array(
    select f.id from crossing_facts f where f.item_id = any(gate.subjects_destroyed('conference'))
      or f.note_id = any(gate.notes_destroyed()) or f.client_id = any(gate.subjects_destroyed('client')))); end $$;
create function gate.facts_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_facts'), gate.find_facts_destroyed()) end;

create function gate.find_sittings_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_sittings', array(
    select distinct i.conference_id from conference_items i where i.id = any(gate.subjects_destroyed('conference'))
      and not exists (select from conference_items o
        where o.conference_id = i.conference_id and o.id <> all(gate.subjects_destroyed('conference'))))); end $$;
create function gate.sittings_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_sittings'), gate.find_sittings_destroyed()) end;

create function gate.find_consents_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_consents', array(
    select c.id from consents c where c.id = any(gate.subjects_destroyed('consent'))
      or c.person_id = any(gate.subjects_destroyed('client')))); end $$;
create function gate.consents_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_consents'), gate.find_consents_destroyed()) end;

create function gate.find_looks_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_looks', array(
    select v.id from protected_views v join protections p on p.person_id = v.person_id
      join protection_endings e on e.protection_id = p.id
      where p.id = any(gate.subjects_destroyed('protection')) and v.viewed_at between p.decided_at and e.ended_at
    union
    select v.id from protected_views v where v.person_id = any(gate.subjects_destroyed('client')))); end $$;
create function gate.looks_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_looks'), gate.find_looks_destroyed()) end;

create function gate.find_disclosure_questions_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_questions', array(
    select q.id from disclosure_questions q where q.key_id = any(gate.subjects_destroyed('disclosure_key')))); end $$;
create function gate.disclosure_questions_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_questions'), gate.find_disclosure_questions_destroyed()) end;
