-- ---- The disposer, of persons at a window and of conferences.
-- A case, with everything that was kept of it: the plans of its people and what the city decided on them, notes, attachments,
-- hand-overs, the first word it was opened from. The theme that was made of a gap names no case, and stays.
grant delete on goal_attainments to kanaeau_app;
create policy the_disposer_destroys_goal_attainments on goal_attainments for delete to kanaeau_app using (
  plan_id = any((select gate.plans_destroyed())::uuid[])
);
grant delete on plan_closings to kanaeau_app;
create policy the_disposer_destroys_plan_closings on plan_closings for delete to kanaeau_app using (
  plan_id = any((select gate.plans_destroyed())::uuid[])
);
grant delete on plan_reviews to kanaeau_app;
create policy the_disposer_destroys_plan_reviews on plan_reviews for delete to kanaeau_app using (
  plan_id = any((select gate.plans_destroyed())::uuid[])
);
grant delete on support_decisions to kanaeau_app;
create policy the_disposer_destroys_support_decisions on support_decisions for delete to kanaeau_app using (
  plan_id = any((select gate.plans_destroyed())::uuid[])
);
grant delete on plan_findings to kanaeau_app;
create policy the_disposer_destroys_plan_findings on plan_findings for delete to kanaeau_app using (
  plan_id = any((select gate.plans_destroyed())::uuid[])
);
grant delete on plan_acts to kanaeau_app;
create policy the_disposer_destroys_plan_acts on plan_acts for delete to kanaeau_app using (
  plan_id = any((select gate.plans_destroyed())::uuid[])
);
grant delete on support_plan_versions to kanaeau_app;
create policy the_disposer_destroys_support_plan_versions on support_plan_versions for delete to kanaeau_app using (
  plan_id = any((select gate.plans_destroyed())::uuid[])
);
create policy the_disposer_destroys_plan_services on plan_services for delete to kanaeau_app using (
  plan_id = any((select gate.plans_destroyed())::uuid[])
);
create policy the_disposer_destroys_plan_steps on plan_steps for delete to kanaeau_app using (
  plan_id = any((select gate.plans_destroyed())::uuid[])
);
create policy the_disposer_destroys_plan_goals on plan_goals for delete to kanaeau_app using (
  plan_id = any((select gate.plans_destroyed())::uuid[])
);
grant delete on support_plans to kanaeau_app;
create policy the_disposer_destroys_support_plans on support_plans for delete to kanaeau_app using (
  id = any((select gate.plans_destroyed())::uuid[])
);
grant delete on case_note_versions to kanaeau_app;
create policy the_disposer_destroys_case_note_versions on case_note_versions for delete to kanaeau_app using (
  note_id = any((select gate.notes_destroyed())::uuid[])
);
grant delete on case_note_withdrawals to kanaeau_app;
create policy the_disposer_destroys_case_note_withdrawals on case_note_withdrawals for delete to kanaeau_app using (
  note_id = any((select gate.notes_destroyed())::uuid[])
);
grant delete on case_notes to kanaeau_app;
create policy the_disposer_destroys_case_notes on case_notes for delete to kanaeau_app using (
  id = any((select gate.notes_destroyed())::uuid[])
);
grant delete on case_handover_people to kanaeau_app;
create policy the_disposer_destroys_case_handover_people on case_handover_people for delete to kanaeau_app using (
  handover_id = any((select gate.case_handovers_destroyed())::uuid[])
);
grant delete on case_handover_turns to kanaeau_app;
create policy the_disposer_destroys_case_handover_turns on case_handover_turns for delete to kanaeau_app using (
  handover_id = any((select gate.case_handovers_destroyed())::uuid[])
);
grant delete on case_handovers to kanaeau_app;
create policy the_disposer_destroys_case_handovers on case_handovers for delete to kanaeau_app using (
  id = any((select gate.case_handovers_destroyed())::uuid[])
);
grant delete on gap_theme_sources to kanaeau_app;
create policy the_disposer_destroys_gap_theme_sources on gap_theme_sources for delete to kanaeau_app using (
  gap_id = any((select gate.gaps_destroyed())::uuid[])
);
grant delete on case_gaps to kanaeau_app;
create policy the_disposer_destroys_case_gaps on case_gaps for delete to kanaeau_app using (
  id = any((select gate.gaps_destroyed())::uuid[])
);
grant delete on case_files to kanaeau_app;
create policy the_disposer_destroys_case_files on case_files for delete to kanaeau_app using (
  case_id = any((select gate.subjects_destroyed('case'))::uuid[])
);
grant delete on case_tasks to kanaeau_app;
create policy the_disposer_destroys_case_tasks on case_tasks for delete to kanaeau_app using (
  case_id = any((select gate.subjects_destroyed('case'))::uuid[])
);
grant delete on case_ties to kanaeau_app;
create policy the_disposer_destroys_case_ties on case_ties for delete to kanaeau_app using (
  case_id = any((select gate.subjects_destroyed('case'))::uuid[])
);
grant delete on case_kin to kanaeau_app;
create policy the_disposer_destroys_case_kin on case_kin for delete to kanaeau_app using (
  case_id = any((select gate.subjects_destroyed('case'))::uuid[])
);
grant delete on case_urgencies to kanaeau_app;
create policy the_disposer_destroys_case_urgencies on case_urgencies for delete to kanaeau_app using (
  case_id = any((select gate.subjects_destroyed('case'))::uuid[])
);
grant delete on case_screenings to kanaeau_app;
create policy the_disposer_destroys_case_screenings on case_screenings for delete to kanaeau_app using (
  case_id = any((select gate.subjects_destroyed('case'))::uuid[])
);
grant delete on case_workers to kanaeau_app;
create policy the_disposer_destroys_case_workers on case_workers for delete to kanaeau_app using (
  case_id = any((select gate.subjects_destroyed('case'))::uuid[])
);
grant delete on case_members to kanaeau_app;
create policy the_disposer_destroys_case_members on case_members for delete to kanaeau_app using (
  case_id = any((select gate.subjects_destroyed('case'))::uuid[])
);
grant delete on case_steps to kanaeau_app;
create policy the_disposer_destroys_case_steps on case_steps for delete to kanaeau_app using (
  case_id = any((select gate.subjects_destroyed('case'))::uuid[])
);
grant delete on cases to kanaeau_app;
create policy the_disposer_destroys_cases on cases for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('case'))::uuid[])
);
create policy the_disposer_destroys_intake_worries on intake_worries for delete to kanaeau_app using (
  intake_id = any((select gate.intakes_destroyed())::uuid[])
);
create policy the_disposer_destroys_intake_circumstances on intake_circumstances for delete to kanaeau_app using (
  intake_id = any((select gate.intakes_destroyed())::uuid[])
);
create policy the_disposer_destroys_intake_answers on intake_answers for delete to kanaeau_app using (
  intake_id = any((select gate.intakes_destroyed())::uuid[])
);
grant delete on intake_versions to kanaeau_app;
create policy the_disposer_destroys_intake_versions on intake_versions for delete to kanaeau_app using (
  intake_id = any((select gate.intakes_destroyed())::uuid[])
);
grant delete on intakes to kanaeau_app;
create policy the_disposer_destroys_intakes on intakes for delete to kanaeau_app using (
  id = any((select gate.intakes_destroyed())::uuid[])
);
create policy the_disposer_forgets_who_came_to_a_window on encounter_parties for update to kanaeau_app using (
  encounter_id = any((select gate.encounters_forgotten())::uuid[]) or party_id = any((select gate.subjects_destroyed('client'))::uuid[])
  or party_id = any((select gate.subjects_destroyed('participant'))::uuid[])
) with check (party_id is null);
create policy the_disposer_forgets_why_it_no_longer_counts on encounter_withdrawals for update to kanaeau_app using (
  encounter_id = any((select gate.encounters_forgotten())::uuid[])
) with check (household_id is null);

