-- Places that welcome are for the whole town: every window and every coordinator reads them, whoever wrote one down keeps it. What
-- else is known of places: domains/places.
create policy windows_and_coordinators_see_places_that_welcome on places for select to kanaeau_app using (
  welcomes <> 'no' and (select gate.bodies_keeping_places()) is not null
);
create policy receivers_know_the_places_of_ways_they_are_given on places for select to kanaeau_app using (
  id = any((select gate.places_of_actor())::uuid[])
);
create policy windows_write_down_places_that_welcome on places for insert to kanaeau_app with check (
  welcomes <> 'no' and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_keep_their_places on places for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

grant select, insert on place_supports to kanaeau_app;
create policy windows_and_coordinators_see_what_they_did_with_places on place_supports for select to kanaeau_app using (
  holder_id = any((select gate.bodies_keeping_places())::uuid[])
);
create policy windows_and_coordinators_write_what_they_did_with_places on place_supports for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_keeping_places())::uuid[])
);
create policy gate_counts_what_was_done_with_places on place_supports for select to kanaeau_gate using (true);

-- A way to a place is part of what is planned with one person, and goes with that facet.
grant select, insert on joinings, joining_steps, joining_tellings to kanaeau_app;
create policy windows_see_the_ways_of_their_people on joinings for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_the_ways_they_are_given on joinings for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('plan'))::uuid[])
);
create policy windows_begin_ways_to_places on joinings for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
grant update (next_look_on) on joinings to kanaeau_app;
create policy windows_say_when_they_look_again on joinings for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_the_steps_of_their_people on joining_steps for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_the_steps_they_are_given on joining_steps for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('plan'))::uuid[])
);
create policy windows_take_steps_with_their_people on joining_steps for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_see_what_places_were_told_of_their_people on joining_tellings for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_what_places_were_told on joining_tellings for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('plan'))::uuid[])
);
create policy windows_tell_places on joining_tellings for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy gate_counts_ways_to_places on joinings for select to kanaeau_gate using (true);
create policy gate_counts_steps_to_places on joining_steps for select to kanaeau_gate using (true);
