-- Food is no person: who keeps a place sees what the place has, and the network what it agreed to. Names stay with the place.
grant select, insert on food_members to kanaeau_app;
grant update (ended_at) on food_members to kanaeau_app;
create policy who_keeps_a_place_sees_what_it_agreed_to on food_members for select to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[])
);
create policy coordinators_take_places_into_the_network on food_members for insert to kanaeau_app with check (
  place_id = any((select gate.places_coordinated())::uuid[]) and written_by = gate.actor_post()
);
create policy coordinators_end_what_a_place_agreed_to on food_members for update to kanaeau_app using (
  place_id = any((select gate.places_coordinated())::uuid[])
);
create policy gate_knows_who_takes_part_in_the_network on food_members for select to kanaeau_gate using (true);

grant select, insert, delete on food_donors to kanaeau_app;
grant update (name, kana, kana_key, kind, contact, body_id, participant_id, conditions, agreed_on, forget_after, version) on food_donors to kanaeau_app;
create policy coordinators_see_the_donors_of_the_network on food_donors for select to kanaeau_app using (
  place_id is null and holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy hosts_see_the_donors_of_their_place on food_donors for select to kanaeau_app using (
  place_id = any((select gate.places_hosted())::uuid[])
);
create policy who_has_a_lot_knows_the_organisation_it_came_from on food_donors for select to kanaeau_app using (
  kind <> 'person' and id = any((select gate.food_donors_reached())::uuid[])
);
create policy coordinators_write_donors_of_the_network on food_donors for insert to kanaeau_app with check (
  place_id is null and holder_id = any((select gate.bodies_coordinated())::uuid[]) and written_by = gate.actor_post()
);
create policy hosts_write_donors_of_their_place on food_donors for insert to kanaeau_app with check (
  place_id = any((select gate.places_hosted())::uuid[]) and written_by = gate.actor_post()
);
create policy coordinators_correct_donors_of_the_network on food_donors for update to kanaeau_app using (
  place_id is null and holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy hosts_correct_donors_of_their_place on food_donors for update to kanaeau_app using (
  place_id = any((select gate.places_hosted())::uuid[])
);
create policy the_sweeper_finds_donors_nobody_needs_by_name on food_donors for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after < (select gate.today())
);
create policy the_sweeper_forgets_donors_nobody_needs_by_name on food_donors for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after < (select gate.today())
);

grant select, insert on food_lots to kanaeau_app;
create policy a_lot_is_seen_where_it_came_to on food_lots for select to kanaeau_app using (
  id = any((select gate.food_lots_reached())::uuid[])
);
create policy who_keeps_a_place_takes_food_in on food_lots for insert to kanaeau_app with check (
  place_id = any((select gate.places_kept())::uuid[]) and received_by = gate.actor_post()
);
create policy gate_knows_lots on food_lots for select to kanaeau_gate using (true);

grant select, insert on food_inspections to kanaeau_app;
create policy what_was_seen_of_a_lot_is_seen_where_it_came_to on food_inspections for select to kanaeau_app using (
  lot_id = any((select gate.food_lots_reached())::uuid[])
);
create policy who_took_a_lot_in_inspects_it on food_inspections for insert to kanaeau_app with check (
  place_id = any((select gate.places_kept())::uuid[]) and lot_id = any((select gate.food_lots_reached())::uuid[])
  and inspected_by = gate.actor_post()
);

grant select, insert on food_givings to kanaeau_app;
grant update (withdrawn_at, withdrawn_why) on food_givings to kanaeau_app;
create policy who_keeps_a_place_sees_when_food_was_handed_out on food_givings for select to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[])
);
create policy who_keeps_a_place_writes_when_food_was_handed_out on food_givings for insert to kanaeau_app with check (
  place_id = any((select gate.places_kept())::uuid[]) and recorded_by = gate.actor_post()
);
create policy who_keeps_a_place_takes_a_giving_back on food_givings for update to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[])
);
create policy gate_counts_what_was_handed_out on food_givings for select to kanaeau_gate using (true);

-- Who was handed food: with the place, as its list of names.
grant select, insert on food_handovers to kanaeau_app;
grant update (withdrawn_at) on food_handovers to kanaeau_app;
create policy names_of_eaters_stay_with_the_place on food_handovers for select to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);
create policy coordinators_see_hand_overs_without_a_name on food_handovers for select to kanaeau_app using (
  nameless and place_id = any((select gate.places_coordinated())::uuid[])
);
create policy who_sees_names_writes_who_was_handed_food on food_handovers for insert to kanaeau_app with check (
  place_id = any((select gate.places_named())::uuid[]) and recorded_by = gate.actor_post()
);
create policy coordinators_write_hand_overs_without_a_name on food_handovers for insert to kanaeau_app with check (
  guest_id is null and nameless and place_id = any((select gate.places_coordinated())::uuid[]) and recorded_by = gate.actor_post()
);
create policy who_sees_names_takes_hand_overs_back on food_handovers for update to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);
create policy coordinators_take_hand_overs_without_a_name_back on food_handovers for update to kanaeau_app using (
  nameless and place_id = any((select gate.places_coordinated())::uuid[])
);

