-- 緊急閲覧: who opened sees it; whoever answers for the holder's records reviews it.
grant select, insert on emergency_views to kanaeau_app;
create policy posts_see_what_they_opened_in_an_emergency on emergency_views for select to kanaeau_app using (
  post_id = (select gate.actor_post())
);
create policy records_officers_see_what_was_opened_in_an_emergency on emergency_views for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy staff_opens_in_an_emergency on emergency_views for insert to kanaeau_app with check (
  gate.actor_role() in ('intake_worker', 'case_coordinator', 'convener', 'council_officer')
  and post_id = gate.actor_post() and body_id = gate.actor_body()
);
grant select, insert on emergency_tries, emergency_reviews to kanaeau_app;
create policy posts_see_their_own_tries on emergency_tries for select to kanaeau_app using (
  post_id = (select gate.actor_post())
);
create policy staff_tries_under_its_own_post on emergency_tries for insert to kanaeau_app with check (
  gate.actor_role() in ('intake_worker', 'case_coordinator', 'convener', 'council_officer') and post_id = gate.actor_post()
);
create policy gate_counts_tries on emergency_tries for select to kanaeau_gate using (true);
create policy posts_see_what_was_said_of_their_emergencies on emergency_reviews for select to kanaeau_app using (
  post_id = (select gate.actor_post())
);
create policy records_officers_see_the_reviews_of_their_body on emergency_reviews for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy records_officers_review_emergencies on emergency_reviews for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy gate_weighs_reviews on emergency_reviews for select to kanaeau_gate using (true);
-- 本人への知らせ: whoever answers for the records tells, or weighs when to; nobody else learns of it before the person does.
grant select, insert on emergency_tellings, emergency_copies, emergency_return_notes to kanaeau_app;
create policy records_officers_see_whether_a_person_was_told on emergency_tellings for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy records_officers_write_that_a_person_was_told on emergency_tellings for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy gate_knows_who_was_told on emergency_tellings for select to kanaeau_gate using (true);
-- 返却: what left during a view that was not justified; who opened it says what became of it.
create policy records_officers_see_what_left_in_an_emergency on emergency_copies for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy posts_see_what_they_took_in_an_emergency on emergency_copies for select to kanaeau_app using (
  post_id = (select gate.actor_post())
);
create policy records_officers_ask_back_what_left_in_an_emergency on emergency_copies for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy records_officers_see_what_became_of_it on emergency_return_notes for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy posts_see_what_they_said_became_of_it on emergency_return_notes for select to kanaeau_app using (
  post_id = (select gate.actor_post())
);
create policy posts_say_what_became_of_what_they_took on emergency_return_notes for insert to kanaeau_app with check (
  post_id = (select gate.actor_post())
);
create policy gate_weighs_emergencies on emergency_views for select to kanaeau_gate using (true);
