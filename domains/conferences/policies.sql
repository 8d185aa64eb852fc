-- Kinds hold nothing about anybody. A sitting is a day and a place. Everything else hangs on its item: who called it sees all of
-- it, an open seat sees it, its words as long as they are open. docs/gate.md, Conferences.
grant select, insert on conference_kinds to kanaeau_app;
create policy everyone_signed_in_reads_the_kinds on conference_kinds for select to kanaeau_app using (
  (select gate.actor_account()) is not null or (select gate.actor_role()) = 'system_founder'
);
create policy the_founder_lists_the_kinds on conference_kinds for insert to kanaeau_app with check (
  gate.actor_role() in ('system_founder', 'convener')
);

grant select, insert on conference_members to kanaeau_app;
grant update (ends_on) on conference_members to kanaeau_app;
create policy everyone_signed_in_reads_who_is_a_member on conference_members for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy conveners_name_members on conference_members for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'convener' and named_by = gate.actor_account()
);
create policy conveners_end_members on conference_members for update to kanaeau_app using (
  (select gate.actor_role()) = 'convener'
);

grant select, insert on conferences to kanaeau_app;
grant update (held_on, starts_at, place, closed_at, version) on conferences to kanaeau_app;
create policy conveners_and_coordinators_know_every_sitting on conferences for select to kanaeau_app using (
  (select gate.actor_role()) in ('convener', 'case_coordinator')
);
create policy callers_know_their_bodys_sittings on conferences for select to kanaeau_app using (
  holder_id = any((select gate.bodies_called_for())::uuid[])
);
create policy the_invited_know_the_sitting on conferences for select to kanaeau_app using (
  id = any((select gate.sittings_invited())::uuid[])
);
create policy callers_call_a_sitting on conferences for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_called_for())::uuid[]) and called_post_id = gate.actor_post()
);
create policy callers_change_their_bodys_sittings on conferences for update to kanaeau_app using (
  holder_id = any((select gate.bodies_called_for())::uuid[])
);

grant select, insert on conference_items to kanaeau_app;
grant update (held_on, open_until, next_on, closed_at, ended_at) on conference_items to kanaeau_app;
create policy callers_see_the_items_they_called on conference_items for select to kanaeau_app using (
  id = any((select gate.items_called())::uuid[])
);
create policy seats_see_their_items on conference_items for select to kanaeau_app using (
  id = any((select gate.items_seated())::uuid[])
);
create policy callers_add_items_of_their_own_body on conference_items for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_called_for())::uuid[])
  and caller_role = gate.actor_role() and added_post_id = gate.actor_post()
);
create policy callers_carry_their_items_on on conference_items for update to kanaeau_app using (
  id = any((select gate.items_called())::uuid[])
);
create policy gate_knows_the_items on conference_items for select to kanaeau_gate using (true);

grant select, insert on conference_steps to kanaeau_app;
create policy callers_see_the_steps_of_their_items on conference_steps for select to kanaeau_app using (
  item_id = any((select gate.items_called())::uuid[])
);
create policy seats_see_the_steps_of_their_items on conference_steps for select to kanaeau_app using (
  item_id = any((select gate.items_seated())::uuid[])
);
create policy callers_take_steps_with_their_items on conference_steps for insert to kanaeau_app with check (
  item_id = any((select gate.items_called())::uuid[]) and post_id = gate.actor_post()
);

grant select, insert on conference_subjects to kanaeau_app;
create policy callers_see_whom_their_items_are_about on conference_subjects for select to kanaeau_app using (
  item_id = any((select gate.items_called())::uuid[])
);
create policy seats_see_whom_their_items_are_about on conference_subjects for select to kanaeau_app using (
  item_id = any((select gate.items_seated())::uuid[])
);
create policy callers_say_whom_their_items_are_about on conference_subjects for insert to kanaeau_app with check (
  item_id = any((select gate.items_called())::uuid[])
);
create policy gate_knows_whom_items_are_about on conference_subjects for select to kanaeau_gate using (true);

grant select, insert on conference_seats to kanaeau_app;
grant update (present, revoked_at) on conference_seats to kanaeau_app;
create policy callers_see_the_seats_of_their_items on conference_seats for select to kanaeau_app using (
  item_id = any((select gate.items_called())::uuid[])
);
create policy seats_see_who_else_sits on conference_seats for select to kanaeau_app using (
  item_id = any((select gate.items_seated())::uuid[])
);
create policy the_invited_see_their_own_seat on conference_seats for select to kanaeau_app using (
  revoked_at is null and post_id = any((select gate.posts_sitting())::uuid[])
);
create policy callers_invite_to_their_items on conference_seats for insert to kanaeau_app with check (
  item_id = any((select gate.items_called())::uuid[])
);
create policy callers_change_the_seats_of_their_items on conference_seats for update to kanaeau_app using (
  item_id = any((select gate.items_called())::uuid[])
);
create policy gate_knows_the_seats on conference_seats for select to kanaeau_gate using (true);

