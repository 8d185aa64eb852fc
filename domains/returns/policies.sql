-- Counts are the planner's of the whole town, and a window's its own. What was sent stays as it was sent.
grant select, insert on return_definitions, submitted_returns, return_corrections to kanaeau_app;
create policy windows_and_planners_read_what_is_counted on return_definitions for select to kanaeau_app using (
  (select gate.actor_role()) in ('intake_worker', 'case_coordinator', 'planner')
);
create policy planners_write_what_is_counted on return_definitions for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_read_what_was_sent on submitted_returns for select to kanaeau_app using (
  (select gate.actor_role()) = 'planner'
);
create policy windows_read_what_they_sent on submitted_returns for select to kanaeau_app using (
  body_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy planners_send_for_the_town on submitted_returns for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner' and body_id is null
);
create policy windows_send_their_own on submitted_returns for insert to kanaeau_app with check (
  body_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy planners_read_what_was_put_right on return_corrections for select to kanaeau_app using (
  (select gate.actor_role()) = 'planner'
);
create policy windows_read_what_they_put_right on return_corrections for select to kanaeau_app using (
  body_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy planners_put_right_what_the_town_sent on return_corrections for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner' and body_id is null
);
create policy windows_put_right_what_they_sent on return_corrections for insert to kanaeau_app with check (
  body_id = any((select gate.bodies_worked_for())::uuid[])
);

-- The gate counts what a return is made of (gate.sql).
create policy gate_counts_intakes on intakes for select to kanaeau_gate using (true);
create policy gate_counts_worries on intake_worries for select to kanaeau_gate using (true);
create policy gate_counts_notes on case_notes for select to kanaeau_gate using (true);
create policy gate_counts_cases on cases for select to kanaeau_gate using (true);
create policy gate_counts_plans on support_plans for select to kanaeau_gate using (true);
create policy gate_counts_what_became_of_plans on plan_acts for select to kanaeau_gate using (true);
create policy gate_counts_decisions on support_decisions for select to kanaeau_gate using (true);
create policy gate_counts_endings on plan_closings for select to kanaeau_gate using (true);
create policy gate_counts_first_words on encounters for select to kanaeau_gate using (kind in ('intake', 'contact'));
create policy gate_knows_which_first_words_no_longer_count on encounter_withdrawals for select to kanaeau_gate using (true);
create policy gate_counts_items_of_conferences on conference_items for select to kanaeau_gate using (held_on is not null);
create policy gate_knows_kinds_of_conferences on conference_kinds for select to kanaeau_gate using (true);
