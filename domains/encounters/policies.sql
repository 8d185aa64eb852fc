-- An encounter holds no name. Planners count them all; groups and officers see their districts'; everyone their own.
-- First words at a window stay with the window that took them, and are counted by planners.
grant select, insert on encounters to kanaeau_app;
grant update (kind, occurred_on, channel, contact, late_reason, district_id) on encounters to kanaeau_app;
create policy planners_see_what_is_counted on encounters for select to kanaeau_app using (
  (select gate.counts_the_town())
);
create policy gatherers_and_officers_see_their_districts on encounters for select to kanaeau_app using (
  kind not in ('intake', 'contact', 'joining', 'place_support', 'attendance', 'food_handover', 'meeting')
  and district_id = any((select gate.districts_counted())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy everyone_sees_their_own on encounters for select to kanaeau_app using (
  post_id = (select gate.actor_post()) and occurred_on >= (select gate.own_entries_from())
);
create policy windows_see_their_intakes on encounters for select to kanaeau_app using (
  kind = 'intake' and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
-- What is inserted is few rows: who acts is asked in place, without a sub-select to set up for each question.
create policy posts_record_their_own on encounters for insert to kanaeau_app with check (
  post_id = gate.actor_post() and kind not in ('intake', 'contact', 'joining', 'place_support', 'attendance', 'food_handover', 'meeting') and occurred_on >= gate.own_entries_from()
  and district_id = any((select gate.districts_counted_for_post())::uuid[])
);
create policy windows_record_their_intakes on encounters for insert to kanaeau_app with check (
  kind = 'intake' and post_id = gate.actor_post()
  and holder_id = any((select gate.bodies_worked_for())::uuid[])
  and (district_id is null or district_id = any((select gate.districts_of_actor())::uuid[]))
);
-- An item of a conference is counted without words, and without a district.
create policy callers_record_that_an_item_was_held on encounters for insert to kanaeau_app with check (
  gate.actor_role() in ('convener', 'case_coordinator', 'intake_worker') and kind = 'conference' and post_id = gate.actor_post()
  and holder_id = gate.actor_body() and district_id is null
);
-- A wish that came true, in a district or in none.
create policy coordinators_see_that_a_wish_came_true on encounters for select to kanaeau_app using (
  kind = 'fulfilment' and holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_record_what_came_true on encounters for insert to kanaeau_app with check (
  kind = 'fulfilment' and post_id = gate.actor_post() and holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy gatherers_and_officers_record_for_others on encounters for insert to kanaeau_app with check (
  kind not in ('intake', 'contact', 'joining', 'place_support', 'attendance', 'food_handover', 'meeting')
  and district_id = any((select gate.districts_counted())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy posts_correct_their_own on encounters for update to kanaeau_app using (
  post_id = (select gate.actor_post()) and occurred_on >= (select gate.own_entries_from())
);
create policy gatherers_and_officers_correct on encounters for update to kanaeau_app using (
  kind not in ('intake', 'contact', 'joining', 'place_support', 'attendance', 'food_handover', 'meeting')
  and district_id = any((select gate.districts_counted())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy windows_correct_their_intakes on encounters for update to kanaeau_app using (
  kind = 'intake' and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_the_contacts_they_had on encounters for select to kanaeau_app using (
  kind = 'contact' and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_record_the_contacts_they_had on encounters for insert to kanaeau_app with check (
  kind = 'contact' and post_id = gate.actor_post() and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_correct_the_contacts_they_had on encounters for update to kanaeau_app using (
  kind = 'contact' and holder_id = any((select gate.bodies_worked_for())::uuid[])
);

-- 参加支援 and what was done with the places: of the body that did it.
create policy windows_and_coordinators_see_the_ways_they_went on encounters for select to kanaeau_app using (
  kind in ('joining', 'place_support') and holder_id = any((select gate.bodies_keeping_places())::uuid[])
);
create policy windows_record_the_ways_they_went on encounters for insert to kanaeau_app with check (
  kind = 'joining' and post_id = gate.actor_post() and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_and_coordinators_record_what_they_did_with_places on encounters for insert to kanaeau_app with check (
  kind = 'place_support' and post_id = gate.actor_post() and holder_id = any((select gate.bodies_keeping_places())::uuid[])
);

-- Who came to a place: of who keeps the place, nobody named.
create policy who_keeps_a_place_sees_how_many_came on encounters for select to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[])
);
create policy who_keeps_a_place_records_who_came on encounters for insert to kanaeau_app with check (
  kind in ('attendance', 'food_handover') and post_id = gate.actor_post() and place_id = any((select gate.places_kept())::uuid[])
);

-- That a district's table met (支え合い推進会議): of who goes to it.
create policy who_goes_to_a_table_sees_that_it_met on encounters for select to kanaeau_app using (
  kind = 'meeting' and district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy who_goes_to_a_table_records_that_it_met on encounters for insert to kanaeau_app with check (
  kind = 'meeting' and post_id = gate.actor_post() and district_id = any((select gate.districts_of_boards())::uuid[])
);

grant select, insert on encounter_parties to kanaeau_app;
create policy visitors_see_who_took_part_at_their_households on encounter_parties for select to kanaeau_app using (
  (select gate.actor_role()) in ('visitor', 'commissioner')
  and household_id = any((select gate.households_of_actor())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_see_who_took_part on encounter_parties for select to kanaeau_app using (
  district_id = any((select gate.districts_counted())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy posts_record_who_took_part on encounter_parties for insert to kanaeau_app with check (
  post_id = gate.actor_post()
  or (district_id = any((select gate.districts_counted())::uuid[])
    and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[]))
);

grant select, insert on encounter_withdrawals to kanaeau_app;
create policy planners_see_what_no_longer_counts on encounter_withdrawals for select to kanaeau_app using (
  (select gate.counts_the_town())
);
create policy everyone_sees_their_own_withdrawals on encounter_withdrawals for select to kanaeau_app using (
  post_id = (select gate.actor_post())
);
create policy visitors_see_withdrawals_at_their_households on encounter_withdrawals for select to kanaeau_app using (
  (select gate.actor_role()) in ('visitor', 'commissioner')
  and household_id = any((select gate.households_of_actor())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_see_withdrawals on encounter_withdrawals for select to kanaeau_app using (
  district_id = any((select gate.districts_counted())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy windows_see_withdrawn_intakes on encounter_withdrawals for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy posts_withdraw_their_own on encounter_withdrawals for insert to kanaeau_app with check (
  post_id = (select gate.actor_post())
  or (district_id = any((select gate.districts_counted())::uuid[])
    and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[]))
);
create policy windows_withdraw_their_intakes on encounter_withdrawals for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_withdrawn_contacts on encounter_withdrawals for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_withdraw_contacts on encounter_withdrawals for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy coordinators_take_what_came_true_out_of_the_count on encounter_withdrawals for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

create policy who_keeps_a_place_takes_back_who_came on encounter_withdrawals for insert to kanaeau_app with check (
  gate.actor_role() in ('place_host', 'community_coordinator')
  and (district_id is null or district_id = any((select gate.districts_of_actor())::uuid[]))
);

-- Counts: whoever records adds to them; those whose work they are read them; the compactor folds them.
grant select, insert, delete on encounter_tally to kanaeau_app;
create policy planners_read_the_counts on encounter_tally for select to kanaeau_app using (
  (select gate.counts_the_town()) or (select gate.actor_role()) = 'system_compactor'
);
create policy gatherers_and_officers_read_their_districts_counts on encounter_tally for select to kanaeau_app using (
  kind not in ('intake', 'contact', 'joining', 'place_support', 'attendance', 'food_handover', 'meeting')
  and district_id = any((select gate.districts_counted())::uuid[])
  and group_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy whoever_records_adds_to_the_count on encounter_tally for insert to kanaeau_app with check (
  gate.actor_role() in ('visitor', 'commissioner', 'gatherer', 'council_officer', 'finishing')
  and district_id = any((select gate.districts_counted_for_post())::uuid[])
);
create policy windows_add_to_the_count_of_intakes on encounter_tally for insert to kanaeau_app with check (
  kind = 'intake' and group_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy callers_add_to_the_count_of_conferences on encounter_tally for insert to kanaeau_app with check (
  gate.actor_role() in ('convener', 'case_coordinator', 'intake_worker') and kind = 'conference' and group_id = gate.actor_body()
);
create policy coordinators_add_to_the_count_of_what_came_true on encounter_tally for insert to kanaeau_app with check (
  kind = 'fulfilment' and group_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy windows_add_to_the_count_of_contacts on encounter_tally for insert to kanaeau_app with check (
  kind = 'contact' and group_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_and_coordinators_add_to_the_count_of_ways on encounter_tally for insert to kanaeau_app with check (
  (kind = 'joining' and group_id = any((select gate.bodies_worked_for())::uuid[]))
  or (kind = 'place_support' and group_id = any((select gate.bodies_keeping_places())::uuid[]))
);
create policy who_keeps_a_place_adds_to_the_count_of_who_came on encounter_tally for insert to kanaeau_app with check (
  kind in ('attendance', 'food_handover') and gate.actor_role() in ('place_host', 'community_coordinator')
  and (district_id is null or district_id = any((select gate.districts_of_actor())::uuid[]))
);
create policy who_goes_to_a_table_adds_to_the_count_of_meetings on encounter_tally for insert to kanaeau_app with check (
  kind = 'meeting' and district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy the_compactor_folds on encounter_tally for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_compactor'
);

grant select, insert on encounter_totals to kanaeau_app;
grant update (n) on encounter_totals to kanaeau_app;
create policy planners_read_the_totals on encounter_totals for select to kanaeau_app using (
  (select gate.counts_the_town()) or (select gate.actor_role()) = 'system_compactor'
);
create policy gatherers_and_officers_read_their_districts_totals on encounter_totals for select to kanaeau_app using (
  kind not in ('intake', 'contact', 'joining', 'place_support', 'attendance', 'food_handover', 'meeting')
  and district_id = any((select gate.districts_counted())::uuid[])
  and group_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy the_compactor_starts_totals on encounter_totals for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'system_compactor'
);
create policy the_compactor_keeps_totals on encounter_totals for update to kanaeau_app using (
  (select gate.actor_role()) = 'system_compactor'
);

grant select, insert on counting_modes to kanaeau_app;
create policy everyone_in_the_district_knows_how_it_counts on counting_modes for select to kanaeau_app using (
  (select gate.counts_the_town())
  or district_id = any((select gate.districts_of_actor())::uuid[])
  or district_id = any((select gate.districts_while_finishing())::uuid[])
);
create policy a_takeover_says_how_the_months_count on counting_modes for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator' and district_id = (select gate.setting('app.taking_district'))::uuid
);
create policy gatherers_and_officers_change_over on counting_modes for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and group_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);

grant select, insert on period_fixings, period_publications to kanaeau_app;
create policy everyone_signed_in_knows_what_is_fixed on period_fixings for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_fix_a_year on period_fixings for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy gate_knows_what_is_fixed on period_fixings for select to kanaeau_gate using (true);
create policy everyone_signed_in_knows_what_is_published on period_publications for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_publish_a_year on period_publications for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);

grant select, insert on later_additions to kanaeau_app;
create policy planners_read_later_additions on later_additions for select to kanaeau_app using (
  (select gate.counts_the_town())
);
create policy gatherers_and_officers_read_their_later_additions on later_additions for select to kanaeau_app using (
  kind not in ('intake', 'contact', 'joining', 'place_support', 'attendance', 'food_handover', 'meeting')
  and district_id = any((select gate.districts_counted())::uuid[])
  and group_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy whoever_records_late_says_so on later_additions for insert to kanaeau_app with check (
  gate.actor_role() in ('visitor', 'commissioner', 'gatherer', 'council_officer', 'finishing')
  and district_id = any((select gate.districts_counted_for_post())::uuid[])
);
create policy callers_record_conferences_late_and_say_so on later_additions for insert to kanaeau_app with check (
  gate.actor_role() in ('convener', 'case_coordinator', 'intake_worker') and kind = 'conference' and group_id = gate.actor_body()
);
create policy windows_record_late_and_say_so on later_additions for insert to kanaeau_app with check (
  kind = 'intake' and group_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy coordinators_add_what_came_true_later on later_additions for insert to kanaeau_app with check (
  kind = 'fulfilment' and group_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy windows_and_coordinators_add_ways_later on later_additions for insert to kanaeau_app with check (
  (kind = 'joining' and group_id = any((select gate.bodies_worked_for())::uuid[]))
  or (kind = 'place_support' and group_id = any((select gate.bodies_keeping_places())::uuid[]))
);
create policy windows_record_a_contact_late_and_say_so on later_additions for insert to kanaeau_app with check (
  kind = 'contact' and group_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy who_keeps_a_place_adds_who_came_later on later_additions for insert to kanaeau_app with check (
  kind in ('attendance', 'food_handover') and gate.actor_role() in ('place_host', 'community_coordinator')
  and (district_id is null or district_id = any((select gate.districts_of_actor())::uuid[]))
);
create policy who_goes_to_a_table_adds_a_meeting_later on later_additions for insert to kanaeau_app with check (
  kind = 'meeting' and district_id = any((select gate.districts_of_boards())::uuid[])
);
