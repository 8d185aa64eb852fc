grant select, insert on household_assignments to kanaeau_app;
grant update (ends_on) on household_assignments to kanaeau_app;
create policy visitors_see_their_own_assignments on household_assignments for select to kanaeau_app using (
  (select gate.actor_role()) in ('visitor', 'commissioner')
  and post_id = any((select gate.posts_of_actor())::uuid[])
);
-- In coalesce for the same reason as for households: the queries say which index leads.
create policy gatherers_and_officers_see_assignments on household_assignments for select to kanaeau_app using (
  coalesce(district_id = any((select gate.districts_gathered())::uuid[])
    and holder_id = any((select gate.holders_of_actor('household'))::uuid[]), false)
);
create policy gatherers_and_officers_assign on household_assignments for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy gatherers_and_officers_end_assignments on household_assignments for update to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy an_ending_post_ends_its_assignments on household_assignments for update to kanaeau_app using (
  (select gate.actor_role()) = 'administrator' and post_id = (select gate.setting('app.ending_post'))::uuid
);
create policy an_ending_post_is_found on household_assignments for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator' and post_id = (select gate.setting('app.ending_post'))::uuid
);
create policy a_successor_takes_over_the_round on household_assignments for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator' and post_id = (select gate.setting('app.succeeding_post'))::uuid
);
create policy gate_follows_assignments on household_assignments for select to kanaeau_gate using (true);

grant select, insert on household_assignment_endings to kanaeau_app;
create policy gatherers_and_officers_know_why_an_assignment_ended on household_assignment_endings for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy gatherers_and_officers_write_why_an_assignment_ended on household_assignment_endings for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy an_ending_post_says_so on household_assignment_endings for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator' and why in ('post_ended', 'succeeded')
  and (select gate.setting('app.ending_post')) is not null
);

create policy an_ending_post_knows_what_ended_with_it on household_assignment_endings for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator' and why in ('post_ended', 'succeeded')
  and (select gate.setting('app.ending_post')) is not null
);

grant select, insert on visits to kanaeau_app;
grant update (visited_on, visited_at, minutes, channel, contact, condition, next_step, note, version) on visits to kanaeau_app;
-- A household of another body, such as a commissioner looks in on, opens its visits only where those are provided too.
create policy visitors_see_visits_to_their_households on visits for select to kanaeau_app using (
  household_id = any((select gate.households_of_actor())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy everyone_sees_their_own_visits on visits for select to kanaeau_app using (
  post_id = (select gate.actor_post()) and visited_on >= (select gate.own_entries_from())
);
create policy gatherers_and_officers_see_visits on visits for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy visitors_record_visits_to_their_households on visits for insert to kanaeau_app with check (
  gate.actor_role() in ('visitor', 'commissioner')
  and post_id = gate.actor_post()
  and household_id = any((select gate.households_of_actor())::uuid[])
);
create policy posts_that_ended_finish_their_last_month on visits for insert to kanaeau_app with check (
  gate.actor_role() = 'finishing'
  and post_id = gate.actor_post() and visited_on >= gate.own_entries_from()
  and household_id = any((select gate.households_while_finishing())::uuid[])
);
create policy gatherers_and_officers_record_visits on visits for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy everyone_corrects_their_own_visits on visits for update to kanaeau_app using (
  post_id = (select gate.actor_post()) and visited_on >= (select gate.own_entries_from())
);
create policy gatherers_and_officers_correct_visits on visits for update to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy gate_follows_visits on visits for select to kanaeau_gate using (true);

grant select, insert on visit_companions to kanaeau_app;
create policy everyone_sees_who_came_along on visit_companions for select to kanaeau_app using (
  recorder_post_id = (select gate.actor_post())
  or (district_id = any((select gate.districts_gathered())::uuid[])
    and holder_id = any((select gate.holders_of_actor('visit'))::uuid[]))
);
create policy recorders_name_who_came_along on visit_companions for insert to kanaeau_app with check (
  recorder_post_id = (select gate.actor_post())
  or (district_id = any((select gate.districts_gathered())::uuid[])
    and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[]))
);

grant select, insert on visit_versions to kanaeau_app;
create policy whoever_may_correct_reads_what_was on visit_versions for select to kanaeau_app using (
  post_id = (select gate.actor_post())
  or (district_id = any((select gate.districts_gathered())::uuid[])
    and holder_id = any((select gate.holders_of_actor('visit'))::uuid[]))
);
create policy whoever_may_correct_keeps_what_was on visit_versions for insert to kanaeau_app with check (
  post_id = (select gate.actor_post())
  or (district_id = any((select gate.districts_gathered())::uuid[])
    and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[]))
);

-- Tally sheets hold no name of anyone visited.
grant select, insert on tally_sheets, tally_sheet_counts, tally_sheet_scans to kanaeau_app;
create policy planners_read_sheets on tally_sheets for select to kanaeau_app using (
  (select gate.counts_the_town())
);
create policy gatherers_and_officers_read_sheets on tally_sheets for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_hand_in_sheets on tally_sheets for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy planners_read_sheet_counts on tally_sheet_counts for select to kanaeau_app using (
  (select gate.counts_the_town())
);
create policy gatherers_and_officers_read_sheet_counts on tally_sheet_counts for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_hand_in_sheet_counts on tally_sheet_counts for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_see_the_scan on tally_sheet_scans for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_hand_in_the_scan on tally_sheet_scans for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);

