grant select, insert on phones to kanaeau_app;
grant update (heard_at) on phones to kanaeau_app;
create policy everyone_sees_their_own_phones on phones for select to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy gatherers_and_officers_see_phones_of_their_districts on phones for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
);
create policy everyone_registers_their_own_phone on phones for insert to kanaeau_app with check (
  account_id = (select gate.actor_account()) and post_id = (select gate.actor_post())
);
create policy the_courier_finds_phones on phones for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_courier'
);
create policy the_courier_says_when_a_phone_was_heard on phones for update to kanaeau_app using (
  (select gate.actor_role()) = 'system_courier'
);
create policy gate_finds_phones on phones for select to kanaeau_gate using (true);

grant select, insert on phone_ends to kanaeau_app;
create policy everyone_sees_how_their_phones_ended on phone_ends for select to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy gatherers_and_officers_see_ends_of_phones on phone_ends for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
);
create policy everyone_ends_their_own_phone on phone_ends for insert to kanaeau_app with check (
  account_id = (select gate.actor_account()) and ended_by = gate.actor_post()
);
create policy gatherers_and_officers_end_phones_of_their_districts on phone_ends for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[]) and ended_by = gate.actor_post()
);
create policy gate_finds_ends_of_phones on phone_ends for select to kanaeau_gate using (true);

-- What comes late is put in by the courier, who does not read it; whoever gathers in the district does.
grant select, insert, delete on late_calls to kanaeau_app;
grant update (input, forget_after) on late_calls to kanaeau_app;
create policy the_courier_keeps_what_comes_late on late_calls for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'system_courier'
);
create policy gatherers_and_officers_read_what_came_late on late_calls for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_close_what_came_late on late_calls for update to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy visitors_see_what_waits_of_their_own on late_calls for select to kanaeau_app using (
  (select gate.actor_role()) in ('visitor', 'commissioner') and post_id = (select gate.actor_post())
);
create policy gate_finds_late_calls on late_calls for select to kanaeau_gate using (true);
create policy the_sweeper_finds_late_calls_that_are_over on late_calls for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after <= (select gate.now_of_call())
);
create policy the_sweeper_forgets_late_calls_that_are_over on late_calls for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after <= (select gate.now_of_call())
);

grant select, insert on late_call_decisions to kanaeau_app;
create policy gatherers_and_officers_see_what_was_decided_of_late_calls on late_call_decisions for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy gatherers_and_officers_decide_of_late_calls on late_call_decisions for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[]) and decided_by = gate.actor_post()
  and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
);
create policy visitors_see_what_was_decided_of_their_own on late_call_decisions for select to kanaeau_app using (
  (select gate.actor_role()) in ('visitor', 'commissioner') and post_id = (select gate.actor_post())
);
