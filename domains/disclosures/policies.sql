-- Codes: of the body that issued them; the holder of a code sees its own.
grant select, insert on disclosure_keys to kanaeau_app;
grant update (ended_at) on disclosure_keys to kanaeau_app;
create policy bodies_see_the_codes_they_issued on disclosure_keys for select to kanaeau_app using (
  holder_id = any((select gate.bodies_disclosing())::uuid[])
);
create policy persons_see_their_code on disclosure_keys for select to kanaeau_app using (
  id = (select gate.key_of_actor())
);
create policy bodies_issue_codes on disclosure_keys for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_disclosing())::uuid[]) and issued_by = gate.actor_post()
);
create policy bodies_end_codes on disclosure_keys for update to kanaeau_app using (
  holder_id = any((select gate.bodies_disclosing())::uuid[])
);
create policy gate_weighs_codes on disclosure_keys for select to kanaeau_gate using (true);

grant insert on disclosure_codes to kanaeau_app;
create policy bodies_keep_what_proves_a_code on disclosure_codes for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_disclosing())::uuid[])
);
create policy gate_proves_codes on disclosure_codes for select to kanaeau_gate using (true);

grant select, insert on disclosure_releases to kanaeau_app;
create policy bodies_see_what_was_let_out on disclosure_releases for select to kanaeau_app using (
  holder_id = any((select gate.bodies_disclosing())::uuid[])
);
create policy records_officers_let_out on disclosure_releases for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_releasing())::uuid[]) and released_by = gate.actor_post()
);
create policy gate_weighs_releases on disclosure_releases for select to kanaeau_gate using (true);

grant select, insert, delete on disclosure_holdbacks to kanaeau_app;
create policy records_officers_see_what_is_held_back on disclosure_holdbacks for select to kanaeau_app using (
  holder_id = any((select gate.bodies_releasing())::uuid[])
);
create policy records_officers_hold_back on disclosure_holdbacks for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_releasing())::uuid[]) and held_by = gate.actor_post()
);
create policy records_officers_hold_back_no_longer on disclosure_holdbacks for delete to kanaeau_app using (
  holder_id = any((select gate.bodies_releasing())::uuid[])
);
create policy gate_weighs_holdbacks on disclosure_holdbacks for select to kanaeau_gate using (true);

grant select, insert on disclosure_questions, disclosure_answers to kanaeau_app;
create policy bodies_see_what_they_are_asked on disclosure_questions for select to kanaeau_app using (
  holder_id = any((select gate.bodies_releasing())::uuid[])
);
create policy persons_see_what_they_asked on disclosure_questions for select to kanaeau_app using (
  key_id = (select gate.key_of_actor())
);
create policy persons_ask on disclosure_questions for insert to kanaeau_app with check (
  key_id = (select gate.key_of_actor())
);
create policy gate_knows_with_which_code_was_asked on disclosure_questions for select to kanaeau_gate using (true);
create policy bodies_see_what_they_answered on disclosure_answers for select to kanaeau_app using (
  holder_id = any((select gate.bodies_releasing())::uuid[])
);
create policy persons_see_the_answers on disclosure_answers for select to kanaeau_app using (
  question_id = any((select gate.questions_of_key())::uuid[])
);
create policy records_officers_answer on disclosure_answers for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_releasing())::uuid[]) and answered_by = gate.actor_post()
);

-- The trail: ids and words alone; who may be told of which entry is the gate's to find.
create policy who_is_told_reads_those_entries on audit_entries for select to kanaeau_app using (
  number = any((select gate.entries_told())::bigint[])
);
create policy gate_finds_what_is_told on audit_entries for select to kanaeau_gate using (true);

-- 開示・訂正・利用停止の請求: of the records officer of the body that was asked.
grant select, insert on disclosure_rules to kanaeau_app;
create policy everyone_signed_in_knows_the_deadlines on disclosure_rules for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy administrators_set_the_deadlines on disclosure_rules for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator', 'system_founder')
);
grant select, insert on disclosure_requests, disclosure_steps to kanaeau_app;
create policy records_officers_see_the_requests on disclosure_requests for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy records_officers_receive_requests on disclosure_requests for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_answered_for())::uuid[]) and received_by = gate.actor_post()
);
create policy records_officers_see_the_steps on disclosure_steps for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy records_officers_take_the_steps on disclosure_steps for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_answered_for())::uuid[]) and taken_by = gate.actor_post()
);
grant select, insert on disclosure_request_numbers to kanaeau_app;
grant update (last) on disclosure_request_numbers to kanaeau_app;
create policy records_officers_see_the_last_number on disclosure_request_numbers for select to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy records_officers_give_a_first_number on disclosure_request_numbers for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy records_officers_count_on on disclosure_request_numbers for update to kanaeau_app using (
  holder_id = any((select gate.bodies_answered_for())::uuid[])
);
