grant select on bodies to kanaeau_app;
grant insert on bodies to kanaeau_app;
create policy everyone_signed_in_knows_the_bodies on bodies for select to kanaeau_app using (
  (select gate.actor_account()) is not null or (select gate.actor_role()) is not null
);
create policy administrators_add_bodies on bodies for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator', 'system_founder')
);
create policy gate_knows_the_bodies on bodies for select to kanaeau_gate using (true);

-- A party carries no name; who keeps it, keeps it.
grant select, insert on parties to kanaeau_app;
create policy holders_see_their_parties on parties for select to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy windows_know_the_parties_of_their_body on parties for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy records_officers_know_the_parties_of_their_body on parties for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy holders_register_parties on parties for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);

create policy windows_register_whom_they_work_with on parties for insert to kanaeau_app with check (
  kind = 'person' and district_id is null and holder_id = any((select gate.bodies_worked_for())::uuid[])
);

create policy coordinators_know_the_parties_of_their_body on parties for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_register_who_takes_part on parties for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

-- What is provided may be read; only the holder, and who works for it under an entrustment, writes.
grant select, insert on households to kanaeau_app;
grant update (name, kana, kana_key, address, phone, cautions, version, closed_on, merged_into, aliases) on households to kanaeau_app;
create policy visitors_see_the_households_assigned_to_them on households for select to kanaeau_app using (
  (select gate.actor_role()) in ('visitor', 'commissioner')
  and id = any((select gate.households_of_actor())::uuid[])
);
-- Inside coalesce the planner does not take the condition for an index: it cannot know how many districts and holders the
-- arrays have, and would sort a whole town to show a page. The queries themselves say which index leads (queries.ts).
create policy gatherers_and_officers_see_the_households_of_their_districts on households for select to kanaeau_app using (
  coalesce(district_id = any((select gate.districts_gathered())::uuid[])
    and holder_id = any((select gate.holders_of_actor('household'))::uuid[]), false)
);
create policy posts_that_ended_know_whose_visits_they_finish on households for select to kanaeau_app using (
  (select gate.actor_role()) = 'finishing' and id = any((select gate.households_while_finishing())::uuid[])
);
create policy gatherers_and_officers_register_households on households for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy gatherers_and_officers_change_households on households for update to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy gate_follows_merges on households for select to kanaeau_gate using (true);

grant select, insert on household_numbers to kanaeau_app;
grant update (last) on household_numbers to kanaeau_app;
create policy holders_see_their_last_number on household_numbers for select to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy holders_give_a_first_number on household_numbers for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy holders_count_on on household_numbers for update to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);

grant select, insert on household_versions to kanaeau_app;
create policy gatherers_and_officers_read_what_was on household_versions for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy gatherers_and_officers_keep_what_was on household_versions for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);

grant select, insert on household_closings, household_reopenings to kanaeau_app;
create policy gatherers_and_officers_see_closings on household_closings for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy gatherers_and_officers_close on household_closings for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy gatherers_and_officers_see_reopenings on household_reopenings for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy gatherers_and_officers_reopen on household_reopenings for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);

grant select, insert on household_members to kanaeau_app;
grant update (ends_on) on household_members to kanaeau_app;
-- Who has left, or is still to come, is not on the round.
create policy visitors_see_who_lives_in_their_households on household_members for select to kanaeau_app using (
  (select gate.actor_role()) in ('visitor', 'commissioner')
  and household_id = any((select gate.households_of_actor())::uuid[])
  and starts_on <= (select gate.today())
  and (ends_on is null or ends_on >= (select gate.today()))
);
create policy gatherers_and_officers_see_the_people on household_members for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy gatherers_and_officers_add_people on household_members for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy gatherers_and_officers_change_people on household_members for update to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);

grant select, insert on household_relations, household_member_endings to kanaeau_app;
create policy gatherers_and_officers_know_the_relation on household_relations for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy gatherers_and_officers_write_the_relation on household_relations for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy gatherers_and_officers_know_why_somebody_left on household_member_endings for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy gatherers_and_officers_write_why_somebody_left on household_member_endings for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);

-- Why a household is watched over: the gatherer's and, where it is provided, the officer's to know. Never a visitor's.
grant select, insert on household_reasons to kanaeau_app;
create policy gatherers_and_officers_know_the_reason on household_reasons for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('watching'))::uuid[])
);
create policy gatherers_and_officers_write_the_reason on household_reasons for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('watching'))::uuid[])
);

grant select, insert on household_merges, household_merge_undoings to kanaeau_app;
create policy gatherers_and_officers_see_merges on household_merges for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy gatherers_and_officers_merge on household_merges for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy gatherers_and_officers_see_undoings on household_merge_undoings for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy gatherers_and_officers_undo_merges on household_merge_undoings for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);

-- Answers to the town's own items. Those of the facet "watching" are for whom the reason is; never a visitor's.
grant select, insert, delete on household_answers to kanaeau_app;
grant update (option_id, number, day, words) on household_answers to kanaeau_app;
create policy visitors_see_answers_of_their_households on household_answers for select to kanaeau_app using (
  (select gate.actor_role()) in ('visitor', 'commissioner') and facet = 'household'
  and household_id = any((select gate.households_of_actor())::uuid[])
);
create policy gatherers_and_officers_see_answers_of_households on household_answers for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and ((facet = 'household' and holder_id = any((select gate.holders_of_actor('household'))::uuid[]))
    or (facet = 'watching' and holder_id = any((select gate.holders_of_actor('watching'))::uuid[])))
);
create policy gatherers_and_officers_answer_for_households on household_answers for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and ((facet = 'household' and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[]))
    or (facet = 'watching' and holder_id = any((select gate.holders_served_by_actor('watching'))::uuid[])))
);
create policy gatherers_and_officers_correct_answers_of_households on household_answers for update to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and ((facet = 'household' and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[]))
    or (facet = 'watching' and holder_id = any((select gate.holders_served_by_actor('watching'))::uuid[])))
);
create policy gatherers_and_officers_take_back_answers_of_households on household_answers for delete to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and ((facet = 'household' and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[]))
    or (facet = 'watching' and holder_id = any((select gate.holders_served_by_actor('watching'))::uuid[])))
);

grant select, insert on household_answer_versions to kanaeau_app;
create policy gatherers_and_officers_read_what_was_answered on household_answer_versions for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and ((facet = 'household' and holder_id = any((select gate.holders_of_actor('household'))::uuid[]))
    or (facet = 'watching' and holder_id = any((select gate.holders_of_actor('watching'))::uuid[])))
);
create policy gatherers_and_officers_keep_what_was_answered on household_answer_versions for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and ((facet = 'household' and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[]))
    or (facet = 'watching' and holder_id = any((select gate.holders_served_by_actor('watching'))::uuid[])))
);
