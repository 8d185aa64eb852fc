-- A place is read by who looks after it and by the coordinators of its district; places that welcome also by windows (cases). What may
-- be shown of it anybody reads through gate.places_published.
grant select, insert on places to kanaeau_app;
grant update (name, kana, kana_key, what, how_many, conditions, contact, district_id, body_id, confirmed_on, confirmed_by, closed_on,
  closed_why, version, welcomes, run_by, address, latitude, longitude, times, times_words, for_whom, cost, access, access_words, languages,
  child_care, entry, newcomers, public_contact, remarks, shown, confirmed_with, tags) on places to kanaeau_app;
create policy hosts_see_their_place on places for select to kanaeau_app using (
  id = any((select gate.places_hosted())::uuid[])
);
create policy hosts_keep_their_place on places for update to kanaeau_app using (
  id = any((select gate.places_hosted())::uuid[])
);
create policy coordinators_see_the_places_of_their_districts on places for select to kanaeau_app using (
  district_id = any((select gate.districts_coordinated())::uuid[])
);
create policy coordinators_see_the_places_of_no_district on places for select to kanaeau_app using (
  district_id is null and (select gate.districts_coordinated()) is not null
);
create policy coordinators_write_down_the_places_of_their_districts on places for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
  and (district_id is null or district_id = any((select gate.districts_coordinated())::uuid[]))
);
create policy coordinators_keep_the_places_of_their_districts on places for update to kanaeau_app using (
  (select gate.districts_coordinated()) is not null
  and (district_id is null or district_id = any((select gate.districts_coordinated())::uuid[]))
);
create policy gate_shows_anybody_what_may_be_shown_of_a_place on places for select to kanaeau_gate using (true);

grant select, insert on place_days to kanaeau_app;
grant update (withdrawn_at) on place_days to kanaeau_app;
create policy who_keeps_a_place_sees_its_days on place_days for select to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[])
);
create policy who_keeps_a_place_writes_its_days on place_days for insert to kanaeau_app with check (
  place_id = any((select gate.places_kept())::uuid[])
);
create policy who_keeps_a_place_takes_its_days_back on place_days for update to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[])
);
create policy gate_shows_anybody_when_a_place_is_closed on place_days for select to kanaeau_gate using (true);

grant select, insert on place_askings to kanaeau_app;
create policy who_keeps_a_place_sees_that_it_was_asked on place_askings for select to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[])
);
create policy coordinators_ask_places on place_askings for insert to kanaeau_app with check (
  place_id = any((select gate.places_coordinated())::uuid[]) and asked_by = gate.actor_post()
);

grant select, insert on place_rules to kanaeau_app;
create policy anybody_knows_when_places_are_asked on place_rules for select to kanaeau_app using (true);
create policy coordinators_say_when_places_are_asked on place_rules for insert to kanaeau_app with check (
  gate.actor_role() = 'community_coordinator' and set_by = gate.actor_post()
);

grant select, insert on place_hosts to kanaeau_app;
grant update (ended_at) on place_hosts to kanaeau_app;
create policy who_keeps_a_place_knows_its_hosts on place_hosts for select to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[])
);
create policy coordinators_name_hosts on place_hosts for insert to kanaeau_app with check (
  place_id = any((select gate.places_coordinated())::uuid[]) and named_by = gate.actor_post()
);
create policy coordinators_end_hosts on place_hosts for update to kanaeau_app using (
  place_id = any((select gate.places_coordinated())::uuid[])
);
create policy gate_knows_hosts on place_hosts for select to kanaeau_gate using (true);

-- The place decides who keeps its list of names with it.
grant select, insert on place_entrustments to kanaeau_app;
grant update (ended_at) on place_entrustments to kanaeau_app;
create policy who_keeps_a_place_knows_to_whom_its_list_is_entrusted on place_entrustments for select to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[])
);
create policy hosts_entrust_the_list_of_their_place on place_entrustments for insert to kanaeau_app with check (
  place_id = any((select gate.places_hosted())::uuid[]) and given_by = gate.actor_post()
);
create policy hosts_take_the_list_of_their_place_back on place_entrustments for update to kanaeau_app using (
  place_id = any((select gate.places_hosted())::uuid[])
);
create policy gate_knows_to_whom_lists_are_entrusted on place_entrustments for select to kanaeau_gate using (true);

-- Names stay with the place.
grant select, insert, delete on place_guests to kanaeau_app;
grant update (name, kana, kana_key, phone, forget_after) on place_guests to kanaeau_app;
create policy names_stay_with_the_place on place_guests for select to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);
create policy who_sees_names_adds_names on place_guests for insert to kanaeau_app with check (
  place_id = any((select gate.places_named())::uuid[]) and added_by = gate.actor_post()
);
create policy who_sees_names_corrects_names on place_guests for update to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);
create policy who_sees_names_strikes_names_out on place_guests for delete to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);
create policy the_sweeper_finds_names_nobody_needs_any_more on place_guests for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after < (select gate.today())
);
create policy the_sweeper_forgets_names_nobody_needs_any_more on place_guests for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after < (select gate.today())
);

