-- ---- The disposer: a part of the system that sees the one list that is carried out, and of the town's rows nothing. It takes
-- away what the gate lets go, without asking for anything by name: no select, no condition of its own.
create policy the_disposer_finds_the_list_that_is_carried_out on disposals for select to kanaeau_app using (
  id = (select gate.disposal_under_way())
);
create policy the_disposer_counts_what_is_left on disposal_rows for select to kanaeau_app using (
  disposal_id = (select gate.disposal_under_way())
);
create policy the_disposer_counts_what_was_left_out on disposal_exclusions for select to kanaeau_app using (
  disposal_id = (select gate.disposal_under_way())
);
grant delete on disposal_rows to kanaeau_app;
create policy the_disposer_strikes_off_what_is_gone on disposal_rows for delete to kanaeau_app using (
  disposal_id = (select gate.disposal_under_way())
  and subject_id = any((select gate.all_subjects_destroyed())::uuid[])
);
create policy the_disposer_sees_its_own_record on disposal_records for select to kanaeau_app using (
  disposal_id = (select gate.disposal_under_way())
);
create policy the_disposer_begins_a_record on disposal_records for insert to kanaeau_app with check (
  disposal_id = (select gate.disposal_under_way())
);
create policy the_disposer_keeps_the_record on disposal_records for update to kanaeau_app using (
  disposal_id = (select gate.disposal_under_way())
) with check ((select gate.actor_role()) = 'system_disposer');

-- Households, with all that names them.
create policy the_disposer_destroys_visit_photos on visit_photos for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
create policy the_disposer_destroys_visit_answers on visit_answers for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
grant delete on household_absences, household_absence_endings to kanaeau_app;
create policy the_disposer_destroys_absences on household_absences for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
create policy the_disposer_destroys_endings_of_absences on household_absence_endings for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
grant delete on visit_wishes to kanaeau_app;
create policy the_disposer_destroys_visit_wishes on visit_wishes for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
grant delete on escalation_words, escalation_steps, escalations, unmet_switches to kanaeau_app;
create policy the_disposer_destroys_words_of_escalations on escalation_words for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
create policy the_disposer_destroys_escalation_steps on escalation_steps for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
create policy the_disposer_destroys_escalations on escalations for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
create policy the_disposer_destroys_unmet_switches on unmet_switches for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
create policy the_disposer_destroys_household_answers on household_answers for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
grant delete on household_answer_versions to kanaeau_app;
create policy the_disposer_destroys_household_answer_versions on household_answer_versions for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
grant delete on household_reasons to kanaeau_app;
create policy the_disposer_destroys_household_reasons on household_reasons for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
grant delete on household_versions to kanaeau_app;
create policy the_disposer_destroys_household_versions on household_versions for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
grant delete on household_reopenings to kanaeau_app;
create policy the_disposer_destroys_household_reopenings on household_reopenings for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
grant delete on household_closings to kanaeau_app;
create policy the_disposer_destroys_household_closings on household_closings for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
grant delete on handover_items to kanaeau_app;
create policy the_disposer_destroys_handover_items on handover_items for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
grant delete on household_members to kanaeau_app;
create policy the_disposer_destroys_household_members on household_members for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
grant delete on household_assignments to kanaeau_app;
create policy the_disposer_destroys_household_assignments on household_assignments for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
grant delete on visits to kanaeau_app;
create policy the_disposer_destroys_visits on visits for delete to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
);
grant delete on visit_companions to kanaeau_app;
create policy the_disposer_destroys_visit_companions on visit_companions for delete to kanaeau_app using (
  visit_id = any((select gate.visits_destroyed())::uuid[])
);
grant delete on visit_versions to kanaeau_app;
create policy the_disposer_destroys_visit_versions on visit_versions for delete to kanaeau_app using (
  visit_id = any((select gate.visits_destroyed())::uuid[])
);
grant delete on household_assignment_endings to kanaeau_app;
create policy the_disposer_destroys_household_assignment_endings on household_assignment_endings for delete to kanaeau_app using (
  assignment_id = any((select gate.assignments_destroyed())::uuid[])
);
grant delete on households to kanaeau_app;
create policy the_disposer_destroys_households on households for delete to kanaeau_app using (
  id = any((select gate.households_destroyed())::uuid[])
);
grant delete on household_merges to kanaeau_app;
create policy the_disposer_destroys_household_merges on household_merges for delete to kanaeau_app using (
  id = any((select gate.merges_destroyed())::uuid[])
);
grant delete on household_merge_undoings to kanaeau_app;
create policy the_disposer_destroys_household_merge_undoings on household_merge_undoings for delete to kanaeau_app using (
  merge_id = any((select gate.merges_destroyed())::uuid[])
);
create policy gate_weighs_household_merges on household_merges for select to kanaeau_gate using (true);

-- People, with their household or alone.
grant delete on household_relations to kanaeau_app;
create policy the_disposer_destroys_household_relations on household_relations for delete to kanaeau_app using (
  member_id = any((select gate.members_destroyed())::uuid[])
);
grant delete on household_member_endings to kanaeau_app;
create policy the_disposer_destroys_household_member_endings on household_member_endings for delete to kanaeau_app using (
  member_id = any((select gate.members_destroyed())::uuid[])
);
create policy the_disposer_destroys_members_who_left on household_members for delete to kanaeau_app using (
  id = any((select gate.members_destroyed())::uuid[])
);
grant delete on parties to kanaeau_app;
create policy the_disposer_destroys_parties on parties for delete to kanaeau_app using (
  id = any((select gate.persons_destroyed())::uuid[])
);

