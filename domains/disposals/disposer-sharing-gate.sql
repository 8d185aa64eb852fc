-- ---- The disposer, of consents, of what was given to others and looked at, of codes and requests, and of conferences.
-- Consents that ended or were taken back; provisions of a person with what was asked back; emergency views once reviewed.
grant delete on consent_withdrawals to kanaeau_app;
create policy the_disposer_destroys_consent_withdrawals on consent_withdrawals for delete to kanaeau_app using (
  consent_id = any((select gate.consents_destroyed())::uuid[])
);
grant delete on consents to kanaeau_app;
create policy the_disposer_destroys_consents on consents for delete to kanaeau_app using (
  id = any((select gate.consents_destroyed())::uuid[])
);
grant delete on provision_copies to kanaeau_app;
create policy the_disposer_destroys_provision_copies on provision_copies for delete to kanaeau_app using (
  provision_id = any((select gate.subjects_destroyed('person_provision'))::uuid[])
);
grant delete on provision_return_notes to kanaeau_app;
create policy the_disposer_destroys_provision_return_notes on provision_return_notes for delete to kanaeau_app using (
  provision_id = any((select gate.subjects_destroyed('person_provision'))::uuid[])
);
grant delete on provision_returns to kanaeau_app;
create policy the_disposer_destroys_provision_returns on provision_returns for delete to kanaeau_app using (
  provision_id = any((select gate.subjects_destroyed('person_provision'))::uuid[])
);
grant delete on person_provision_withdrawals to kanaeau_app;
create policy the_disposer_destroys_person_provision_withdrawals on person_provision_withdrawals for delete to kanaeau_app using (
  provision_id = any((select gate.subjects_destroyed('person_provision'))::uuid[])
);
grant delete on person_provisions to kanaeau_app;
create policy the_disposer_destroys_person_provisions on person_provisions for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('person_provision'))::uuid[])
);
grant delete on emergency_return_notes to kanaeau_app;
create policy the_disposer_destroys_emergency_return_notes on emergency_return_notes for delete to kanaeau_app using (
  view_id = any((select gate.subjects_destroyed('emergency_view'))::uuid[])
);
grant delete on emergency_copies to kanaeau_app;
create policy the_disposer_destroys_emergency_copies on emergency_copies for delete to kanaeau_app using (
  view_id = any((select gate.subjects_destroyed('emergency_view'))::uuid[])
);
grant delete on emergency_tellings to kanaeau_app;
create policy the_disposer_destroys_emergency_tellings on emergency_tellings for delete to kanaeau_app using (
  view_id = any((select gate.subjects_destroyed('emergency_view'))::uuid[])
);
grant delete on emergency_reviews to kanaeau_app;
create policy the_disposer_destroys_emergency_reviews on emergency_reviews for delete to kanaeau_app using (
  view_id = any((select gate.subjects_destroyed('emergency_view'))::uuid[])
);
grant delete on emergency_views to kanaeau_app;
create policy the_disposer_destroys_emergency_views on emergency_views for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('emergency_view'))::uuid[])
);
grant delete on emergency_tries to kanaeau_app;
create policy the_disposer_destroys_emergency_tries on emergency_tries for delete to kanaeau_app using (
  post_id = any((select gate.posts_destroyed())::uuid[])
);

-- 支援措置 that ended, with who kept the address and who looked.
grant delete on protected_views to kanaeau_app;
create policy the_disposer_destroys_protected_views on protected_views for delete to kanaeau_app using (
  id = any((select gate.looks_destroyed())::uuid[])
);
create policy the_disposer_destroys_protection_keepers on protection_keepers for delete to kanaeau_app using (
  protection_id = any((select gate.subjects_destroyed('protection'))::uuid[])
);
grant delete on protection_endings to kanaeau_app;
create policy the_disposer_destroys_protection_endings on protection_endings for delete to kanaeau_app using (
  protection_id = any((select gate.subjects_destroyed('protection'))::uuid[])
);
grant delete on protections to kanaeau_app;
create policy the_disposer_destroys_protections on protections for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('protection'))::uuid[])
);

