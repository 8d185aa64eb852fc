-- A list of codes holds nothing about anybody.
grant select, insert on code_entries, code_wordings to kanaeau_app;
grant update (ends_on) on code_entries to kanaeau_app;
create policy everyone_signed_in_reads_the_codes on code_entries for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy gate_names_what_places_have on code_entries for select to kanaeau_gate using (
  list in ('place_access', 'place_language')
);
create policy administrators_add_codes on code_entries for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator', 'system_founder')
);
create policy administrators_end_codes on code_entries for update to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy everyone_signed_in_reads_what_codes_are_called on code_wordings for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy gate_knows_what_codes_are_called on code_wordings for select to kanaeau_gate using (true);
create policy administrators_word_codes on code_wordings for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator', 'system_founder')
);
