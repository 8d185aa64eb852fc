grant select on towns to kanaeau_app;
grant insert on towns to kanaeau_app;
create policy everyone_knows_the_town on towns for select to kanaeau_app using (true);
create policy the_founder_names_the_town on towns for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'system_founder'
);
create policy gate_knows_the_town on towns for select to kanaeau_gate using (true);

grant select, insert, update on districts to kanaeau_app;
create policy everyone_knows_the_districts on districts for select to kanaeau_app using (true);
create policy administrators_open_districts on districts for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator', 'system_founder')
);
create policy administrators_change_districts on districts for update to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy gate_knows_the_districts on districts for select to kanaeau_gate using (true);

grant select, insert on district_changes to kanaeau_app;
create policy everyone_knows_how_districts_changed on district_changes for select to kanaeau_app using (true);
create policy administrators_change_how_districts_are_cut on district_changes for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);
create policy gate_knows_how_districts_changed on district_changes for select to kanaeau_gate using (true);
