grant select, insert on contributions to kanaeau_app;
grant update (kinds, conditions, insurance, insurance_words, starts_on, ends_on, version) on contributions to kanaeau_app;
create policy coordinators_see_contributions on contributions for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_contributions on contributions for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_change_contributions on contributions for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy gate_reads_contributions_to_publish_them on contributions for select to kanaeau_gate using (true);

grant select, insert on contribution_results to kanaeau_app;
create policy coordinators_see_what_contributions_brought on contribution_results for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_write_what_contributions_brought on contribution_results for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on contribution_permissions to kanaeau_app;
create policy coordinators_see_what_may_be_published on contribution_permissions for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_record_what_may_be_published on contribution_permissions for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy gate_knows_what_may_be_published on contribution_permissions for select to kanaeau_gate using (true);
create policy gate_names_organisations_that_agreed on participant_names for select to kanaeau_gate using (true);
create policy gate_knows_the_sort_of_organisations_that_agreed on participants for select to kanaeau_gate using (true);
