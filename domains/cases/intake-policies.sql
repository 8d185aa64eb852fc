grant select, insert on intake_versions to kanaeau_app;
create policy windows_read_what_first_words_said on intake_versions for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_keep_what_first_words_said on intake_versions for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

-- 名寄せ is the coordinator's, whose body holds one of the two records and is given the other. Nobody else knows of it, the body
-- that holds the other record included: it would tell that there is one here.
grant select, insert on client_links, client_link_undoings to kanaeau_app;
create policy coordinators_see_what_they_brought_together on client_links for select to kanaeau_app using (
  (select gate.actor_role()) = 'case_coordinator' and holder_id = any((select gate.bodies_worked_for())::uuid[])
  and (other_holder_id = any((select gate.bodies_worked_for())::uuid[])
    or other_id = any((select gate.people_of_actor('identity'))::uuid[]))
);
create policy coordinators_bring_records_together on client_links for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'case_coordinator' and holder_id = any((select gate.bodies_worked_for())::uuid[])
  and (other_holder_id = any((select gate.bodies_worked_for())::uuid[])
    or other_id = any((select gate.people_of_actor('identity'))::uuid[]))
);
create policy coordinators_see_what_they_took_apart on client_link_undoings for select to kanaeau_app using (
  (select gate.actor_role()) = 'case_coordinator' and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy coordinators_take_records_apart on client_link_undoings for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'case_coordinator' and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
