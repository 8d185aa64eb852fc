-- A district's table is read and kept by who sits at it and by the coordinators who go to it; what others read of it they read through
-- gate.tried, gate.groups_shown and gate.evidence, as far as the table has chosen, and without names.

grant select, insert on boards to kanaeau_app;
grant update (name, started_on, usual, version) on boards to kanaeau_app;
create policy who_goes_to_a_table_sees_it on boards for select to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy coordinators_open_tables on boards for insert to kanaeau_app with check (
  district_id = any((select gate.districts_of_boards())::uuid[]) and opened_by = gate.actor_post() and gate.actor_role() = 'community_coordinator'
);
create policy who_goes_to_a_table_says_how_it_meets on boards for update to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy gate_counts_tables on boards for select to kanaeau_gate using (true);

grant select, insert, delete on board_members to kanaeau_app;
grant update (ends_on, forget_after) on board_members to kanaeau_app;
create policy who_goes_to_a_table_knows_who_sits_at_it on board_members for select to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy who_goes_to_a_table_writes_who_sits_at_it on board_members for insert to kanaeau_app with check (
  district_id = any((select gate.districts_of_boards())::uuid[]) and written_by = gate.actor_post()
);
create policy who_goes_to_a_table_says_until_when_somebody_sits_at_it on board_members for update to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy the_sweeper_finds_names_that_are_to_be_forgotten on board_members for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after < (select gate.today())
);
create policy the_sweeper_forgets_names on board_members for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after < (select gate.today())
);

grant select, insert on board_meetings to kanaeau_app;
grant update (held_on, from_time, until_time, place, state, attendance, photos_ok, next_on, shown, version, confirmed_by,
  confirmed_at, shared_by, shared_at, encounter_id) on board_meetings to kanaeau_app;
create policy who_goes_to_a_table_sees_its_meetings on board_meetings for select to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy who_goes_to_a_table_calls_meetings on board_meetings for insert to kanaeau_app with check (
  district_id = any((select gate.districts_of_boards())::uuid[]) and planned_by = gate.actor_post()
);
create policy who_goes_to_a_table_keeps_its_minutes on board_meetings for update to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy gate_shows_what_tables_share_of_their_meetings on board_meetings for select to kanaeau_gate using (true);

grant select, insert on board_calendars to kanaeau_app;
grant update (ended_by, ended_at) on board_calendars to kanaeau_app;
create policy who_goes_to_a_table_knows_whether_its_days_are_shown on board_calendars for select to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy who_goes_to_a_table_shows_its_days on board_calendars for insert to kanaeau_app with check (
  district_id = any((select gate.districts_of_boards())::uuid[]) and shown_by = gate.actor_post()
);
create policy who_goes_to_a_table_shows_its_days_no_longer on board_calendars for update to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy gate_shows_days_of_tables on board_calendars for select to kanaeau_gate using (true);

grant select, insert on board_items to kanaeau_app;
grant update (meeting_id, words, said_by, shown, version, withdrawn_at) on board_items to kanaeau_app;
create policy who_goes_to_a_table_hears_what_is_said_there on board_items for select to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy who_goes_to_a_table_writes_what_is_said_there on board_items for insert to kanaeau_app with check (
  district_id = any((select gate.districts_of_boards())::uuid[]) and written_by = gate.actor_post()
);
create policy who_goes_to_a_table_corrects_what_is_said_there on board_items for update to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy gate_shows_what_tables_share on board_items for select to kanaeau_gate using (true);
create policy the_sweeper_finds_names_that_are_to_be_forgotten on board_items for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after < (select gate.today())
);
create policy the_sweeper_forgets_names on board_items for update to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after < (select gate.today())
);

grant select, insert on board_promises to kanaeau_app;
grant update (what, who, until_on, shown, withdrawn_at) on board_promises to kanaeau_app;
create policy who_goes_to_a_table_knows_its_promises on board_promises for select to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy who_goes_to_a_table_writes_its_promises on board_promises for insert to kanaeau_app with check (
  district_id = any((select gate.districts_of_boards())::uuid[]) and written_by = gate.actor_post()
);
create policy who_goes_to_a_table_corrects_its_promises on board_promises for update to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy gate_shows_promises_that_tables_share on board_promises for select to kanaeau_gate using (true);
create policy the_sweeper_finds_names_that_are_to_be_forgotten on board_promises for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after < (select gate.today())
);
create policy the_sweeper_forgets_names on board_promises for update to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after < (select gate.today())
);

