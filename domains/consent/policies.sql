grant select, insert on lawful_bases, provisions, provision_withdrawals to kanaeau_app;
create policy everyone_signed_in_reads_the_bases on lawful_bases for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy the_founder_lists_the_bases on lawful_bases for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'system_founder'
);
grant update (ends_on) on lawful_bases to kanaeau_app;
create policy administrators_add_bases on lawful_bases for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);
create policy administrators_end_bases on lawful_bases for update to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy gate_weighs_bases on lawful_bases for select to kanaeau_gate using (true);

create policy both_sides_see_a_provision on provisions for select to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and (holder_id = any((select gate.bodies_of_actor())::uuid[]) or receiver_id = (select gate.actor_body()))
);
-- Who assigns households in a holder's name has to know whom that holder gives them to.
create policy who_writes_for_a_holder_sees_what_it_gives on provisions for select to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
-- Only who holds the records gives them.
create policy holders_provide on provisions for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('gatherer', 'council_officer') and holder_id = (select gate.actor_body())
);
create policy gate_weighs_provisions on provisions for select to kanaeau_gate using (true);

create policy both_sides_see_a_withdrawal on provision_withdrawals for select to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and (holder_id = any((select gate.bodies_of_actor())::uuid[]) or receiver_id = (select gate.actor_body()))
);
create policy who_writes_for_a_holder_sees_what_it_took_back on provision_withdrawals for select to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy holders_withdraw on provision_withdrawals for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('gatherer', 'council_officer') and holder_id = any((select gate.bodies_of_actor())::uuid[])
);
create policy gate_weighs_withdrawals on provision_withdrawals for select to kanaeau_gate using (true);

-- What is explained and signed holds nothing about anybody.
grant select, insert on consent_texts to kanaeau_app;
create policy everyone_signed_in_reads_the_consent_texts on consent_texts for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy administrators_write_consent_texts on consent_texts for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator', 'system_founder')
);

-- Consents: of the body that heard them.
grant select, insert on consents, consent_withdrawals to kanaeau_app;
create policy windows_see_the_consents_they_heard on consents for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy records_officers_see_the_consents_of_their_body on consents for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy windows_write_the_consents_they_heard on consents for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy gate_weighs_consents on consents for select to kanaeau_gate using (true);
create policy windows_see_what_was_taken_back on consent_withdrawals for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy records_officers_see_what_was_taken_back on consent_withdrawals for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy windows_write_what_was_taken_back on consent_withdrawals for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy gate_weighs_consents_taken_back on consent_withdrawals for select to kanaeau_gate using (true);

-- Provisions of one person: both sides see them, the holder gives and takes back.
grant select, insert on person_provisions, person_provision_withdrawals to kanaeau_app;
grant update (told_on) on person_provisions to kanaeau_app;
create policy windows_see_what_their_body_gives_of_a_person on person_provisions for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_what_their_body_is_given_of_a_person on person_provisions for select to kanaeau_app using (
  post_id is null and receiver_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy posts_see_what_they_are_given_of_a_person on person_provisions for select to kanaeau_app using (
  post_id = any((select gate.posts_of_actor())::uuid[]) and (select gate.actor_role()) <> 'finishing'
);
create policy conveners_see_what_their_section_is_given_of_a_person on person_provisions for select to kanaeau_app using (
  post_id is null and (select gate.actor_role()) = 'convener' and receiver_id = (select gate.actor_body())
);
create policy records_officers_see_what_their_body_gives_of_a_person on person_provisions for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy holders_provide_of_a_person on person_provisions for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy holders_note_that_a_person_was_told on person_provisions for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy gate_weighs_provisions_of_persons on person_provisions for select to kanaeau_gate using (true);
create policy windows_see_what_was_taken_back_of_a_person on person_provision_withdrawals for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[]) or receiver_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy records_officers_see_what_was_taken_back_of_a_person on person_provision_withdrawals for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy holders_take_back_of_a_person on person_provision_withdrawals for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[]) or holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy gate_weighs_provisions_taken_back on person_provision_withdrawals for select to kanaeau_gate using (true);

