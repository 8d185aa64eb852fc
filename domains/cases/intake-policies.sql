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

-- What the form asks of work, home and insurance belongs to a part of what is known each: whoever is given that part sees it.
grant select, insert, delete on intake_circumstances to kanaeau_app;
create policy windows_see_the_circumstances_they_noted on intake_circumstances for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_circumstances_of_a_facet_they_are_given on intake_circumstances for select to kanaeau_app using (
  (facet = 'living' and client_id = any((select gate.people_of_actor('living'))::uuid[]))
  or (facet = 'economy' and client_id = any((select gate.people_of_actor('economy'))::uuid[]))
  or (facet = 'health' and client_id = any((select gate.people_of_actor('health'))::uuid[]))
);
create policy windows_note_circumstances on intake_circumstances for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_take_circumstances_back on intake_circumstances for delete to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

grant select, insert, delete on intake_answers to kanaeau_app;
grant update (option_id, number, day, words) on intake_answers to kanaeau_app;
create policy windows_see_what_a_first_word_answers on intake_answers for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy receivers_see_what_first_words_they_are_given_answer on intake_answers for select to kanaeau_app using (
  client_id = any((select gate.people_of_actor('consultation'))::uuid[])
);
create policy windows_write_what_a_first_word_answers on intake_answers for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_correct_what_a_first_word_answers on intake_answers for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_take_answers_of_a_first_word_back on intake_answers for delete to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);

-- What counts as new holds nothing about anybody.
grant select, insert on intake_countings to kanaeau_app;
create policy everyone_signed_in_reads_what_counts_as_new on intake_countings for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy planners_say_what_counts_as_new on intake_countings for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('planner', 'system_founder')
);