grant select, insert on secrecy_undertakings to kanaeau_app;
create policy everyone_sees_what_they_undertook on secrecy_undertakings for select to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy callers_see_who_undertook_secrecy on secrecy_undertakings for select to kanaeau_app using (
  item_id = any((select gate.items_called())::uuid[])
);
create policy the_invited_undertake_secrecy on secrecy_undertakings for insert to kanaeau_app with check (
  account_id = gate.actor_account() and post_id = any((select gate.posts_sitting())::uuid[])
);
create policy callers_note_what_a_guest_signed on secrecy_undertakings for insert to kanaeau_app with check (
  account_id is null and item_id = any((select gate.items_called())::uuid[])
);
create policy gate_knows_who_undertook_secrecy on secrecy_undertakings for select to kanaeau_gate using (true);

grant select, insert on conference_papers to kanaeau_app;
grant update (title, words, withdrawn_at, version) on conference_papers to kanaeau_app;
create policy callers_read_the_words_of_their_items on conference_papers for select to kanaeau_app using (
  item_id = any((select gate.items_called())::uuid[])
);
create policy seats_read_the_words_that_are_open on conference_papers for select to kanaeau_app using (
  item_id = any((select gate.items_open())::uuid[])
);
create policy callers_write_the_words_of_their_items on conference_papers for insert to kanaeau_app with check (
  item_id = any((select gate.items_called())::uuid[]) and post_id = gate.actor_post() and body_id = gate.actor_body()
);
create policy seats_bring_papers on conference_papers for insert to kanaeau_app with check (
  piece = 'paper' and item_id = any((select gate.items_open())::uuid[]) and post_id = gate.actor_post() and body_id = gate.actor_body()
);
create policy callers_correct_matter_and_minutes on conference_papers for update to kanaeau_app using (
  piece <> 'paper' and item_id = any((select gate.items_called())::uuid[])
);
create policy who_brought_a_paper_corrects_it on conference_papers for update to kanaeau_app using (
  piece = 'paper' and post_id = (select gate.actor_post())
);

grant select, insert on role_lines to kanaeau_app;
grant update (ended_at, ended_by) on role_lines to kanaeau_app;
create policy callers_see_the_role_sheet on role_lines for select to kanaeau_app using (
  item_id = any((select gate.items_called())::uuid[])
);
create policy seats_see_the_role_sheet_while_it_stands on role_lines for select to kanaeau_app using (
  ended_at is null and item_id = any((select gate.items_seated())::uuid[])
);
create policy posts_see_their_own_line_while_it_stands on role_lines for select to kanaeau_app using (
  ended_at is null and post_id = any((select gate.posts_sitting())::uuid[])
);
create policy callers_write_the_role_sheet on role_lines for insert to kanaeau_app with check (
  item_id = any((select gate.items_called())::uuid[])
);
create policy callers_end_lines_of_the_role_sheet on role_lines for update to kanaeau_app using (
  item_id = any((select gate.items_called())::uuid[])
);

grant select, insert on crossing_facts to kanaeau_app;
grant update (note_id) on crossing_facts to kanaeau_app;
create policy callers_see_what_is_to_cross on crossing_facts for select to kanaeau_app using (
  item_id = any((select gate.items_called())::uuid[])
);
create policy who_proposed_sees_what_is_to_cross on crossing_facts for select to kanaeau_app using (
  proposed_post_id = any((select gate.posts_sitting())::uuid[])
);
create policy records_officers_see_what_is_to_leave_their_body on crossing_facts for select to kanaeau_app using (
  from_body_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy seats_see_what_is_to_leave_their_body on crossing_facts for select to kanaeau_app using (
  from_body_id = (select gate.actor_body()) and item_id = any((select gate.items_seated())::uuid[])
);
create policy seats_propose_a_fact_for_their_own_client on crossing_facts for insert to kanaeau_app with check (
  item_id = any((select gate.items_seated())::uuid[]) and proposed_post_id = gate.actor_post()
  and holder_id = any((select gate.bodies_worked_for())::uuid[])
);
create policy who_proposed_notes_where_it_went on crossing_facts for update to kanaeau_app using (
  proposed_post_id = (select gate.actor_post())
);

grant select, insert on crossing_decisions to kanaeau_app;
create policy callers_see_whether_it_may_cross on crossing_decisions for select to kanaeau_app using (
  item_id = any((select gate.items_called())::uuid[])
);
create policy who_proposed_sees_whether_it_may_cross on crossing_decisions for select to kanaeau_app using (
  proposed_post_id = any((select gate.posts_sitting())::uuid[])
);
create policy records_officers_see_what_left_their_body on crossing_decisions for select to kanaeau_app using (
  from_body_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy seats_see_what_left_their_body on crossing_decisions for select to kanaeau_app using (
  from_body_id = (select gate.actor_body()) and item_id = any((select gate.items_seated())::uuid[])
);
create policy records_officers_decide_what_leaves_their_body on crossing_decisions for insert to kanaeau_app with check (
  from_body_id = any((select gate.bodies_answered_for())::uuid[])
);
create policy seats_decide_what_leaves_their_body on crossing_decisions for insert to kanaeau_app with check (
  from_body_id = gate.actor_body() and item_id = any((select gate.items_seated())::uuid[])
);
