grant select, insert on household_absences to kanaeau_app;
create policy visitors_know_when_their_households_are_away on household_absences for select to kanaeau_app using (
  household_id = any((select gate.households_of_actor())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy gatherers_and_officers_know_when_households_are_away on household_absences for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy visitors_hear_when_their_households_are_away on household_absences for insert to kanaeau_app with check (
  gate.actor_role() in ('visitor', 'commissioner') and post_id = gate.actor_post()
  and household_id = any((select gate.households_of_actor())::uuid[])
);
create policy gatherers_and_officers_hear_when_households_are_away on household_absences for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy gate_follows_absences on household_absences for select to kanaeau_gate using (true);

grant select, insert on household_absence_endings to kanaeau_app;
create policy visitors_know_when_their_households_are_home_again on household_absence_endings for select to kanaeau_app using (
  household_id = any((select gate.households_of_actor())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy gatherers_and_officers_know_when_households_are_home_again on household_absence_endings for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy visitors_take_an_absence_back on household_absence_endings for insert to kanaeau_app with check (
  gate.actor_role() in ('visitor', 'commissioner') and post_id = gate.actor_post()
  and household_id = any((select gate.households_of_actor())::uuid[])
);
create policy gatherers_and_officers_take_an_absence_back on household_absence_endings for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy gate_follows_endings_of_absences on household_absence_endings for select to kanaeau_gate using (true);
