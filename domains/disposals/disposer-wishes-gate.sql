-- ---- What goes with a match, a wish, somebody who takes part, a proposal, and a way to a place: found before the first row is gone.
create function gate.find_joinings_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_joinings', array(
    select j.id from joinings j where j.case_id = any(gate.subjects_destroyed('case')))); end $$;
create function gate.joinings_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_joinings'), gate.find_joinings_destroyed()) end;
create function gate.find_fulfilments_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_fulfilments', array(
    select f.id from fulfilments f where f.match_id = any(gate.subjects_destroyed('match')))); end $$;
create function gate.fulfilments_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_fulfilments'), gate.find_fulfilments_destroyed()) end;
create function gate.find_stories_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_stories', array(
    select s.id from stories s where s.fulfilment_id = any(gate.fulfilments_destroyed()))); end $$;
create function gate.stories_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_stories'), gate.find_stories_destroyed()) end;
create function gate.find_concerns_destroyed() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$ begin
  return gate.keep_reach('destroyed_concerns', array(
    select c.id from safeguarding_concerns c where c.match_id = any(gate.subjects_destroyed('match'))
      or c.participant_id = any(gate.subjects_destroyed('participant')))); end $$;
create function gate.concerns_destroyed() returns uuid[]
  stable language sql return case when gate.actor_role() = 'system_disposer'
    then coalesce(gate.known_reach('destroyed_concerns'), gate.find_concerns_destroyed()) end;

-- The ways to places of a case that ended.
grant delete on joining_tellings to kanaeau_app;
create policy the_disposer_destroys_joining_tellings on joining_tellings for delete to kanaeau_app using (
  joining_id = any((select gate.joinings_destroyed())::uuid[])
);
grant delete on joining_steps to kanaeau_app;
create policy the_disposer_destroys_joining_steps on joining_steps for delete to kanaeau_app using (
  joining_id = any((select gate.joinings_destroyed())::uuid[])
);
grant delete on joinings to kanaeau_app;
create policy the_disposer_destroys_joinings on joinings for delete to kanaeau_app using (
  id = any((select gate.joinings_destroyed())::uuid[])
);

-- A match that was closed, with what came of it; the encounter counts on, without anybody.
grant delete on story_releases to kanaeau_app;
create policy the_disposer_destroys_story_releases on story_releases for delete to kanaeau_app using (
  story_id = any((select gate.stories_destroyed())::uuid[])
);
grant delete on story_consents to kanaeau_app;
create policy the_disposer_destroys_story_consents on story_consents for delete to kanaeau_app using (
  story_id = any((select gate.stories_destroyed())::uuid[])
);
grant delete on story_people to kanaeau_app;
create policy the_disposer_destroys_story_people on story_people for delete to kanaeau_app using (
  story_id = any((select gate.stories_destroyed())::uuid[])
);
grant delete on story_words to kanaeau_app;
create policy the_disposer_destroys_story_words on story_words for delete to kanaeau_app using (
  story_id = any((select gate.stories_destroyed())::uuid[])
);
grant delete on stories to kanaeau_app;
create policy the_disposer_destroys_stories on stories for delete to kanaeau_app using (
  id = any((select gate.stories_destroyed())::uuid[])
);
grant delete on thanks to kanaeau_app;
create policy the_disposer_destroys_thanks on thanks for delete to kanaeau_app using (
  fulfilment_id = any((select gate.fulfilments_destroyed())::uuid[])
);
grant delete on fulfilment_withdrawals to kanaeau_app;
create policy the_disposer_destroys_why_something_was_taken_back on fulfilment_withdrawals for delete to kanaeau_app using (
  fulfilment_id = any((select gate.fulfilments_destroyed())::uuid[])
);
grant delete on fulfilments to kanaeau_app;
create policy the_disposer_destroys_fulfilments on fulfilments for delete to kanaeau_app using (
  id = any((select gate.fulfilments_destroyed())::uuid[])
);
grant delete on match_answers to kanaeau_app;
create policy the_disposer_destroys_match_answers on match_answers for delete to kanaeau_app using (
  match_id = any((select gate.subjects_destroyed('match'))::uuid[])
);
grant delete on match_tellings to kanaeau_app;
create policy the_disposer_destroys_match_tellings on match_tellings for delete to kanaeau_app using (
  match_id = any((select gate.subjects_destroyed('match'))::uuid[])
);
grant delete on match_legs to kanaeau_app;
create policy the_disposer_destroys_match_legs on match_legs for delete to kanaeau_app using (
  match_id = any((select gate.subjects_destroyed('match'))::uuid[])
);
grant delete on matches to kanaeau_app;
create policy the_disposer_destroys_matches on matches for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('match'))::uuid[])
);
grant delete on concern_handings_on to kanaeau_app;
create policy the_disposer_destroys_concern_handings_on on concern_handings_on for delete to kanaeau_app using (
  concern_id = any((select gate.concerns_destroyed())::uuid[])
);
grant delete on concern_reminders to kanaeau_app;
create policy the_disposer_destroys_concern_reminders on concern_reminders for delete to kanaeau_app using (
  concern_id = any((select gate.concerns_destroyed())::uuid[])
);
grant delete on safeguarding_concerns to kanaeau_app;
create policy the_disposer_destroys_safeguarding_concerns on safeguarding_concerns for delete to kanaeau_app using (
  match_id = any((select gate.subjects_destroyed('match'))::uuid[])
  or participant_id = any((select gate.subjects_destroyed('participant'))::uuid[])
);

