-- Who sees who is signed in and who signed in when; second factors by role; links to the town's sign-on service.
create policy administrators_see_who_is_signed_in on sessions for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
grant select on sign_ins to kanaeau_app;
create policy everyone_sees_their_own_sign_ins on sign_ins for select to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy administrators_and_auditors_see_sign_ins on sign_ins for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator', 'auditor')
);
create policy gate_keeps_sign_ins on sign_ins for all to kanaeau_gate using (true) with check (true);

grant update (needs_second_factor) on posts to kanaeau_app;
grant select, insert on second_factor_rules to kanaeau_app;
create policy administrators_see_second_factor_rules on second_factor_rules for select to kanaeau_app using (
  (select gate.actor_role()) = 'administrator'
);
create policy administrators_decide_second_factors on second_factor_rules for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'administrator'
);

grant select, delete on sign_on_links to kanaeau_app;
create policy everyone_sees_their_own_sign_on on sign_on_links for select to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy administrators_see_sign_ons on sign_on_links for select to kanaeau_app using (
  (select gate.actor_role()) in ('administrator', 'operator')
);
create policy everyone_ends_their_own_sign_on on sign_on_links for delete to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy gate_keeps_sign_ons on sign_on_links for all to kanaeau_gate using (true) with check (true);
create policy gate_keeps_sign_on_ceremonies on sign_on_ceremonies for all to kanaeau_gate using (true) with check (true);
