-- 支援措置 (address-gate.sql): what the gate itself reads and writes to close where a person is, and to open it again.
create policy gate_finds_addresses on client_contacts for select to kanaeau_gate using (true);
create policy gate_writes_empty_addresses on client_contacts for insert to kanaeau_gate with check (protected and address is null);
create policy gate_closes_addresses on client_contacts for update to kanaeau_gate using (true);
create policy gate_finds_what_addresses_were on client_versions for select to kanaeau_gate using (true);
create policy gate_closes_what_addresses_were on client_versions for update to kanaeau_gate using (true);
create policy gate_finds_first_words on intakes for select to kanaeau_gate using (true);
create policy gate_finds_what_was_noted on case_notes for select to kanaeau_gate using (true);
create policy gate_finds_parties on parties for select to kanaeau_gate using (true);
create policy gate_forgets_where_a_party_is on parties for update to kanaeau_gate using (true) with check (district_id is null);
create policy gate_finds_what_counts_a_person on encounters for select to kanaeau_gate using (true);
create policy gate_forgets_where_it_was on encounters for update to kanaeau_gate using (true) with check (district_id is null);
create policy gate_finds_who_took_part on encounter_parties for select to kanaeau_gate using (true);
create policy gate_forgets_where_they_took_part on encounter_parties for update to kanaeau_gate
  using (true) with check (district_id is null);
create policy gate_finds_what_no_longer_counts on encounter_withdrawals for select to kanaeau_gate using (true);
create policy gate_forgets_where_it_no_longer_counts on encounter_withdrawals for update to kanaeau_gate
  using (true) with check (district_id is null);
create policy gate_moves_a_count_out_of_its_district on encounter_tally for insert to kanaeau_gate with check (source = 'single');
create policy gate_says_that_a_count_moved_late on later_additions for insert to kanaeau_gate with check (source = 'single');