-- A wish that was closed, a proposal, and at last who took part.
grant delete on wish_words to kanaeau_app;
create policy the_disposer_destroys_wish_words on wish_words for delete to kanaeau_app using (
  wish_id = any((select gate.subjects_destroyed('wish'))::uuid[])
);
grant delete on wishes to kanaeau_app;
create policy the_disposer_destroys_wishes on wishes for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('wish'))::uuid[])
);
grant delete on match_proposal_legs to kanaeau_app;
create policy the_disposer_destroys_match_proposal_legs on match_proposal_legs for delete to kanaeau_app using (
  proposal_id = any((select gate.subjects_destroyed('match_proposal'))::uuid[])
);
grant delete on match_proposals to kanaeau_app;
create policy the_disposer_destroys_match_proposals on match_proposals for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('match_proposal'))::uuid[])
);
grant delete on readinesses to kanaeau_app;
create policy the_disposer_destroys_readinesses on readinesses for delete to kanaeau_app using (
  participant_id = any((select gate.subjects_destroyed('participant'))::uuid[])
);
grant delete on participant_pauses to kanaeau_app;
create policy the_disposer_destroys_participant_pauses on participant_pauses for delete to kanaeau_app using (
  participant_id = any((select gate.subjects_destroyed('participant'))::uuid[])
);
grant delete on wish_conflicts to kanaeau_app;
create policy the_disposer_destroys_wish_conflicts on wish_conflicts for delete to kanaeau_app using (
  one_id = any((select gate.subjects_destroyed('participant'))::uuid[])
  or other_id = any((select gate.subjects_destroyed('participant'))::uuid[])
);
grant delete on participant_names to kanaeau_app;
create policy the_disposer_destroys_participant_names on participant_names for delete to kanaeau_app using (
  participant_id = any((select gate.subjects_destroyed('participant'))::uuid[])
);
grant delete on participants to kanaeau_app;
create policy the_disposer_destroys_participants on participants for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('participant'))::uuid[])
);
-- What an organisation gave for the community, once it is over.
grant delete on contribution_results to kanaeau_app;
create policy the_disposer_destroys_contribution_results on contribution_results for delete to kanaeau_app using (
  contribution_id = any((select gate.subjects_destroyed('contribution'))::uuid[])
);
grant delete on contribution_permissions to kanaeau_app;
create policy the_disposer_destroys_contribution_permissions on contribution_permissions for delete to kanaeau_app using (
  contribution_id = any((select gate.subjects_destroyed('contribution'))::uuid[])
);
grant delete on contributions to kanaeau_app;
create policy the_disposer_destroys_contributions on contributions for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('contribution'))::uuid[])
);

create policy the_disposer_destroys_parties_that_took_part on parties for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('participant'))::uuid[])
);

create policy gate_finds_what_is_destroyed_of_participants on participants for select to kanaeau_gate using (true);
create policy gate_finds_what_is_destroyed_of_wishes on wishes for select to kanaeau_gate using (true);
create policy gate_finds_what_is_destroyed_of_matches on matches for select to kanaeau_gate using (true);
create policy gate_finds_what_is_destroyed_of_match_legs on match_legs for select to kanaeau_gate using (true);
create policy gate_finds_what_is_destroyed_of_match_proposals on match_proposals for select to kanaeau_gate using (true);
create policy gate_finds_what_is_destroyed_of_match_proposal_legs on match_proposal_legs for select to kanaeau_gate using (true);
create policy gate_finds_what_is_destroyed_of_readinesses on readinesses for select to kanaeau_gate using (true);
create policy gate_finds_what_is_destroyed_of_safeguarding_concerns on safeguarding_concerns for select to kanaeau_gate using (true);
create policy gate_finds_what_is_destroyed_of_wish_referral_takings on wish_referral_takings for select to kanaeau_gate using (true);