-- Answers to the town's own items: the gate of the visit they belong to.
grant select, insert, delete on visit_answers to kanaeau_app;
grant update (option_id, number, day, words, visited_on) on visit_answers to kanaeau_app;
create policy visitors_see_answers_at_their_households on visit_answers for select to kanaeau_app using (
  household_id = any((select gate.households_of_actor())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy everyone_sees_answers_of_their_own_visits on visit_answers for select to kanaeau_app using (
  post_id = (select gate.actor_post()) and visited_on >= (select gate.own_entries_from())
);
create policy gatherers_and_officers_see_answers_of_visits on visit_answers for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy everyone_answers_for_their_own_visits on visit_answers for insert to kanaeau_app with check (
  post_id = (select gate.actor_post()) and visited_on >= (select gate.own_entries_from())
);
create policy gatherers_and_officers_answer_for_visits on visit_answers for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy everyone_corrects_answers_of_their_own_visits on visit_answers for update to kanaeau_app using (
  post_id = (select gate.actor_post()) and visited_on >= (select gate.own_entries_from())
);
create policy gatherers_and_officers_correct_answers_of_visits on visit_answers for update to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy everyone_takes_back_answers_of_their_own_visits on visit_answers for delete to kanaeau_app using (
  post_id = (select gate.actor_post()) and visited_on >= (select gate.own_entries_from())
);
create policy gatherers_and_officers_take_back_answers_of_visits on visit_answers for delete to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);

-- Photographs: the gate of the visit they belong to.
grant select, insert, delete on visit_photos to kanaeau_app;
create policy visitors_see_photographs_at_their_households on visit_photos for select to kanaeau_app using (
  household_id = any((select gate.households_of_actor())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy everyone_sees_photographs_of_their_own_visits on visit_photos for select to kanaeau_app using (
  post_id = (select gate.actor_post()) and visited_on >= (select gate.own_entries_from())
);
create policy gatherers_and_officers_see_photographs_of_visits on visit_photos for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy everyone_keeps_a_photograph_of_their_own_visits on visit_photos for insert to kanaeau_app with check (
  post_id = (select gate.actor_post()) and visited_on >= (select gate.own_entries_from())
);
create policy gatherers_and_officers_keep_photographs_of_visits on visit_photos for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy everyone_takes_out_photographs_of_their_own_visits on visit_photos for delete to kanaeau_app using (
  post_id = (select gate.actor_post()) and visited_on >= (select gate.own_entries_from())
);
create policy gatherers_and_officers_take_out_photographs_of_visits on visit_photos for delete to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);

grant select, insert on tally_sheet_answers to kanaeau_app;
create policy planners_read_answers_of_sheets on tally_sheet_answers for select to kanaeau_app using (
  (select gate.counts_the_town())
);
create policy gatherers_and_officers_read_answers_of_sheets on tally_sheet_answers for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_answer_for_sheets on tally_sheet_answers for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);

grant select, insert on handovers, handover_items, handover_receipts to kanaeau_app;
create policy who_leaves_reads_the_own_handover on handovers for select to kanaeau_app using (
  post_id = (select gate.actor_post())
);
create policy who_follows_reads_the_handover on handovers for select to kanaeau_app using (
  successor_id = (select gate.actor_post())
);
create policy gatherers_and_officers_read_handovers on handovers for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy who_leaves_hands_over on handovers for insert to kanaeau_app with check (
  post_id = (select gate.actor_post())
);
create policy gatherers_and_officers_write_handovers_for_others on handovers for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy who_leaves_reads_the_own_list on handover_items for select to kanaeau_app using (
  post_id = (select gate.actor_post())
);
-- Of a household only from the day on which it is on the own round, and as visits are.
create policy who_follows_reads_what_is_about_the_own_round on handover_items for select to kanaeau_app using (
  successor_id = (select gate.actor_post())
  and (household_id is null or (household_id = any((select gate.households_of_actor())::uuid[])
    and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])))
);
create policy gatherers_and_officers_read_the_list on handover_items for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy who_leaves_writes_the_list on handover_items for insert to kanaeau_app with check (
  post_id = (select gate.actor_post())
);
create policy gatherers_and_officers_write_the_list on handover_items for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy who_leaves_and_who_follows_see_the_receipt on handover_receipts for select to kanaeau_app using (
  post_id = (select gate.actor_post()) or successor_id = (select gate.actor_post())
);
create policy gatherers_and_officers_see_receipts on handover_receipts for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy who_follows_receives on handover_receipts for insert to kanaeau_app with check (
  successor_id = (select gate.actor_post())
);
create policy gatherers_and_officers_receive_for_others on handover_receipts for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy gate_counts_sheets on tally_sheets for select to kanaeau_gate using (true);
