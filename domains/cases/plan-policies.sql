-- A plan is one person's: its holder's own who work with persons, and whoever is given that person's facet *plan*.
grant select, insert on support_plans, support_plan_versions, plan_goals, plan_steps, plan_services, plan_acts, plan_findings, plan_reviews, plan_closings, goal_attainments, support_decisions,
  copy_orders to kanaeau_app;
grant update (kind, trouble, starts_on, ends_on, next_review_on, agreed_way, agreed_on, version) on support_plans to kanaeau_app;
grant delete on plan_goals, plan_steps, plan_services to kanaeau_app;
create policy windows_see_their_plans on support_plans for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_plans_they_are_given on support_plans for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('plan'))::uuid[])
);
create policy windows_write_plans on support_plans for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_rewrite_their_plans on support_plans for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_what_their_plans_said on support_plan_versions for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_what_plans_they_are_given_said on support_plan_versions for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('plan'))::uuid[])
);
create policy windows_write_what_plans_said on support_plan_versions for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_the_goals_of_their_people on plan_goals for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_goals_they_are_given on plan_goals for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('plan'))::uuid[])
);
create policy windows_write_goals on plan_goals for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_rewrite_goals on plan_goals for delete to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_what_their_plans_want_done on plan_steps for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_what_plans_they_are_given_want_done on plan_steps for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('plan'))::uuid[])
);
create policy windows_write_what_is_to_be_done on plan_steps for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_rewrite_what_is_to_be_done on plan_steps for delete to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_which_services_their_plans_use on plan_services for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_which_services_plans_they_are_given_use on plan_services for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('plan'))::uuid[])
);
create policy windows_write_which_services_are_used on plan_services for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_rewrite_which_services_are_used on plan_services for delete to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_what_became_of_their_plans on plan_acts for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_what_became_of_plans_they_are_given on plan_acts for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('plan'))::uuid[])
);
create policy windows_write_what_becomes_of_their_plans on plan_acts for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_what_conferences_found_of_their_plans on plan_findings for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_what_conferences_found_of_plans_they_are_given on plan_findings for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('plan'))::uuid[])
);
create policy windows_write_what_conferences_found on plan_findings for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_reviews_of_their_plans on plan_reviews for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_reviews_of_plans_they_are_given on plan_reviews for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('plan'))::uuid[])
);
create policy windows_write_reviews on plan_reviews for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_how_their_plans_ended on plan_closings for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_how_plans_they_are_given_ended on plan_closings for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('plan'))::uuid[])
);
create policy windows_write_how_plans_ended on plan_closings for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_which_goals_their_people_reached on goal_attainments for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_which_goals_were_reached_of_plans_they_are_given on goal_attainments for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('plan'))::uuid[])
);
create policy windows_write_which_goals_were_reached on goal_attainments for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

-- 支援決定 is the city's own act: on what its section is given, by its convener alone.
create policy conveners_decide_on_what_is_given on support_decisions for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'convener' and holder_id = (select gate.actor_body())
    and client_id = any((select gate.people_of_actor('plan'))::uuid[])
);
create policy conveners_see_what_their_section_decided on support_decisions for select to kanaeau_app using (
  (select gate.actor_role()) = 'convener' and holder_id = (select gate.actor_body())
);
create policy windows_see_what_was_decided_on_their_plans on support_decisions for select to kanaeau_app using (
  plan_holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_what_was_decided_on_plans_they_are_given on support_decisions for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('plan'))::uuid[])
);

create policy windows_and_planners_read_the_order_of_the_copy_sheet on copy_orders for select to kanaeau_app using (
  (select gate.actor_role()) in ('intake_worker', 'case_coordinator', 'planner')
);
create policy planners_write_the_order_of_the_copy_sheet on copy_orders for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
