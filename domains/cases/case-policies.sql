-- What is kept beside a case has the gate of the case: its own body's; what is about one member goes with the facet it belongs to
-- to whoever is given that. Only the holder writes.
grant select, insert on case_screenings, case_urgencies to kanaeau_app;
create policy windows_see_how_they_screened on case_screenings for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_write_how_they_screened on case_screenings for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_what_is_urgent on case_urgencies for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_say_what_is_urgent on case_urgencies for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

grant select, insert on case_note_versions, case_note_withdrawals to kanaeau_app;
create policy windows_see_what_their_notes_said on case_note_versions for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_what_notes_they_are_given_said on case_note_versions for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('notes'))::uuid[])
);
create policy windows_keep_what_their_notes_said on case_note_versions for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_which_notes_they_withdrew on case_note_withdrawals for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_which_notes_were_withdrawn on case_note_withdrawals for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('notes'))::uuid[])
);
create policy windows_withdraw_their_notes on case_note_withdrawals for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

-- Somebody of the family who is no client has no record to be given: that stays with the holder.
grant select, insert on case_kin, case_ties to kanaeau_app;
grant update (taken_out_at) on case_kin, case_ties to kanaeau_app;
create policy windows_see_who_else_is_family on case_kin for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_write_who_else_is_family on case_kin for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_take_out_who_is_no_family on case_kin for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_what_their_people_are_tied_to on case_ties for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_the_ties_they_are_given on case_ties for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('living'))::uuid[])
);
create policy windows_write_what_their_people_are_tied_to on case_ties for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_take_out_ties on case_ties for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

grant select, insert, delete on client_answers to kanaeau_app;
grant update (option_id, number, day, words) on client_answers to kanaeau_app;
create policy windows_see_what_their_people_answer on client_answers for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_the_answers_of_a_facet_they_are_given on client_answers for select to kanaeau_app using (
  (facet = 'family' and client_id = any((select gate.people_of_actor('family'))::uuid[]))
  or (facet = 'consultation' and client_id = any((select gate.people_of_actor('consultation'))::uuid[]))
  or (facet = 'living' and client_id = any((select gate.people_of_actor('living'))::uuid[]))
  or (facet = 'economy' and client_id = any((select gate.people_of_actor('economy'))::uuid[]))
  or (facet = 'health' and client_id = any((select gate.people_of_actor('health'))::uuid[]))
  or (facet = 'wish' and client_id = any((select gate.people_of_actor('wish'))::uuid[]))
);
create policy windows_write_what_their_people_answer on client_answers for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_correct_what_their_people_answer on client_answers for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_take_answers_back on client_answers for delete to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
grant select, insert on client_answer_versions to kanaeau_app;
create policy windows_see_what_was_answered_before on client_answer_versions for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_keep_what_was_answered_before on client_answer_versions for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

grant select, insert on case_tasks to kanaeau_app;
grant update (done_on, outcome, done_by) on case_tasks to kanaeau_app;
create policy windows_see_what_they_promised on case_tasks for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_promise on case_tasks for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_keep_what_they_promised on case_tasks for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

-- Asking another body tells it that somebody asks, why and until when; about whom, only once it has accepted (gate.accept_handover).
grant select, insert on case_handovers, case_handover_people to kanaeau_app;
grant select, insert on case_handover_turns to kanaeau_app;
create policy windows_see_whom_they_asked_to_take_over on case_handovers for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_what_they_are_asked_to_take_over on case_handovers for select to kanaeau_app using (
  receiver_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_ask_another_body_to_take_over on case_handovers for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_who_goes_with_a_handover on case_handover_people for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_say_who_goes_with_a_handover on case_handover_people for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_what_became_of_their_asking on case_handover_turns for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_what_they_answered on case_handover_turns for select to kanaeau_app using (
  receiver_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_withdraw_their_asking on case_handover_turns for insert to kanaeau_app with check (
  turn = 'withdrawn' and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_answer_what_they_are_asked on case_handover_turns for insert to kanaeau_app with check (
  turn in ('accepted', 'declined', 'done') and receiver_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy gate_provides_what_goes_with_an_accepted_handover on person_provisions for insert to kanaeau_gate with check (true);
create policy gate_reads_handovers on case_handovers for select to kanaeau_gate using (true);
create policy gate_reads_who_goes_with_a_handover on case_handover_people for select to kanaeau_gate using (true);
create policy gate_reads_turns_of_handovers on case_handover_turns for select to kanaeau_gate using (true);

-- 制度の狭間: what was seen stays with the case. A theme names no case: whoever coordinates the community sees it to reword it, everyone
-- signed in once it is released.
grant select, insert on case_gaps, gap_theme_sources, gap_themes to kanaeau_app;
grant update (title, reworded, reworded_by, reworded_at, released_by, released_at, version) on gap_themes to kanaeau_app;
create policy windows_see_the_gaps_they_noted on case_gaps for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_note_gaps on case_gaps for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_from_what_a_theme_was_made on gap_theme_sources for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy case_coordinators_say_from_what_a_theme_is_made on gap_theme_sources for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'case_coordinator' and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_the_themes_of_their_body on gap_themes for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy community_coordinators_see_the_themes_put_to_them on gap_themes for select to kanaeau_app using (
  (select gate.actor_role()) = 'community_coordinator'
);
create policy everyone_signed_in_sees_released_themes on gap_themes for select to kanaeau_app using (
  released_at is not null and (select gate.actor_account()) is not null
);
create policy case_coordinators_propose_themes on gap_themes for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'case_coordinator' and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy community_coordinators_reword_themes on gap_themes for update to kanaeau_app using (
  (select gate.actor_role()) = 'community_coordinator' and released_at is null
);
create policy case_coordinators_release_themes on gap_themes for update to kanaeau_app using (
  (select gate.actor_role()) = 'case_coordinator' and holder_id = any((select gate.bodies_worked_for())::uuid[])
);

grant select, insert on case_files to kanaeau_app;
grant update (bytes, taken_out_at, taken_out_why) on case_files to kanaeau_app;
create policy windows_see_their_attachments on case_files for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_attachments_of_a_facet_they_are_given on case_files for select to kanaeau_app using (
  (facet = 'family' and client_id = any((select gate.people_of_actor('family'))::uuid[]))
  or (facet = 'consultation' and client_id = any((select gate.people_of_actor('consultation'))::uuid[]))
  or (facet = 'living' and client_id = any((select gate.people_of_actor('living'))::uuid[]))
  or (facet = 'economy' and client_id = any((select gate.people_of_actor('economy'))::uuid[]))
  or (facet = 'health' and client_id = any((select gate.people_of_actor('health'))::uuid[]))
  or (facet = 'wish' and client_id = any((select gate.people_of_actor('wish'))::uuid[]))
  or (facet = 'plan' and client_id = any((select gate.people_of_actor('plan'))::uuid[]))
  or (facet = 'notes' and client_id = any((select gate.people_of_actor('notes'))::uuid[]))
);
create policy windows_attach on case_files for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_take_attachments_out on case_files for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

grant update (leads) on case_workers to kanaeau_app;
create policy gate_knows_who_works_on_cases on case_workers for select to kanaeau_gate using (true);
create policy windows_know_the_posts_that_work_on_cases on posts for select to kanaeau_app using (
  id = any((select gate.posts_of_cases())::uuid[])
);
create policy windows_know_the_names_of_who_works_on_cases on accounts for select to kanaeau_app using (
  id = any((select gate.accounts_of_cases())::uuid[])
);
