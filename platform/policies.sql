grant select, insert on calls to kanaeau_app;
create policy callers_read_their_own_calls on calls for select to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy callers_note_their_own_calls on calls for insert to kanaeau_app with check (
  account_id = gate.actor_account()
);
-- A call may arrive again from a telephone that was without a signal for 72 hours: until then nothing forgets it.
grant delete on calls to kanaeau_app;
create policy the_forgetter_finds_old_calls on calls for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_forgetter' and called_at < (select gate.now_of_call()) - interval '72 hours'
);
create policy the_forgetter_forgets_old_calls on calls for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_forgetter' and called_at < (select gate.now_of_call()) - interval '72 hours'
);
create policy gate_finds_calls on calls for select to kanaeau_gate using (true);

-- Whoever acts leaves a row and cannot take it back; only the sealer moves it into the chain.
grant insert, select, delete on audit_inbox to kanaeau_app;
create policy everyone_leaves_a_row on audit_inbox for insert to kanaeau_app with check (
  account_id is not distinct from gate.actor_account()
);
create policy auditors_read_the_inbox on audit_inbox for select to kanaeau_app using (
  (select gate.actor_role()) in ('auditor', 'administrator', 'operator', 'system_sealer')
);
-- What was taken along of a person is told to whoever gave it, when it is taken back (consent/gate.sql).
create policy gate_finds_what_was_just_taken_along on audit_inbox for select to kanaeau_gate using (true);
create policy the_sealer_empties_the_inbox on audit_inbox for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sealer'
);

grant insert, select on audit_batches, audit_entries to kanaeau_app;
create policy the_sealer_adds_batches on audit_batches for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'system_sealer'
);
create policy auditors_read_batches on audit_batches for select to kanaeau_app using (
  (select gate.actor_role()) in ('auditor', 'administrator', 'operator', 'system_sealer')
);
create policy the_sealer_adds_entries on audit_entries for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'system_sealer'
);
create policy auditors_read_entries on audit_entries for select to kanaeau_app using (
  (select gate.actor_role()) in ('auditor', 'administrator', 'operator', 'system_sealer')
);
create policy gate_finds_what_was_taken_along on audit_entries for select to kanaeau_gate using (true);
