-- ---- The disposer, of ended posts: who held one is forgotten, that it was there stays, since records name it.
grant update (account_id) on posts to kanaeau_app;
create policy the_disposer_makes_the_account_of_nobody on accounts for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'system_disposer' and id = (select gate.nobody())
);
create policy the_disposer_forgets_who_held_a_post on posts for update to kanaeau_app using (
  id = any((select gate.subjects_destroyed('post'))::uuid[])
) with check (account_id = (select gate.nobody()));
grant delete on post_terms to kanaeau_app;
create policy the_disposer_destroys_post_terms on post_terms for delete to kanaeau_app using (
  post_id = any((select gate.posts_destroyed())::uuid[])
);
grant delete on post_ending_withdrawals to kanaeau_app;
create policy the_disposer_destroys_post_ending_withdrawals on post_ending_withdrawals for delete to kanaeau_app using (
  post_id = any((select gate.posts_destroyed())::uuid[])
);
grant delete on post_endings to kanaeau_app;
create policy the_disposer_destroys_post_endings on post_endings for delete to kanaeau_app using (
  post_id = any((select gate.posts_destroyed())::uuid[])
);
grant delete on post_handins to kanaeau_app;
create policy the_disposer_destroys_post_handins on post_handins for delete to kanaeau_app using (
  post_id = any((select gate.posts_destroyed())::uuid[])
);
grant delete on visitor_numbers to kanaeau_app;
create policy the_disposer_destroys_visitor_numbers on visitor_numbers for delete to kanaeau_app using (
  post_id = any((select gate.posts_destroyed())::uuid[])
);
grant delete on visitor_number_versions to kanaeau_app;
create policy the_disposer_destroys_visitor_number_versions on visitor_number_versions for delete to kanaeau_app using (
  post_id = any((select gate.posts_destroyed())::uuid[])
);
create policy the_disposer_destroys_tokens_of_posts on tokens for delete to kanaeau_app using (
  post_id = any((select gate.posts_destroyed())::uuid[])
);
create policy the_disposer_destroys_calendar_addresses_of_posts on calendar_addresses for delete to kanaeau_app using (
  post_id = any((select gate.posts_destroyed())::uuid[])
);
create policy the_disposer_destroys_sessions_of_posts on sessions for delete to kanaeau_app using (
  post_id = any((select gate.posts_destroyed())::uuid[])
);
grant delete on post_successions to kanaeau_app;
create policy the_disposer_destroys_post_successions on post_successions for delete to kanaeau_app using (
  post_id = any((select gate.posts_destroyed())::uuid[])
  or successor_id = any((select gate.posts_destroyed())::uuid[])
);
grant delete on post_transfer_rows to kanaeau_app;
create policy the_disposer_destroys_post_transfer_rows on post_transfer_rows for delete to kanaeau_app using (
  post_id = any((select gate.posts_destroyed())::uuid[])
  or transfer_id = any((select gate.subjects_destroyed('transfer'))::uuid[])
);

-- Files of transfers.
grant delete on post_transfer_withdrawals to kanaeau_app;
create policy the_disposer_destroys_post_transfer_withdrawals on post_transfer_withdrawals for delete to kanaeau_app using (
  transfer_id = any((select gate.subjects_destroyed('transfer'))::uuid[])
);
grant delete on post_transfers to kanaeau_app;
create policy the_disposer_destroys_post_transfers on post_transfers for delete to kanaeau_app using (
  id = any((select gate.subjects_destroyed('transfer'))::uuid[])
);
grant delete on phones to kanaeau_app;
create policy the_disposer_destroys_phones on phones for delete to kanaeau_app using (
  account_id = any((select gate.subjects_destroyed('account'))::uuid[])
);
create policy the_disposer_destroys_phones_of_posts on phones for delete to kanaeau_app using (
  post_id = any((select gate.posts_destroyed())::uuid[])
);
grant delete on commissioner_duties to kanaeau_app;
create policy the_disposer_destroys_duties_of_commissioners on commissioner_duties for delete to kanaeau_app using (
  post_id = any((select gate.posts_destroyed())::uuid[])
);
