-- The plan is a public document in the making: everyone signed in reads it, planners write it. Nothing is overwritten.
grant select, insert on plans, plan_owners, challenges, measure_groups, measures, measure_wordings, plan_links,
  survey_waves, indicators, indicator_definitions, indicator_targets, indicator_values, evaluations, figure_snapshots,
  plan_rewordings, smallest_shown to kanaeau_app;
create policy everyone_signed_in_reads_plans on plans for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_plans on plans for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_owners on plan_owners for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_owners on plan_owners for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_challenges on challenges for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_challenges on challenges for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_groups on measure_groups for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_groups on measure_groups for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_measures on measures for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_measures on measures for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_wordings on measure_wordings for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_wordings on measure_wordings for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_links on plan_links for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_links on plan_links for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_survey_waves on survey_waves for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_survey_waves on survey_waves for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_indicators on indicators for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_indicators on indicators for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_definitions on indicator_definitions for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_definitions on indicator_definitions for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_targets on indicator_targets for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_targets on indicator_targets for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_values on indicator_values for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_values on indicator_values for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_evaluations on evaluations for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_evaluations on evaluations for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
-- The cells are the planners'. Groups and officers reckon their districts' from what they may count themselves.
create policy planners_read_fixed_figures on figure_snapshots for select to kanaeau_app using (
  (select gate.actor_role()) in ('planner', 'operator')
);
create policy everyone_signed_in_reads_fixed_totals on figure_snapshots for select to kanaeau_app using (
  (select gate.actor_account()) is not null and month is null
);
create policy planners_write_fixed_figures on figure_snapshots for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_rewordings on plan_rewordings for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_write_rewordings on plan_rewordings for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy everyone_signed_in_reads_the_smallest_shown on smallest_shown for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_and_administrators_set_the_smallest_shown on smallest_shown for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('planner', 'administrator')
);
