grant select, insert, delete on round_sheets to kanaeau_app;
create policy visitors_see_their_own_round_sheets on round_sheets for select to kanaeau_app using (
  (select gate.actor_role()) in ('visitor', 'commissioner', 'gatherer', 'council_officer')
  and post_id = any((select gate.posts_of_actor())::uuid[])
);
create policy gatherers_and_officers_see_round_sheets on round_sheets for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy visitors_take_their_round_along_on_paper on round_sheets for insert to kanaeau_app with check (
  gate.actor_role() in ('visitor', 'commissioner') and post_id = any((select gate.posts_of_actor())::uuid[])
);
create policy gatherers_and_officers_make_round_sheets on round_sheets for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy the_sweeper_finds_round_sheets_that_are_over on round_sheets for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after <= (select gate.now_of_call())
);
create policy the_sweeper_forgets_round_sheets_that_are_over on round_sheets for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after <= (select gate.now_of_call())
);

grant select, insert on round_sheet_lines to kanaeau_app;
create policy visitors_see_lines_of_households_on_their_round on round_sheet_lines for select to kanaeau_app using (
  post_id = any((select gate.posts_of_actor())::uuid[])
  and household_id = any((select gate.households_of_actor())::uuid[])
);
create policy gatherers_and_officers_see_lines_of_round_sheets on round_sheet_lines for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy visitors_put_their_households_on_a_sheet on round_sheet_lines for insert to kanaeau_app with check (
  gate.actor_role() in ('visitor', 'commissioner') and post_id = any((select gate.posts_of_actor())::uuid[])
  and household_id = any((select gate.households_of_actor())::uuid[])
);
create policy gatherers_and_officers_put_households_on_a_sheet on round_sheet_lines for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);

grant select, insert on round_sheet_entries to kanaeau_app;
create policy visitors_see_what_was_written_off_their_sheets on round_sheet_entries for select to kanaeau_app using (
  post_id = any((select gate.posts_of_actor())::uuid[])
  and household_id = any((select gate.households_of_actor())::uuid[])
);
create policy gatherers_and_officers_see_what_was_written_off_sheets on round_sheet_entries for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy visitors_write_visits_off_their_sheets on round_sheet_entries for insert to kanaeau_app with check (
  gate.actor_role() in ('visitor', 'commissioner') and post_id = any((select gate.posts_of_actor())::uuid[])
  and household_id = any((select gate.households_of_actor())::uuid[])
);
create policy gatherers_and_officers_write_visits_off_sheets on round_sheet_entries for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
