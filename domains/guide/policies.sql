grant select on public_versions to kanaeau_app;
create policy anybody_knows_whether_public_pages_have_changed on public_versions for select to kanaeau_app using (true);
create policy gate_counts_changes_of_public_pages on public_versions for all to kanaeau_gate using (true) with check (true);
create policy gate_says_what_the_guide_offers on code_entries for select to kanaeau_gate using (
  list in ('liking', 'place_access', 'place_language')
);
create policy gate_says_what_codes_of_the_guide_are_called on code_wordings for select to kanaeau_gate using (true);
