-- What anybody writes goes in and is not read again by the way it came; the window it went to reads it.
grant select, insert, delete on letters to kanaeau_app;
grant update (forget_after) on letters to kanaeau_app;
create policy anybody_puts_a_letter_into_the_box on letters for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'system_letterbox'
);
create policy windows_read_what_came_for_them on letters for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_say_when_it_is_over on letters for update to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy the_sweeper_finds_letters_that_are_over on letters for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after <= (select gate.now_of_call())
);
create policy the_sweeper_forgets_letters_that_are_over on letters for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and forget_after <= (select gate.now_of_call())
);
create policy gate_says_how_a_letter_stands on letters for select to kanaeau_gate using (true);

grant select, insert on letter_decisions, letter_answers to kanaeau_app;
create policy windows_see_what_they_decided_of_letters on letter_decisions for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_decide_of_letters on letter_decisions for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[]) and decided_by = gate.actor_post()
);
create policy gate_knows_what_was_decided_of_letters on letter_decisions for select to kanaeau_gate using (true);
create policy windows_see_what_they_answered on letter_answers for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_say_that_they_answered on letter_answers for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[]) and answered_by = gate.actor_post()
);
create policy gate_knows_that_letters_were_answered on letter_answers for select to kanaeau_gate using (true);

-- A letter goes to another window as a whole. Who passes it on says so here; the gate moves the letter, and what came of it comes along.
grant select, insert on letter_passings to kanaeau_app;
create policy windows_see_what_they_passed_on_and_were_passed on letter_passings for select to kanaeau_app using (
  holder_id = any((select gate.bodies_worked_for())::uuid[]) or receiver_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy windows_pass_letters_on_to_windows on letter_passings for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_worked_for())::uuid[]) and passed_by = gate.actor_post()
  and receiver_id = any((select gate.windows_for_letters())::uuid[])
);
create policy gate_knows_what_was_passed_on on letter_passings for select to kanaeau_gate using (true);
create policy gate_moves_what_was_passed_on on letters for update to kanaeau_gate using (true);
create policy gate_knows_where_the_form_goes on letter_settings for select to kanaeau_gate using (true);

-- What the public form offers holds nothing about anybody.
grant select, insert on letter_settings, language_reviews to kanaeau_app;
create policy everybody_knows_where_the_form_goes on letter_settings for select to kanaeau_app using (
  (select gate.actor_role()) is not null
);
create policy administrators_say_where_the_form_goes on letter_settings for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator' and set_by = gate.actor_post()
);
create policy everybody_knows_who_vouches_for_a_language on language_reviews for select to kanaeau_app using (
  (select gate.actor_role()) is not null
);
create policy administrators_record_who_vouches on language_reviews for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator' and recorded_by = gate.actor_post()
);
create policy the_public_form_offers_the_worries on code_entries for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_letterbox' and list = 'worry'
);
create policy the_public_form_says_what_worries_are_called on code_wordings for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_letterbox'
);
