-- Projects, their links and what was asked are read by everyone signed in; what a section writes stays between it and the
-- planner until it is confirmed, gathered and fixed. Nothing is overwritten.
grant select, insert on other_plans, projects, project_wordings, project_owners, project_links,
  project_link_endings, project_endings, grading_rules, inquiries, inquiry_fixings, inquiry_publications,
  answer_corrections, inquiry_items, inquiry_item_links, answer_sheets, answer_sheet_takings, answers,
  answer_reviews, reminders, gatherings, gathered_answers, gathered_measures, measure_grades, committee_opinions,
  opinion_replies to kanaeau_app;
create policy everyone_signed_in_reads_other_plans on other_plans for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_other_plans on other_plans for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_projects on projects for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_projects on projects for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_project_wordings on project_wordings for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_project_wordings on project_wordings for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_project_owners on project_owners for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_project_owners on project_owners for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_project_links on project_links for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_project_links on project_links for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_ended_links on project_link_endings for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_ended_links on project_link_endings for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_ended_projects on project_endings for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_ended_projects on project_endings for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_grading_rules on grading_rules for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_grading_rules on grading_rules for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_inquiries on inquiries for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_inquiries on inquiries for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_inquiry_fixings on inquiry_fixings for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_inquiry_fixings on inquiry_fixings for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_inquiry_publications on inquiry_publications for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_inquiry_publications on inquiry_publications for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_answer_corrections on answer_corrections for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_answer_corrections on answer_corrections for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_and_committee_read_what_is_asked on inquiry_items for select to kanaeau_app using (
  (select gate.actor_role()) in ('planner', 'evaluator', 'operator')
);
create policy owners_read_what_is_asked on inquiry_items for select to kanaeau_app using (
  (select gate.actor_role()) = 'section_worker' and body_id = (select gate.actor_body())
);
create policy everyone_reads_what_is_asked_once_fixed on inquiry_items for select to kanaeau_app using (
  inquiry_id = any((select gate.inquiries_fixed())::uuid[])
);
create policy planners_write_what_is_asked on inquiry_items for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_and_committee_read_what_an_item_belongs_to on inquiry_item_links for select to kanaeau_app using (
  (select gate.actor_role()) in ('planner', 'evaluator', 'operator')
);
create policy owners_read_what_an_item_belongs_to on inquiry_item_links for select to kanaeau_app using (
  (select gate.actor_role()) = 'section_worker' and body_id = (select gate.actor_body())
);
create policy everyone_reads_what_an_item_belongs_to_once_fixed on inquiry_item_links for select to kanaeau_app using (
  inquiry_id = any((select gate.inquiries_fixed())::uuid[])
);
create policy planners_write_what_an_item_belongs_to on inquiry_item_links for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_read_answers on answers for select to kanaeau_app using (
  (select gate.actor_role()) = 'planner'
);
create policy owners_read_their_answers on answers for select to kanaeau_app using (
  (select gate.actor_role()) = 'section_worker' and body_id = (select gate.actor_body())
);
create policy planners_write_answers on answers for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_read_reviews on answer_reviews for select to kanaeau_app using (
  (select gate.actor_role()) = 'planner'
);
create policy owners_read_their_reviews on answer_reviews for select to kanaeau_app using (
  (select gate.actor_role()) = 'section_worker' and body_id = (select gate.actor_body())
);
create policy planners_write_reviews on answer_reviews for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_read_reminders on reminders for select to kanaeau_app using (
  (select gate.actor_role()) = 'planner'
);
create policy owners_read_their_reminders on reminders for select to kanaeau_app using (
  (select gate.actor_role()) = 'section_worker' and body_id = (select gate.actor_body())
);
create policy planners_write_reminders on reminders for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy owners_answer on answers for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'section_worker' and body_id = (select gate.actor_body())
);
create policy planners_read_sheets on answer_sheets for select to kanaeau_app using (
  (select gate.actor_role()) = 'planner'
);
create policy planners_write_sheets on answer_sheets for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_read_sheet_takings on answer_sheet_takings for select to kanaeau_app using (
  (select gate.actor_role()) = 'planner'
);
create policy planners_write_sheet_takings on answer_sheet_takings for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_read_measure_grades on measure_grades for select to kanaeau_app using (
  (select gate.actor_role()) = 'planner'
);
create policy planners_write_measure_grades on measure_grades for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_and_committee_read_gatherings on gatherings for select to kanaeau_app using (
  (select gate.actor_role()) in ('planner', 'evaluator', 'operator')
);
create policy everyone_reads_gatherings_once_fixed on gatherings for select to kanaeau_app using (
  id = any((select gate.gatherings_fixed())::uuid[])
);
create policy planners_write_gatherings on gatherings for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_and_committee_read_gathered_answers on gathered_answers for select to kanaeau_app using (
  (select gate.actor_role()) in ('planner', 'evaluator', 'operator')
);
create policy everyone_reads_gathered_answers_once_fixed on gathered_answers for select to kanaeau_app using (
  gathering_id = any((select gate.gatherings_fixed())::uuid[])
);
create policy planners_write_gathered_answers on gathered_answers for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_and_committee_read_gathered_measures on gathered_measures for select to kanaeau_app using (
  (select gate.actor_role()) in ('planner', 'evaluator', 'operator')
);
create policy everyone_reads_gathered_measures_once_fixed on gathered_measures for select to kanaeau_app using (
  gathering_id = any((select gate.gatherings_fixed())::uuid[])
);
create policy planners_write_gathered_measures on gathered_measures for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_and_committee_read_opinions on committee_opinions for select to kanaeau_app using (
  (select gate.actor_role()) in ('planner', 'evaluator', 'operator')
);
create policy everyone_reads_opinions_once_fixed on committee_opinions for select to kanaeau_app using (
  inquiry_id = any((select gate.inquiries_fixed())::uuid[])
);
create policy planners_write_opinions on committee_opinions for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_and_committee_read_replies on opinion_replies for select to kanaeau_app using (
  (select gate.actor_role()) in ('planner', 'evaluator', 'operator')
);
create policy everyone_reads_replies_once_fixed on opinion_replies for select to kanaeau_app using (
  inquiry_id = any((select gate.inquiries_fixed())::uuid[])
);
create policy planners_write_replies on opinion_replies for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy gate_finds_inquiry_fixings on inquiry_fixings for select to kanaeau_gate using (true);