-- 返却: both sides know what was taken along and is to be given back; the holder asks, the receiver says what became of it.
grant select, insert on provision_returns, provision_copies, provision_return_notes to kanaeau_app;
create policy holders_see_what_they_asked_back on provision_returns for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[]) or holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy receivers_see_what_is_asked_back on provision_returns for select to kanaeau_app using (
  (post_id is null and receiver_id = any((select gate.bodies_given_for())::uuid[]))
  or (post_id = any((select gate.posts_of_actor())::uuid[]) and (select gate.actor_role()) <> 'finishing')
);
create policy holders_ask_back on provision_returns for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[]) or holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy gate_asks_back_where_a_basis_ended on provision_returns for insert to kanaeau_gate with check (because = 'basis');
create policy gate_knows_what_is_asked_back on provision_returns for select to kanaeau_gate using (true);
create policy gate_lists_the_copies on provision_copies for insert to kanaeau_gate with check (true);
create policy holders_see_the_copies on provision_copies for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[]) or holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy receivers_see_their_copies on provision_copies for select to kanaeau_app using (
  (post_id is null and receiver_id = any((select gate.bodies_given_for())::uuid[]))
  or (post_id = any((select gate.posts_of_actor())::uuid[]) and (select gate.actor_role()) <> 'finishing')
);
create policy holders_list_the_copies on provision_copies for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[]) or holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy holders_see_what_became_of_the_copies on provision_return_notes for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[]) or holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy receivers_see_what_they_said_of_the_copies on provision_return_notes for select to kanaeau_app using (
  (post_id is null and receiver_id = any((select gate.bodies_given_for())::uuid[]))
  or (post_id = any((select gate.posts_of_actor())::uuid[]) and (select gate.actor_role()) <> 'finishing')
);
create policy receivers_say_what_became_of_the_copies on provision_return_notes for insert to kanaeau_app with check (
  (post_id is null and receiver_id = any((select gate.bodies_given_for())::uuid[]))
  or post_id = any((select gate.posts_of_actor())::uuid[])
);

-- 支援措置: known to its keepers and to whoever answers for the holder's records, to nobody else.
grant select, insert on protections, protection_keepers, protected_views to kanaeau_app;
grant update (ends_on) on protections to kanaeau_app;
grant delete on protection_keepers to kanaeau_app;
create policy keepers_know_whom_they_protect on protections for select to kanaeau_app using (
  person_id = any((select gate.protected_people_kept())::uuid[])
);
create policy records_officers_know_who_is_protected on protections for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy records_officers_protect on protections for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy records_officers_end_a_protection on protections for update to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy keepers_know_who_else_keeps on protection_keepers for select to kanaeau_app using (
  person_id = any((select gate.protected_people_kept())::uuid[])
);
create policy records_officers_know_the_keepers on protection_keepers for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy records_officers_name_keepers on protection_keepers for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy records_officers_release_keepers on protection_keepers for delete to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy gate_knows_who_is_protected on protections for select to kanaeau_gate using (true);
grant select, insert on protection_endings to kanaeau_app;
create policy records_officers_know_what_ended on protection_endings for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy records_officers_write_an_ending on protection_endings for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy gate_knows_what_ended on protection_endings for select to kanaeau_gate using (true);
create policy gate_knows_the_keepers on protection_keepers for select to kanaeau_gate using (true);
create policy keepers_see_their_own_looks on protected_views for select to kanaeau_app using (
  post_id = (select gate.actor_post())
);
create policy records_officers_see_every_look on protected_views for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy keepers_say_why_they_look on protected_views for insert to kanaeau_app with check (
  post_id = gate.actor_post() and person_id = any((select gate.protected_people_kept())::uuid[])
);
create policy gate_knows_the_looks on protected_views for select to kanaeau_gate using (true);