-- Codes that no longer open, with what was asked and answered; statutory requests that are over.
grant delete on disclosure_answers to kanaeau_app;
create policy the_disposer_destroys_disclosure_answers on disclosure_answers for delete to kanaeau_app using (
  question_id = any((select gate.disclosure_questions_destroyed())::uuid[])
);
grant delete on disclosure_questions to kanaeau_app;
create policy the_disposer_destroys_disclosure_questions on disclosure_questions for delete to kanaeau_app using (
  key_id = any((select gate.subjects_destroyed('disclosure_key'))::uuid[])
);
grant delete on disclosure_releases to kanaeau_app;
create policy the_disposer_destroys_disclosure_releases on disclosure_releases for delete to kanaeau_app using (
  key_id = any((select gate.subjects_destroyed('disclosure_key'))::uuid[])
);
grant delete on disclosure_codes to kanaeau_app;
create policy the_disposer_destroys_disclosure_codes on disclosure_codes for delete to kanaeau_app using (
  key_id = any((select gate.subjects_destroyed('disclosure_key'))::uuid[])
);
grant delete on disclosure_keys to kanaeau_app;
create policy the_disposer_destroys_disclosure_keys on disclosure_keys for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('disclosure_key'))::uuid[])
);
grant delete on disclosure_steps to kanaeau_app;
create policy the_disposer_destroys_disclosure_steps on disclosure_steps for delete to kanaeau_app using (
  request_id = any((select gate.subjects_destroyed('disclosure_request'))::uuid[])
);
grant delete on disclosure_requests to kanaeau_app;
create policy the_disposer_destroys_disclosure_requests on disclosure_requests for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('disclosure_request'))::uuid[])
);

-- An item of a conference whose matter was ended: all its words, seats and confirmations, and its sitting with the last of them.
grant delete on crossing_decisions to kanaeau_app;
create policy the_disposer_destroys_crossing_decisions on crossing_decisions for delete to kanaeau_app using (
  fact_id = any((select gate.facts_destroyed())::uuid[])
);
grant delete on crossing_facts to kanaeau_app;
create policy the_disposer_destroys_crossing_facts on crossing_facts for delete to kanaeau_app using (
  id = any((select gate.facts_destroyed())::uuid[])
);
grant delete on role_lines to kanaeau_app;
create policy the_disposer_destroys_role_lines on role_lines for delete to kanaeau_app using (
  item_id = any((select gate.subjects_destroyed('conference'))::uuid[])
);
grant delete on conference_papers to kanaeau_app;
create policy the_disposer_destroys_conference_papers on conference_papers for delete to kanaeau_app using (
  item_id = any((select gate.subjects_destroyed('conference'))::uuid[])
);
grant delete on secrecy_undertakings to kanaeau_app;
create policy the_disposer_destroys_secrecy_undertakings on secrecy_undertakings for delete to kanaeau_app using (
  item_id = any((select gate.subjects_destroyed('conference'))::uuid[])
);
grant delete on conference_seats to kanaeau_app;
create policy the_disposer_destroys_conference_seats on conference_seats for delete to kanaeau_app using (
  item_id = any((select gate.subjects_destroyed('conference'))::uuid[])
);
grant delete on conference_steps to kanaeau_app;
create policy the_disposer_destroys_conference_steps on conference_steps for delete to kanaeau_app using (
  item_id = any((select gate.subjects_destroyed('conference'))::uuid[])
);
grant delete on conference_items to kanaeau_app;
create policy the_disposer_destroys_conference_items on conference_items for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('conference'))::uuid[])
);
grant delete on conferences to kanaeau_app;
create policy the_disposer_destroys_conferences on conferences for delete to kanaeau_app using (
  id = any((select gate.sittings_destroyed())::uuid[])
);