grant select, insert on food_movements to kanaeau_app;
grant update (confirmed_at, confirmed_by, declined_at, declined_why, withdrawn_at) on food_movements to kanaeau_app;
create policy who_keeps_a_place_sees_what_came_and_went on food_movements for select to kanaeau_app using (
  from_place_id = any((select gate.places_kept())::uuid[]) or to_place_id = any((select gate.places_kept())::uuid[])
);
create policy who_keeps_a_place_writes_what_came_and_went on food_movements for insert to kanaeau_app with check (
  recorded_by = gate.actor_post()
  and coalesce(from_place_id, to_place_id) = any((select gate.places_kept())::uuid[])
  and (kind <> 'moved' or to_place_id = any((select gate.food_places_joined())::uuid[]))
);
create policy either_side_says_what_became_of_it on food_movements for update to kanaeau_app using (
  from_place_id = any((select gate.places_kept())::uuid[]) or to_place_id = any((select gate.places_kept())::uuid[])
);
create policy gate_traces_food on food_movements for select to kanaeau_gate using (true);

-- That somebody was introduced is the place's to know; what was said is the window's.
grant select, insert on food_introductions to kanaeau_app;
create policy who_sees_names_sees_whom_it_introduced on food_introductions for select to kanaeau_app using (
  place_id = any((select gate.places_named())::uuid[])
);
create policy who_sees_names_introduces_who_agreed on food_introductions for insert to kanaeau_app with check (
  place_id = any((select gate.places_named())::uuid[]) and introduced_by = gate.actor_post()
);
create policy hosts_put_the_words_of_who_agreed_into_the_box on letters for insert to kanaeau_app with check (
  gate.actor_role() in ('place_host', 'community_coordinator') and held_back is null and window_chosen and about = 'self'
);

-- What the places tell one another names nobody.
grant select, insert on food_notices, food_notice_answers to kanaeau_app;
grant update (closed_at) on food_notices to kanaeau_app;
create policy the_network_reads_who_has_and_who_asks on food_notices for select to kanaeau_app using (
  place_id = any((select gate.food_places_joined())::uuid[])
);
create policy who_keeps_a_place_tells_the_network on food_notices for insert to kanaeau_app with check (
  place_id = any((select gate.places_kept())::uuid[]) and place_id = any((select gate.food_places_joined())::uuid[])
  and written_by = gate.actor_post()
);
create policy who_keeps_a_place_closes_its_notices on food_notices for update to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[])
);
create policy both_sides_read_an_answer on food_notice_answers for select to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[]) or asking_place_id = any((select gate.places_kept())::uuid[])
);
create policy who_keeps_a_place_answers_a_notice on food_notice_answers for insert to kanaeau_app with check (
  place_id = any((select gate.places_kept())::uuid[]) and answered_by = gate.actor_post()
);

grant select, insert on food_recalls, food_recall_lots, food_recall_answers to kanaeau_app;
grant update (closed_at, closed_words) on food_recalls to kanaeau_app;
create policy a_recall_is_seen_where_its_lots_came_to on food_recalls for select to kanaeau_app using (
  id = any((select gate.food_recalls_reached())::uuid[])
);
create policy who_keeps_a_place_starts_a_recall on food_recalls for insert to kanaeau_app with check (
  gate.actor_role() in ('place_host', 'community_coordinator') and started_by = gate.actor_post() and holder_id = gate.actor_body()
);
create policy who_started_a_recall_and_the_coordinators_close_it on food_recalls for update to kanaeau_app using (
  started_by = (select gate.actor_post()) or holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy gate_knows_what_is_recalled on food_recalls for select to kanaeau_gate using (true);
create policy lots_of_a_recall_are_seen_where_they_came_to on food_recall_lots for select to kanaeau_app using (
  lot_id = any((select gate.food_lots_reached())::uuid[])
);
create policy who_has_a_lot_recalls_it on food_recall_lots for insert to kanaeau_app with check (
  lot_id = any((select gate.food_lots_reached())::uuid[])
);
create policy gate_knows_lots_that_are_recalled on food_recall_lots for select to kanaeau_gate using (true);
create policy a_place_and_who_recalls_see_its_answer on food_recall_answers for select to kanaeau_app using (
  place_id = any((select gate.places_kept())::uuid[])
  or (recall_id = any((select gate.food_recalls_reached())::uuid[]) and (select gate.actor_role()) = 'community_coordinator')
);
create policy a_place_answers_a_recall on food_recall_answers for insert to kanaeau_app with check (
  place_id = any((select gate.places_kept())::uuid[]) and recall_id = any((select gate.food_recalls_reached())::uuid[])
  and answered_by = gate.actor_post()
);
