grant select, insert, delete on wish_cards to kanaeau_app;
grant update (ended_at) on wish_cards to kanaeau_app;
create policy coordinators_see_the_cards_they_gave_out on wish_cards for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_make_cards on wish_cards for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[]) and made_by = gate.actor_post()
);
create policy coordinators_end_cards on wish_cards for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy the_sweeper_finds_cards_that_are_over on wish_cards for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and expires_at <= (select gate.now_of_call()) - interval '30 days'
);
create policy the_sweeper_forgets_cards_that_are_over on wish_cards for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and expires_at <= (select gate.now_of_call()) - interval '30 days'
);
create policy gate_knows_what_a_card_is_for on wish_cards for select to kanaeau_gate using (true);

grant insert on wish_card_codes to kanaeau_app;
create policy coordinators_give_a_card_its_code on wish_card_codes for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy gate_knows_codes_of_cards on wish_card_codes for select to kanaeau_gate using (true);

-- What anybody writes goes in; it is read, changed and taken back by whoever holds its receipt, and read by the coordinators.
grant select, insert, delete on wish_notes to kanaeau_app;
grant update (sort, name, reaching, district_id, changed_at, withdrawn_at, forget_after) on wish_notes to kanaeau_app;
create policy anybody_writes_what_would_be_good on wish_notes for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'system_letterbox'
);
create policy whoever_holds_the_receipt_reads_the_own_note on wish_notes for select to kanaeau_app using (
  id = (select gate.wish_note_opened())
);
create policy whoever_holds_the_receipt_changes_the_own_note on wish_notes for update to kanaeau_app using (
  id = (select gate.wish_note_opened())
);
create policy coordinators_read_what_was_written on wish_notes for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_say_when_a_note_is_over on wish_notes for update to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy the_sweeper_finds_notes_that_are_over on wish_notes for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after <= (select gate.now_of_call())
);
create policy the_sweeper_forgets_notes_that_are_over on wish_notes for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after <= (select gate.now_of_call())
);
create policy gate_finds_a_note_by_its_receipt on wish_notes for select to kanaeau_gate using (true);

grant select, insert on wish_note_sides to kanaeau_app;
grant update (words, reach, days, parts, limits, step, times, until) on wish_note_sides to kanaeau_app;
create policy anybody_writes_the_sides_of_a_note on wish_note_sides for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'system_letterbox'
);
create policy whoever_holds_the_receipt_reads_its_sides on wish_note_sides for select to kanaeau_app using (
  note_id = (select gate.wish_note_opened())
);
create policy whoever_holds_the_receipt_changes_its_sides on wish_note_sides for update to kanaeau_app using (
  note_id = (select gate.wish_note_opened())
);
create policy coordinators_read_the_sides_of_notes on wish_note_sides for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);

grant select, insert on wish_note_decisions to kanaeau_app;
create policy coordinators_see_what_was_made_of_notes on wish_note_decisions for select to kanaeau_app using (
  holder_id = any((select gate.bodies_coordinated())::uuid[])
);
create policy coordinators_say_what_they_made_of_notes on wish_note_decisions for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_coordinated())::uuid[]) and decided_by = gate.actor_post()
);
create policy whoever_holds_the_receipt_learns_how_it_stands on wish_note_decisions for select to kanaeau_app using (
  note_id = (select gate.wish_note_opened())
);
create policy gate_knows_what_became_of_notes on wish_note_decisions for select to kanaeau_gate using (true);

-- Taking back takes effect at once, also on what was made of it.
create policy whoever_holds_the_receipt_finds_what_was_made_of_it on wishes for select to kanaeau_app using (
  id = any((select gate.wishes_of_note_opened())::uuid[])
);
create policy whoever_holds_the_receipt_takes_it_back on wishes for update to kanaeau_app using (
  id = any((select gate.wishes_of_note_opened())::uuid[])
);