grant select, insert on guest_consents to kanaeau_app;
create policy who_sees_names_sees_who_may_be_asked_after on guest_consents for select to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);
create policy who_sees_names_records_who_may_be_asked_after on guest_consents for insert to kanaeau_app with check (
  place_id = any((select gate.places_named())::uuid[]) and heard_by = gate.actor_post()
);

grant select, insert on absence_rules to kanaeau_app;
create policy who_keeps_a_place_knows_its_rule_of_absence on absence_rules for select to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[])
);
create policy who_sees_names_sets_the_rule_of_absence on absence_rules for insert to kanaeau_app with check (
  place_id = any((select gate.places_named())::uuid[]) and set_by = gate.actor_post()
);

grant select, insert on place_events to kanaeau_app;
grant update (title, what, held_on, from_time, until_time, capacity, register_until, cost, shown, cancelled_at, cancelled_why, version)
  on place_events to kanaeau_app;
create policy who_keeps_a_place_sees_its_events on place_events for select to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[])
);
create policy who_keeps_a_place_writes_its_events on place_events for insert to kanaeau_app with check (
  place_id = any((select gate.places_kept())::uuid[]) and written_by = gate.actor_post()
);
create policy who_keeps_a_place_changes_its_events on place_events for update to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[])
);
create policy gate_shows_anybody_events_that_may_be_shown on place_events for select to kanaeau_gate using (true);

grant select, insert on event_registrations to kanaeau_app;
grant update (placed_at, told_at, cancelled_at) on event_registrations to kanaeau_app;
create policy who_sees_names_sees_who_registered on event_registrations for select to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);
create policy who_sees_names_registers_people on event_registrations for insert to kanaeau_app with check (
  place_id = any((select gate.places_named())::uuid[]) and registered_by = gate.actor_post()
);
create policy who_sees_names_changes_registrations on event_registrations for update to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);
create policy gate_counts_registrations on event_registrations for select to kanaeau_gate using (true);

grant insert on registration_codes to kanaeau_app;
create policy who_sees_names_gives_a_registration_its_code on registration_codes for insert to kanaeau_app with check (
  place_id = any((select gate.places_named())::uuid[])
);
create policy gate_knows_codes_of_registrations on registration_codes for select to kanaeau_gate using (true);

grant select, insert on registration_marks to kanaeau_app;
create policy whoever_shows_a_card_says_that_somebody_came on registration_marks for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'system_letterbox'
);
create policy who_sees_names_sees_which_cards_were_shown on registration_marks for select to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);

grant select, insert on attendances to kanaeau_app;
grant update (withdrawn_at, guest_id, way, came_with) on attendances to kanaeau_app;
create policy who_sees_names_sees_who_came on attendances for select to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);
create policy coordinators_see_heads_that_were_counted on attendances for select to kanaeau_app using (
  guest_id is null and place_id = any((select gate.places_coordinated())::uuid[])
);
create policy who_sees_names_writes_who_came on attendances for insert to kanaeau_app with check (
  place_id = any((select gate.places_named())::uuid[]) and recorded_by = gate.actor_post()
);
create policy coordinators_write_heads_that_were_counted on attendances for insert to kanaeau_app with check (
  guest_id is null and place_id = any((select gate.places_coordinated())::uuid[]) and recorded_by = gate.actor_post()
);
create policy who_sees_names_corrects_who_came on attendances for update to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);
create policy coordinators_correct_heads_that_were_counted on attendances for update to kanaeau_app using (
  guest_id is null and place_id = any((select gate.places_coordinated())::uuid[])
);
create policy gate_counts_who_came on attendances for select to kanaeau_gate using (true);

-- What anybody writes to join goes in and is not read again by the way it came.
grant select, insert, delete on event_requests to kanaeau_app;
grant update (decided_at, decided_by) on event_requests to kanaeau_app;
create policy anybody_writes_to_join_an_event on event_requests for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'system_letterbox'
);
create policy who_sees_names_sees_who_wrote_to_join on event_requests for select to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);
create policy who_sees_names_decides_what_waited_apart on event_requests for update to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);
create policy who_sees_names_strikes_out_what_was_written on event_requests for delete to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);
create policy the_sweeper_finds_who_wrote_long_ago on event_requests for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after < (select gate.today())
);
create policy the_sweeper_forgets_who_wrote_long_ago on event_requests for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after < (select gate.today())
);
create policy gate_knows_who_wrote_to_join on event_requests for select to kanaeau_gate using (true);
create policy gate_gives_up_for_whoever_holds_the_number on event_requests for update to kanaeau_gate using (true);
create policy gate_holds_an_event_while_it_places on place_events for update to kanaeau_gate using (true);
create policy gate_adds_who_wrote_to_the_list on place_guests for insert to kanaeau_gate with check (added_by is null);
create policy gate_registers_who_wrote on event_registrations for insert to kanaeau_gate with check (registered_by is null);
create policy gate_lets_those_who_wait_move_up on event_registrations for update to kanaeau_gate using (true);
create policy gate_gives_a_number_to_who_wrote on registration_codes for insert to kanaeau_gate with check (true);
