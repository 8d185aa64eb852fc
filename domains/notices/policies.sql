-- A notice is written by who works for its body, and by the host of the place it is about. What was published anybody reads through
-- gate.notices_published.
grant select, insert on notices, notice_texts, notice_publications to kanaeau_app;
grant update (district_ids, themes, shown_from, shown_until, version) on notices to kanaeau_app;
grant update (withdrawn_at, spread_at) on notice_publications to kanaeau_app;
create policy bodies_see_their_notices on notices for select to kanaeau_app using (
  holder_id = any((select gate.bodies_that_tell())::uuid[])
);
create policy bodies_write_their_notices on notices for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_that_tell())::uuid[]) and place_id is null and written_by = gate.actor_post()
);
create policy bodies_say_for_whom_their_notices_are on notices for update to kanaeau_app using (
  holder_id = any((select gate.bodies_that_tell())::uuid[])
);
create policy hosts_see_the_notices_of_their_place on notices for select to kanaeau_app using (
  place_id = any((select gate.places_hosted())::uuid[])
);
create policy hosts_write_the_notices_of_their_place on notices for insert to kanaeau_app with check (
  place_id = any((select gate.places_hosted())::uuid[]) and holder_id = gate.actor_body() and written_by = gate.actor_post()
);
create policy hosts_say_for_whom_their_notices_are on notices for update to kanaeau_app using (
  place_id = any((select gate.places_hosted())::uuid[])
);
create policy gate_knows_notices on notices for select to kanaeau_gate using (true);

create policy bodies_see_what_their_notices_say on notice_texts for select to kanaeau_app using (
  holder_id = any((select gate.bodies_that_tell())::uuid[])
);
create policy bodies_write_what_their_notices_say on notice_texts for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_that_tell())::uuid[]) and written_by = gate.actor_post()
);
create policy hosts_see_what_their_notices_say on notice_texts for select to kanaeau_app using (
  place_id = any((select gate.places_hosted())::uuid[])
);
create policy hosts_write_what_their_notices_say on notice_texts for insert to kanaeau_app with check (
  place_id = any((select gate.places_hosted())::uuid[]) and written_by = gate.actor_post()
);
create policy gate_shows_anybody_what_was_published on notice_texts for select to kanaeau_gate using (true);

create policy bodies_see_what_they_published on notice_publications for select to kanaeau_app using (
  holder_id = any((select gate.bodies_that_tell())::uuid[])
);
create policy bodies_publish_their_notices on notice_publications for insert to kanaeau_app with check (
  holder_id = any((select gate.bodies_that_tell())::uuid[]) and published_by = gate.actor_post()
);
create policy bodies_take_their_notices_back on notice_publications for update to kanaeau_app using (
  holder_id = any((select gate.bodies_that_tell())::uuid[])
);
create policy hosts_see_what_they_published on notice_publications for select to kanaeau_app using (
  place_id = any((select gate.places_hosted())::uuid[])
);
create policy hosts_publish_their_notices on notice_publications for insert to kanaeau_app with check (
  place_id = any((select gate.places_hosted())::uuid[]) and published_by = gate.actor_post()
);
create policy hosts_take_their_notices_back on notice_publications for update to kanaeau_app using (
  place_id = any((select gate.places_hosted())::uuid[])
);
create policy gate_knows_what_was_published on notice_publications for select to kanaeau_gate using (true);
create policy the_sending_finds_what_was_published on notice_publications for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_notice_sender'
);
create policy the_sending_notes_to_whom_it_goes on notice_publications for update to kanaeau_app using (
  (select gate.actor_role()) = 'system_notice_sender'
);

-- Words and rules hold nothing about anybody.
grant select, insert on notice_words, notice_rules to kanaeau_app;
create policy who_writes_notices_reads_the_words on notice_words for select to kanaeau_app using ((select gate.writes_notices()));
create policy who_writes_notices_sets_the_words on notice_words for insert to kanaeau_app with check (
  (select gate.writes_notices()) and set_by = gate.actor_post()
);
create policy who_writes_notices_reads_the_rules on notice_rules for select to kanaeau_app using ((select gate.writes_notices()));
create policy who_writes_notices_sets_the_rules on notice_rules for insert to kanaeau_app with check (
  (select gate.writes_notices()) and set_by = gate.actor_post()
);

-- An address is read by the sending, and by nobody else.
grant select, delete on notice_subscriptions to kanaeau_app;
create policy the_sending_reads_addresses on notice_subscriptions for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_notice_sender'
);
create policy the_sweeper_finds_addresses_nobody_confirmed on notice_subscriptions for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and confirmed_at is null and asked_at < (select gate.now_of_call()) - interval '2 days'
);
create policy the_sweeper_forgets_addresses_nobody_confirmed on notice_subscriptions for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and confirmed_at is null and asked_at < (select gate.now_of_call()) - interval '2 days'
);
create policy gate_keeps_addresses on notice_subscriptions for all to kanaeau_gate using (true) with check (true);

grant select, insert on notice_deliveries to kanaeau_app;
grant update (state, tries, next_at, changed_at, answer) on notice_deliveries to kanaeau_app;
create policy the_sending_sees_what_is_to_be_sent on notice_deliveries for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_notice_sender'
);
create policy the_sending_says_to_whom_it_goes on notice_deliveries for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'system_notice_sender'
);
create policy the_sending_says_what_became_of_it on notice_deliveries for update to kanaeau_app using (
  (select gate.actor_role()) = 'system_notice_sender'
);
create policy gate_counts_and_asks_for_deliveries on notice_deliveries for all to kanaeau_gate using (true) with check (true);
