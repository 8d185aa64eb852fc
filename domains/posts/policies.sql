grant select, insert, update (closed_at) on accounts to kanaeau_app;
create policy everyone_sees_their_own_account on accounts for select to kanaeau_app using (
  id = (select gate.actor_account())
);
create policy administrators_see_accounts on accounts for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator', 'operator')
);
create policy work_knows_the_names_it_needs on accounts for select to kanaeau_app using (
  id = any((select gate.accounts_of_actor())::uuid[])
);
create policy administrators_open_accounts on accounts for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator', 'system_founder')
);
create policy administrators_change_accounts on accounts for update to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
grant select, insert on account_closings to kanaeau_app;
create policy administrators_read_closings on account_closings for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy administrators_close_accounts on account_closings for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);
create policy gate_finds_accounts on accounts for all to kanaeau_gate using (true) with check (true);

grant select, insert, update (ends_on, ended_at) on posts to kanaeau_app;
create policy everyone_sees_their_own_posts on posts for select to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy administrators_see_posts on posts for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator', 'operator')
);
create policy gatherers_and_officers_see_the_posts_of_their_districts on posts for select to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and district_id = any((select gate.districts_of_actor())::uuid[])
);
create policy administrators_give_posts on posts for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator', 'system_founder')
);
create policy administrators_end_posts on posts for update to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy gate_finds_posts on posts for select to kanaeau_gate using (true);

grant select, insert on post_terms to kanaeau_app;
create policy everyone_sees_their_own_terms on post_terms for select to kanaeau_app using (
  post_id = (select gate.actor_post())
);
create policy administrators_see_terms on post_terms for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy administrators_give_terms on post_terms for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator', 'system_founder')
);

grant select, insert on post_endings, post_handins to kanaeau_app;
create policy administrators_read_endings on post_endings for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy administrators_write_endings on post_endings for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);
create policy everyone_sees_their_own_handins on post_handins for select to kanaeau_app using (
  post_id = any((select gate.posts_of_account())::uuid[])
);
create policy administrators_see_handins on post_handins for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy posts_hand_in_their_own on post_handins for insert to kanaeau_app with check (
  post_id = (select gate.actor_post())
);
create policy gate_finds_handins on post_handins for select to kanaeau_gate using (true);

-- Nobody reads back what a session or a token is known by.
grant select (id, account_id, post_id, factor_wanted, second_factor_at, created_at, expires_at, ended_at, seen_at,
  proven_at), update (post_id, ended_at) on sessions to kanaeau_app;
create policy everyone_sees_their_own_sessions on sessions for select to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy everyone_ends_their_own_sessions on sessions for update to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy gate_keeps_sessions on sessions for all to kanaeau_gate using (true) with check (true);

grant select (id, account_id, post_id, name, created_at, expires_at, ended_at), insert, update (ended_at)
  on tokens to kanaeau_app;
create policy everyone_sees_their_own_tokens on tokens for select to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy everyone_makes_their_own_tokens on tokens for insert to kanaeau_app with check (
  account_id = (select gate.actor_account()) and post_id = (select gate.actor_post())
);
create policy everyone_ends_their_own_tokens on tokens for update to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy gate_keeps_tokens on tokens for all to kanaeau_gate using (true) with check (true);

-- What proves an account is read by the gate alone.
create policy gate_keeps_secrets on account_secrets for all to kanaeau_gate using (true) with check (true);
create policy gate_keeps_recovery_codes on recovery_codes for all to kanaeau_gate using (true) with check (true);
create policy gate_keeps_invitations on invitations for all to kanaeau_gate using (true) with check (true);
create policy gate_counts_failures on sign_in_failures for all to kanaeau_gate using (true) with check (true);
create policy gate_keeps_challenges on passkey_challenges for all to kanaeau_gate using (true) with check (true);

grant select, insert, delete on passkeys to kanaeau_app;
create policy everyone_sees_their_own_passkeys on passkeys for select to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy everyone_adds_their_own_passkeys on passkeys for insert to kanaeau_app with check (
  account_id = (select gate.actor_account())
);
create policy everyone_removes_their_own_passkeys on passkeys for delete to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy gate_keeps_passkeys on passkeys for all to kanaeau_gate using (true) with check (true);

grant insert, select (id, account_id, created_at, expires_at, used_at), update (used_at) on invitations to kanaeau_app;
-- The operator of the terminal too: the way back when no administrator can sign in any more.
create policy administrators_invite on invitations for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('administrator', 'operator')
);
create policy administrators_see_invitations on invitations for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator', 'operator')
);
create policy administrators_void_invitations on invitations for update to kanaeau_app using (
  (select gate.actor_role()) in ('administrator', 'operator')
);

create policy administrators_close_a_post_that_never_began on post_handins for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);
grant select, insert on post_transfers, post_transfer_rows, post_transfer_withdrawals, post_ending_withdrawals to kanaeau_app;
create policy administrators_see_transfers on post_transfers for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy administrators_transfer on post_transfers for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);
create policy administrators_see_what_a_transfer_did on post_transfer_rows for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy administrators_keep_what_a_transfer_did on post_transfer_rows for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);
create policy administrators_see_withdrawn_transfers on post_transfer_withdrawals for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy administrators_withdraw_transfers on post_transfer_withdrawals for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);
create policy administrators_see_withdrawn_endings on post_ending_withdrawals for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy administrators_withdraw_endings on post_ending_withdrawals for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);

grant select, insert on post_successions to kanaeau_app;
create policy administrators_see_successions on post_successions for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy administrators_decide_successions on post_successions for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);
create policy gatherers_and_officers_see_the_successions_of_their_districts on post_successions for select to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and district_id = any((select gate.districts_of_actor())::uuid[])
);
create policy everyone_knows_whom_they_follow_and_who_follows_them on post_successions for select to kanaeau_app using (
  post_id = (select gate.actor_post()) or successor_id = (select gate.actor_post())
);
create policy gate_follows_successions on post_successions for select to kanaeau_gate using (true);
create policy who_leaves_and_who_follows_know_each_others_post on posts for select to kanaeau_app using (
  id = any((select gate.posts_of_handovers())::uuid[])
);
create policy who_leaves_and_who_follows_know_each_others_name on accounts for select to kanaeau_app using (
  id = any((select gate.accounts_of_handovers())::uuid[])
);

grant select, insert on district_takeovers to kanaeau_app;
create policy everyone_signed_in_knows_what_was_taken_over on district_takeovers for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy administrators_let_districts_be_taken_over on district_takeovers for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);
create policy gate_follows_takeovers on district_takeovers for select to kanaeau_gate using (true);
