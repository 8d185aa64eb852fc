grant select, insert on visitor_numbers to kanaeau_app;
create policy gatherers_and_officers_know_the_numbers_of_those_they_write_for on visitor_numbers for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_number_visitors on visitor_numbers for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
grant update (number) on visitor_numbers to kanaeau_app;
create policy gatherers_and_officers_correct_numbers on visitor_numbers for update to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
grant select, insert on visitor_number_versions to kanaeau_app;
create policy gatherers_and_officers_know_what_a_number_was on visitor_number_versions for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_keep_what_a_number_was on visitor_number_versions for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
grant select, insert on visitor_number_counters to kanaeau_app;
grant update (last) on visitor_number_counters to kanaeau_app;
create policy gatherers_and_officers_see_the_last_number on visitor_number_counters for select to kanaeau_app using (
  holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_give_a_first_number on visitor_number_counters for insert to kanaeau_app with check (
  holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_count_on on visitor_number_counters for update to kanaeau_app using (
  holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);

-- What was sent and not yet taken in is the sender's alone, and is swept away when its day is over.
grant select, insert, delete on ledger_files to kanaeau_app;
grant update (columns) on ledger_files to kanaeau_app;
create policy senders_see_what_they_sent on ledger_files for select to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer') and post_id = (select gate.actor_post())
);
create policy gatherers_and_officers_send_ledgers on ledger_files for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('gatherer', 'council_officer') and post_id = (select gate.actor_post())
  and body_id = (select gate.actor_body())
);
create policy senders_say_what_the_columns_are on ledger_files for update to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer') and post_id = (select gate.actor_post())
);
create policy senders_throw_away_what_they_sent on ledger_files for delete to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer') and post_id = (select gate.actor_post())
);
create policy the_sweeper_finds_what_is_over on ledger_files for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and expires_at <= (select gate.now_of_call())
);
create policy the_sweeper_takes_away_what_is_over on ledger_files for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and expires_at <= (select gate.now_of_call())
);

grant select, insert on ledger_columns to kanaeau_app;
grant update (columns, said_by, said_at) on ledger_columns to kanaeau_app;
create policy bodies_remember_their_columns on ledger_columns for all to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer') and body_id = (select gate.actor_body())
);

-- Imports are the body's own, with those of bodies it took over, as far as its post gathers every district in them.
grant select, insert on ledger_imports, ledger_import_withdrawals to kanaeau_app;
create policy bodies_see_their_imports on ledger_imports for select to kanaeau_app using (
  body_id = any((select gate.bodies_of_actor())::uuid[]) and district_ids <@ (select gate.districts_counted())::uuid[]
);
create policy gatherers_and_officers_take_in_ledgers on ledger_imports for insert to kanaeau_app with check (
  body_id = (select gate.actor_body()) and post_id = (select gate.actor_post())
  and district_ids <@ (select gate.districts_counted())::uuid[]
);
create policy bodies_see_which_imports_were_taken_back on ledger_import_withdrawals for select to kanaeau_app using (
  body_id = any((select gate.bodies_of_actor())::uuid[]) and district_ids <@ (select gate.districts_counted())::uuid[]
);
create policy bodies_take_back_their_imports on ledger_import_withdrawals for insert to kanaeau_app with check (
  body_id = any((select gate.bodies_of_actor())::uuid[]) and district_ids <@ (select gate.districts_counted())::uuid[]
);

grant select, insert on ledger_rows, ledger_sheets to kanaeau_app;
grant update (key) on ledger_rows to kanaeau_app;
create policy gatherers_and_officers_know_which_rows_are_in on ledger_rows for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_take_in_rows on ledger_rows for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_take_back_rows on ledger_rows for update to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_know_which_sheets_came_by_ledger on ledger_sheets for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_take_in_sheets on ledger_sheets for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);

grant select, insert on ledger_households to kanaeau_app;
grant update (key) on ledger_households to kanaeau_app;
create policy gatherers_and_officers_know_which_households_came_by_ledger on ledger_households for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy gatherers_and_officers_take_in_households on ledger_households for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy gatherers_and_officers_take_back_households on ledger_households for update to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