-- An encounter names nobody and stays, as do its counts; that somebody took part stays, who it was goes.
grant update (party_id, household_id) on encounter_parties to kanaeau_app;
create policy the_disposer_forgets_whose_household_took_part on encounter_parties for update to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[]) or party_id = any((select gate.persons_destroyed())::uuid[])
) with check (party_id is null);
grant update (household_id, reason) on encounter_withdrawals to kanaeau_app;
create policy the_disposer_forgets_why_a_visit_was_withdrawn on encounter_withdrawals for update to kanaeau_app using (
  household_id = any((select gate.households_destroyed())::uuid[])
) with check (household_id is null);

-- Scans of sheets; their counts stay.
grant delete on tally_sheet_scans to kanaeau_app;
create policy the_disposer_destroys_tally_sheet_scans on tally_sheet_scans for delete to kanaeau_app using (
  sheet_id = any((select gate.subjects_destroyed('scan'))::uuid[])
);
grant delete on member_sheet_scans to kanaeau_app;
create policy the_disposer_destroys_member_sheet_scans on member_sheet_scans for delete to kanaeau_app using (
  sheet_id = any((select gate.subjects_destroyed('scan'))::uuid[])
);

-- Hand-overs, and provisions that ended.
create policy the_disposer_destroys_items_of_handovers on handover_items for delete to kanaeau_app using (
  handover_id = any((select gate.subjects_destroyed('handover'))::uuid[])
);
grant delete on handover_receipts to kanaeau_app;
create policy the_disposer_destroys_handover_receipts on handover_receipts for delete to kanaeau_app using (
  handover_id = any((select gate.subjects_destroyed('handover'))::uuid[])
);
grant delete on handovers to kanaeau_app;
create policy the_disposer_destroys_handovers on handovers for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('handover'))::uuid[])
);
grant delete on provision_withdrawals to kanaeau_app;
create policy the_disposer_destroys_provision_withdrawals on provision_withdrawals for delete to kanaeau_app using (
  provision_id = any((select gate.subjects_destroyed('provision'))::uuid[])
);
grant delete on provisions to kanaeau_app;
create policy the_disposer_destroys_provisions on provisions for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('provision'))::uuid[])
);

-- Closed accounts: whatever proved them goes, and their names; who did something is a number from then on.
grant update (sign_in_name, name, kana, kana_key) on accounts to kanaeau_app;
create policy the_disposer_forgets_names_of_accounts on accounts for update to kanaeau_app using (
  id = any((select gate.subjects_destroyed('account'))::uuid[])
);
grant delete on account_closings to kanaeau_app;
create policy the_disposer_destroys_account_closings on account_closings for delete to kanaeau_app using (
  account_id = any((select gate.subjects_destroyed('account'))::uuid[])
);
grant delete on account_secrets to kanaeau_app;
create policy the_disposer_destroys_account_secrets on account_secrets for delete to kanaeau_app using (
  account_id = any((select gate.subjects_destroyed('account'))::uuid[])
);
grant delete on passkey_challenges to kanaeau_app;
create policy the_disposer_destroys_passkey_challenges on passkey_challenges for delete to kanaeau_app using (
  account_id = any((select gate.subjects_destroyed('account'))::uuid[])
);
grant delete on recovery_codes to kanaeau_app;
create policy the_disposer_destroys_recovery_codes on recovery_codes for delete to kanaeau_app using (
  account_id = any((select gate.subjects_destroyed('account'))::uuid[])
);
grant delete on invitations to kanaeau_app;
create policy the_disposer_destroys_invitations on invitations for delete to kanaeau_app using (
  account_id = any((select gate.subjects_destroyed('account'))::uuid[])
);
grant delete on tokens to kanaeau_app;
create policy the_disposer_destroys_tokens on tokens for delete to kanaeau_app using (
  account_id = any((select gate.subjects_destroyed('account'))::uuid[])
);
grant delete on calendar_addresses to kanaeau_app;
create policy the_disposer_destroys_calendar_addresses on calendar_addresses for delete to kanaeau_app using (
  account_id = any((select gate.subjects_destroyed('account'))::uuid[])
);
grant delete on sessions to kanaeau_app;
create policy the_disposer_destroys_sessions on sessions for delete to kanaeau_app using (
  account_id = any((select gate.subjects_destroyed('account'))::uuid[])
);
create policy the_disposer_destroys_passkeys on passkeys for delete to kanaeau_app using (
  account_id = any((select gate.subjects_destroyed('account'))::uuid[])
);
grant delete on sign_ins to kanaeau_app;
create policy the_disposer_destroys_sign_ins on sign_ins for delete to kanaeau_app using (
  account_id = any((select gate.subjects_destroyed('account'))::uuid[])
);
grant delete on sign_on_links to kanaeau_app;
create policy the_disposer_destroys_sign_on_links on sign_on_links for delete to kanaeau_app using (
  account_id = any((select gate.subjects_destroyed('account'))::uuid[])
);
grant delete on sign_on_ceremonies to kanaeau_app;
create policy the_disposer_destroys_sign_on_ceremonies on sign_on_ceremonies for delete to kanaeau_app using (
  account_id = any((select gate.subjects_destroyed('account'))::uuid[])
);