-- A person of whom nothing goes on any more: what is left of the record, and at last the name.
create policy the_disposer_destroys_client_answers on client_answers for delete to kanaeau_app using (
  client_id = any((select gate.subjects_destroyed('client'))::uuid[])
);
grant delete on client_answer_versions to kanaeau_app;
create policy the_disposer_destroys_client_answer_versions on client_answer_versions for delete to kanaeau_app using (
  client_id = any((select gate.subjects_destroyed('client'))::uuid[])
);
grant delete on client_versions to kanaeau_app;
create policy the_disposer_destroys_client_versions on client_versions for delete to kanaeau_app using (
  client_id = any((select gate.subjects_destroyed('client'))::uuid[])
);
grant delete on client_contacts to kanaeau_app;
create policy the_disposer_destroys_client_contacts on client_contacts for delete to kanaeau_app using (
  client_id = any((select gate.subjects_destroyed('client'))::uuid[])
);
grant delete on written_contact_endings to kanaeau_app;
create policy the_disposer_destroys_written_contact_endings on written_contact_endings for delete to kanaeau_app using (
  client_id = any((select gate.subjects_destroyed('client'))::uuid[])
);
grant delete on written_contacts to kanaeau_app;
create policy the_disposer_destroys_written_contacts on written_contacts for delete to kanaeau_app using (
  client_id = any((select gate.subjects_destroyed('client'))::uuid[])
);
grant delete on client_link_undoings to kanaeau_app;
create policy the_disposer_destroys_client_link_undoings on client_link_undoings for delete to kanaeau_app using (
  link_id = any((select gate.links_destroyed())::uuid[])
);
grant delete on client_links to kanaeau_app;
create policy the_disposer_destroys_client_links on client_links for delete to kanaeau_app using (
  id = any((select gate.links_destroyed())::uuid[])
);
grant delete on wish_referral_takings to kanaeau_app;
create policy the_disposer_destroys_wish_referral_takings on wish_referral_takings for delete to kanaeau_app using (
  referral_id = any((select gate.referrals_destroyed())::uuid[])
);
grant delete on wish_referrals to kanaeau_app;
create policy the_disposer_destroys_wish_referrals on wish_referrals for delete to kanaeau_app using (
  id = any((select gate.referrals_destroyed())::uuid[])
);
grant delete on conference_subjects to kanaeau_app;
create policy the_disposer_destroys_conference_subjects on conference_subjects for delete to kanaeau_app using (
  item_id = any((select gate.subjects_destroyed('conference'))::uuid[]) or client_id = any((select gate.subjects_destroyed('client'))::uuid[])
);
create policy the_disposer_destroys_disclosure_holdbacks on disclosure_holdbacks for delete to kanaeau_app using (
  about_id = any((select gate.subjects_destroyed('client'))::uuid[]) or about_id = any((select gate.households_destroyed())::uuid[])
);
grant delete on clients to kanaeau_app;
create policy the_disposer_destroys_clients on clients for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('client'))::uuid[])
);
create policy the_disposer_destroys_persons_of_windows on parties for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('client'))::uuid[])
);

create policy gate_finds_what_is_destroyed_of_case_gaps on case_gaps for select to kanaeau_gate using (true);
create policy gate_finds_what_is_destroyed_of_client_links on client_links for select to kanaeau_gate using (true);
create policy gate_finds_what_is_destroyed_of_crossing_facts on crossing_facts for select to kanaeau_gate using (true);