grant select, insert on promise_outcomes to kanaeau_app;
create policy who_goes_to_a_table_knows_what_became_of_promises on promise_outcomes for select to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy who_goes_to_a_table_says_what_became_of_promises on promise_outcomes for insert to kanaeau_app with check (
  district_id = any((select gate.districts_of_boards())::uuid[]) and written_by = gate.actor_post()
);
create policy gate_shows_what_became_of_promises_that_tables_share on promise_outcomes for select to kanaeau_gate using (true);

grant select, insert on helping_groups to kanaeau_app;
grant update (name, works, what, days, helpers, insurance, charge, charge_words, contact, public_contact, shown, stage,
  stage_since, version) on helping_groups to kanaeau_app;
create policy who_goes_to_a_table_sees_the_groups_of_the_district on helping_groups for select to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy who_goes_to_a_table_writes_groups_down on helping_groups for insert to kanaeau_app with check (
  district_id = any((select gate.districts_of_boards())::uuid[]) and written_by = gate.actor_post()
);
create policy who_goes_to_a_table_keeps_groups on helping_groups for update to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy gate_shows_groups_that_may_be_shown on helping_groups for select to kanaeau_gate using (true);

grant select, insert on helping_group_stages to kanaeau_app;
create policy who_goes_to_a_table_knows_the_steps_of_a_group on helping_group_stages for select to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy who_goes_to_a_table_writes_the_steps_of_a_group on helping_group_stages for insert to kanaeau_app with check (
  district_id = any((select gate.districts_of_boards())::uuid[]) and written_by = gate.actor_post()
);
create policy gate_shows_the_steps_of_groups_that_may_be_shown on helping_group_stages for select to kanaeau_gate using (true);

grant select, insert on helping_group_income to kanaeau_app;
grant update (withdrawn_at) on helping_group_income to kanaeau_app;
create policy who_goes_to_a_table_knows_what_a_group_takes_in on helping_group_income for select to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy who_goes_to_a_table_writes_what_a_group_takes_in on helping_group_income for insert to kanaeau_app with check (
  district_id = any((select gate.districts_of_boards())::uuid[]) and written_by = gate.actor_post()
);
create policy who_goes_to_a_table_takes_an_entry_back on helping_group_income for update to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);

-- What coordinators did is theirs: of the own body, in their districts.
grant select, insert on board_supports to kanaeau_app;
grant update (withdrawn_at) on board_supports to kanaeau_app;
create policy coordinators_see_the_support_their_body_gave on board_supports for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[]) and district_id = any((select gate.districts_coordinated())::uuid[])
);
create policy coordinators_write_the_support_they_gave on board_supports for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[]) and district_id = any((select gate.districts_coordinated())::uuid[])
  and post_id = gate.actor_post()
);
create policy coordinators_take_back_what_they_wrote on board_supports for update to kanaeau_app using (
  post_id = (select gate.actor_post()) and (select gate.districts_coordinated()) is not null
);

grant select, insert on board_links to kanaeau_app;
create policy who_goes_to_a_table_knows_its_part_in_the_plan on board_links for select to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy coordinators_link_to_the_plan on board_links for insert to kanaeau_app with check (
  district_id = any((select gate.districts_of_boards())::uuid[]) and linked_by = gate.actor_post() and gate.actor_role() = 'community_coordinator'
);
create policy gate_shows_planners_what_is_linked on board_links for select to kanaeau_gate using (true);
grant update (ended_at) on board_links to kanaeau_app;
create policy coordinators_end_links_to_the_plan on board_links for update to kanaeau_app using (
  district_id = any((select gate.districts_coordinated())::uuid[])
);

-- How many people live where is the town's own statistics.
grant select, insert on area_figures to kanaeau_app;
create policy everyone_signed_in_reads_how_many_live_where on area_figures for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy gate_shows_anybody_how_many_live_where on area_figures for select to kanaeau_gate using (true);
create policy planners_and_coordinators_enter_how_many_live_where on area_figures for insert to kanaeau_app with check (
  gate.actor_role() in ('planner', 'community_coordinator') and entered_by = gate.actor_post()
);

grant select, insert on body_ties to kanaeau_app;
grant update (ended_on) on body_ties to kanaeau_app;
create policy who_goes_to_a_table_knows_which_bodies_work_together on body_ties for select to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
create policy who_goes_to_a_table_writes_which_bodies_work_together on body_ties for insert to kanaeau_app with check (
  district_id = any((select gate.districts_of_boards())::uuid[]) and written_by = gate.actor_post()
);
create policy who_goes_to_a_table_says_what_has_ended on body_ties for update to kanaeau_app using (
  district_id = any((select gate.districts_of_boards())::uuid[])
);
