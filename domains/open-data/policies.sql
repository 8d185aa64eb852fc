-- What has been taken in is the town's open data: anybody reads it. A file that waits is its sender's alone.
grant select, insert, delete on standard_files to kanaeau_app;
create policy senders_see_the_lists_they_sent on standard_files for select to kanaeau_app using (
  (select gate.actor_role()) = 'planner' and post_id = (select gate.actor_post())
);
create policy planners_send_lists on standard_files for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner' and post_id = (select gate.actor_post())
);
create policy senders_take_away_the_lists_they_sent on standard_files for delete to kanaeau_app using (
  (select gate.actor_role()) = 'planner' and post_id = (select gate.actor_post())
);
create policy the_sweeper_finds_lists_nobody_took_in on standard_files for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and expires_at <= (select gate.now_of_call())
);
create policy the_sweeper_takes_away_lists_nobody_took_in on standard_files for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and expires_at <= (select gate.now_of_call())
);

grant select, insert on standard_imports to kanaeau_app;
create policy anybody_knows_which_lists_were_taken_in on standard_imports for select to kanaeau_app using (true);
create policy planners_take_lists_in on standard_imports for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner' and post_id = (select gate.actor_post())
);

grant select, insert, update, delete on standard_rows to kanaeau_app;
create policy anybody_reads_the_lists_of_the_town on standard_rows for select to kanaeau_app using (true);
create policy planners_add_rows_of_lists on standard_rows for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_change_rows_of_lists on standard_rows for update to kanaeau_app using (
  (select gate.actor_role()) = 'planner'
);
create policy planners_take_rows_out_of_lists on standard_rows for delete to kanaeau_app using (
  (select gate.actor_role()) = 'planner'
);

grant select, insert on standard_column_choices to kanaeau_app;
create policy anybody_knows_which_columns_are_left_out on standard_column_choices for select to kanaeau_app using (true);
create policy planners_choose_columns on standard_column_choices for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner' and chosen_by = (select gate.actor_post())
);
