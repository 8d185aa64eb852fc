grant select, insert on round_agreements to kanaeau_app;
create policy whoever_visits_knows_the_agreement_of_the_district on round_agreements for select to kanaeau_app using (
  (select gate.actor_post()) is not null and district_id = any((select gate.districts_of_post())::uuid[])
);
create policy gatherers_and_officers_write_the_agreement on round_agreements for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and group_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);

grant select, insert on visit_wishes to kanaeau_app;
create policy visitors_know_what_their_households_wish on visit_wishes for select to kanaeau_app using (
  household_id = any((select gate.households_of_actor())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy gatherers_and_officers_know_what_households_wish on visit_wishes for select to kanaeau_app using (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_of_actor('household'))::uuid[])
);
create policy visitors_hear_what_their_households_wish on visit_wishes for insert to kanaeau_app with check (
  gate.actor_role() in ('visitor', 'commissioner') and post_id = gate.actor_post()
  and household_id = any((select gate.households_of_actor())::uuid[])
);
create policy gatherers_and_officers_hear_what_households_wish on visit_wishes for insert to kanaeau_app with check (
  district_id = any((select gate.districts_gathered())::uuid[])
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
