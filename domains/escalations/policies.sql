-- A 知らせ has the gate of the visits of its household.
grant select, insert on escalations, escalation_steps, escalation_words to kanaeau_app;
create policy visitors_see_what_was_raised_at_their_households on escalations for select to kanaeau_app using (
  household_id = any((select gate.households_of_actor())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy everyone_sees_what_they_raised on escalations for select to kanaeau_app using (
  post_id = (select gate.actor_post()) and raised_at >= (select gate.own_entries_from())
);
create policy gatherers_and_officers_see_what_was_raised on escalations for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy visitors_raise_for_their_households on escalations for insert to kanaeau_app with check (
  gate.actor_role() in ('visitor', 'commissioner')
  and post_id = gate.actor_post()
  and household_id = any((select gate.households_of_actor())::uuid[])
);
create policy posts_that_ended_raise_with_their_last_visits on escalations for insert to kanaeau_app with check (
  gate.actor_role() = 'finishing'
  and post_id = gate.actor_post()
  and household_id = any((select gate.households_while_finishing())::uuid[])
);
-- Whoever corrects an own visit may no longer look in there; it is told all the same.
create policy everyone_raises_with_their_own_visits on escalations for insert to kanaeau_app with check (
  post_id = gate.actor_post() and visit_id is not null
);
create policy gatherers_and_officers_raise on escalations for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy the_watcher_raises_who_was_long_not_met on escalations for insert to kanaeau_app with check (
  gate.actor_role() = 'system_watcher' and level = 'unmet' and visit_id is null
);
-- A worry that a phone brought and that is no visit yet is told of all the same.
create policy the_courier_raises_what_cannot_wait on escalations for insert to kanaeau_app with check (
  gate.actor_role() = 'system_courier' and level in ('alarm', 'concern') and visit_id is not null
);
create policy gate_follows_escalations on escalations for select to kanaeau_gate using (true);

create policy visitors_see_what_was_done_at_their_households on escalation_steps for select to kanaeau_app using (
  household_id = any((select gate.households_of_actor())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy everyone_sees_what_was_done_about_what_they_raised on escalation_steps for select to kanaeau_app using (
  post_id = (select gate.actor_post()) and stepped_at >= (select gate.own_entries_from())
);
create policy gatherers_and_officers_see_what_was_done on escalation_steps for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_do_something_about_it on escalation_steps for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gate_follows_escalation_steps on escalation_steps for select to kanaeau_gate using (true);

create policy gatherers_and_officers_read_the_words on escalation_words for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_write_the_words on escalation_words for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);

grant select, insert on office_hours, closed_days to kanaeau_app;
create policy everyone_signed_in_knows_the_office_hours on office_hours for select to kanaeau_app using (
  (select gate.actor_account()) is not null or (select gate.actor_role()) in ('system_watcher', 'system_courier')
);
create policy administrators_set_the_office_hours on office_hours for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);
create policy everyone_signed_in_knows_the_days_off on closed_days for select to kanaeau_app using (
  (select gate.actor_account()) is not null or (select gate.actor_role()) in ('system_watcher', 'system_courier')
);
create policy administrators_set_the_days_off on closed_days for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);

grant select, insert on duties to kanaeau_app;
grant update (ends_on, ended_by) on duties to kanaeau_app;
create policy whoever_visits_knows_whom_to_call on duties for select to kanaeau_app using (
  (select gate.actor_post()) is not null
  and (district_id is null or district_id = any((select gate.districts_of_post())::uuid[]))
);
create policy officers_and_administrators_read_the_roster on duties for select to kanaeau_app using (
  (select gate.actor_role()) in ('council_officer', 'administrator')
);
create policy officers_and_administrators_write_the_roster on duties for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('council_officer', 'administrator')
);
create policy officers_and_administrators_end_a_duty on duties for update to kanaeau_app using (
  (select gate.actor_role()) in ('council_officer', 'administrator')
);
grant delete on duties to kanaeau_app;
create policy the_sweeper_finds_duties_long_over on duties for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and ends_on < (select gate.today()) - 365
);
create policy the_sweeper_forgets_duties_long_over on duties for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and ends_on < (select gate.today()) - 365
);
create policy gate_follows_duties on duties for select to kanaeau_gate using (true);

grant select, insert on unmet_rules to kanaeau_app;
create policy whoever_visits_knows_the_rules on unmet_rules for select to kanaeau_app using (
  (select gate.actor_role()) in ('visitor', 'commissioner', 'gatherer', 'council_officer', 'administrator', 'finishing')
);
create policy officers_and_administrators_set_the_rules on unmet_rules for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('council_officer', 'administrator')
);
create policy gate_follows_unmet_rules on unmet_rules for select to kanaeau_gate using (true);

grant select, insert on unmet_switches to kanaeau_app;
create policy visitors_see_where_it_is_switched_off on unmet_switches for select to kanaeau_app using (
  household_id = any((select gate.households_of_actor())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_see_where_it_is_switched_off on unmet_switches for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy visitors_switch_it_at_their_households on unmet_switches for insert to kanaeau_app with check (
  gate.actor_role() in ('visitor', 'commissioner') and post_id = gate.actor_post()
  and household_id = any((select gate.households_of_actor())::uuid[])
);
create policy gatherers_and_officers_switch_it on unmet_switches for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gate_follows_unmet_switches on unmet_switches for select to kanaeau_gate using (true);
