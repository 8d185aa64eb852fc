-- What a body knows of a person is for those of its own who work with persons, and for whoever is given the facet it belongs to
-- (consent/gate.sql). Only the holder writes.
grant select, insert on clients to kanaeau_app;
grant update (name, kana, kana_key, called, born_on, born_about, sex, version) on clients to kanaeau_app;
create policy windows_see_the_people_they_work_with on clients for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_whom_they_are_given on clients for select to kanaeau_app using (
  id = any((select gate.people_of_actor('identity'))::uuid[])
);
create policy records_officers_see_the_people_of_their_body on clients for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy windows_write_whom_they_work_with on clients for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_correct_whom_they_work_with on clients for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy gate_finds_people on clients for select to kanaeau_gate using (true);

grant select, insert on client_contacts to kanaeau_app;
grant update (address, district_id, phone, mobile, email, reaching, protected, version) on client_contacts to kanaeau_app;
create policy windows_see_how_to_reach_their_people on client_contacts for select to kanaeau_app using (
  not protected and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_how_to_reach_whom_they_are_given on client_contacts for select to kanaeau_app using (
  not protected and client_id = any((select gate.people_of_actor('contact'))::uuid[])
);
create policy windows_write_how_to_reach_their_people on client_contacts for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_correct_how_to_reach_their_people on client_contacts for update to kanaeau_app using (
  not protected and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy keepers_see_a_protected_address on client_contacts for select to kanaeau_app using (
  client_id = any((select gate.protected_people_opened())::uuid[])
);
create policy keepers_correct_a_protected_address on client_contacts for update to kanaeau_app using (
  client_id = any((select gate.protected_people_opened())::uuid[])
);
create policy records_officers_close_an_address on client_contacts for update to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy records_officers_find_the_address_they_close on client_contacts for select to kanaeau_app using (
  not protected and holder_id = any((select gate.bodies_answered_for())::uuid[])
);

-- Of a protected person the gate itself writes down what a colleague typed (gate.write_contact_apart).
grant select on written_contacts to kanaeau_app;
create policy colleagues_see_how_they_wrote_somebody_is_reached on written_contacts for select to kanaeau_app using (
  written_by = (select gate.actor_account()) and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy keepers_see_what_colleagues_wrote on written_contacts for select to kanaeau_app using (
  client_id = any((select gate.protected_people_opened())::uuid[])
);
create policy windows_see_what_was_written_once_the_address_is_open on written_contacts for select to kanaeau_app using (
  not protected and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy gate_writes_what_colleagues_typed on written_contacts for insert to kanaeau_gate with check (protected);
create policy gate_finds_what_colleagues_wrote on written_contacts for select to kanaeau_gate using (true);
create policy gate_closes_and_opens_what_colleagues_wrote on written_contacts for update to kanaeau_gate using (true);

grant select, insert on written_contact_endings to kanaeau_app;
create policy keepers_see_what_they_did_with_written_contacts on written_contact_endings for select to kanaeau_app using (
  client_id = any((select gate.protected_people_opened())::uuid[])
);
create policy windows_see_what_was_done_once_the_address_is_open on written_contact_endings for select to kanaeau_app using (
  not protected and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy keepers_take_in_what_colleagues_wrote on written_contact_endings for insert to kanaeau_app with check (
  protected and client_id = any((select gate.protected_people_opened())::uuid[])
);
create policy windows_take_in_what_was_written_once_the_address_is_open on written_contact_endings for insert to kanaeau_app with check (
  not protected and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy gate_finds_what_was_taken_in on written_contact_endings for select to kanaeau_gate using (true);
create policy gate_closes_and_opens_what_was_taken_in on written_contact_endings for update to kanaeau_gate using (true);

grant select, insert on client_versions to kanaeau_app;
create policy windows_read_what_was_known on client_versions for select to kanaeau_app using (
  not protected and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy keepers_read_what_was_known_of_a_protected_address on client_versions for select to kanaeau_app using (
  client_id = any((select gate.protected_people_opened())::uuid[])
);
create policy keepers_keep_what_was_known_of_a_protected_address on client_versions for insert to kanaeau_app with check (
  protected and client_id = any((select gate.protected_people_opened())::uuid[])
);
create policy windows_keep_what_was_known on client_versions for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

grant select, insert on intakes to kanaeau_app;
grant update (received_on, route, caller_name, caller_phone, caller_relation, trouble, wish, heard_of, consent, version) on intakes to kanaeau_app;
create policy windows_see_their_first_words on intakes for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_first_words_they_are_given on intakes for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('consultation'))::uuid[])
);
create policy windows_write_their_first_words on intakes for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_correct_their_first_words on intakes for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

grant select, insert, delete on intake_worries to kanaeau_app;
create policy windows_see_their_worries on intake_worries for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_worries_they_are_given on intake_worries for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('consultation'))::uuid[])
);
create policy windows_write_their_worries on intake_worries for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_take_back_worries on intake_worries for delete to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

grant select, insert on cases, case_steps to kanaeau_app;
grant update (state, called, last_note_on, closed_on, version) on cases to kanaeau_app;
create policy windows_see_their_cases on cases for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_how_a_case_stands on cases for select to kanaeau_app using (
  id = any((select gate.cases_of_actor())::uuid[])
);
create policy windows_open_cases on cases for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_carry_cases_on on cases for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_the_steps_of_their_cases on case_steps for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_take_steps on case_steps for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

grant select, insert on case_numbers to kanaeau_app;
grant update (last) on case_numbers to kanaeau_app;
create policy windows_see_their_last_number on case_numbers for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_give_a_first_number on case_numbers for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_count_on on case_numbers for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

-- Who else is in the household is the facet family of that other person: each is given for themselves.
grant select, insert on case_members to kanaeau_app;
grant update (relation, lives_in, left_on) on case_members to kanaeau_app;
create policy windows_see_who_their_cases_are_about on case_members for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_whom_of_a_household_they_are_given on case_members for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('family'))::uuid[])
);
create policy windows_write_who_their_cases_are_about on case_members for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_correct_who_their_cases_are_about on case_members for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy gate_knows_the_members on case_members for select to kanaeau_gate using (true);

grant select, insert on case_workers to kanaeau_app;
grant update (ends_on) on case_workers to kanaeau_app;
create policy windows_see_who_works_on_a_case on case_workers for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_who_works_on_a_case on case_workers for select to kanaeau_app using (
  case_id = any((select gate.cases_of_actor())::uuid[])
);
create policy windows_name_who_works_on_a_case on case_workers for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_change_who_works_on_a_case on case_workers for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

-- A note about the household as a whole, or about somebody who is not given, is not seen: it has no client, or another.
grant select, insert on case_notes to kanaeau_app;
grant update (noted_on, at_time, way, with_whom, outcome, words, judgement, next_plan, next_on, version) on case_notes to kanaeau_app;
create policy windows_see_their_notes on case_notes for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_notes_they_are_given on case_notes for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('notes'))::uuid[])
);
create policy windows_write_their_notes on case_notes for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_correct_their_notes on case_notes for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
