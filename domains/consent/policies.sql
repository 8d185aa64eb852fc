grant select, insert on lawful_bases, provisions, provision_withdrawals to kanaeau_app;
create policy everyone_signed_in_reads_the_bases on lawful_bases for select to kanaeau_app using (
  (select gate.actor_account()) is not null
);
create policy the_founder_lists_the_bases on lawful_bases for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'system_founder'
);
create policy gate_weighs_bases on lawful_bases for select to kanaeau_gate using (true);

create policy both_sides_see_a_provision on provisions for select to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and (holder_id = (select gate.actor_body()) or receiver_id = (select gate.actor_body()))
);
-- Who assigns households in a holder's name has to know whom that holder gives them to.
create policy who_writes_for_a_holder_sees_what_it_gives on provisions for select to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
-- Only who holds the records gives them.
create policy holders_provide on provisions for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('gatherer', 'council_officer') and holder_id = (select gate.actor_body())
);
create policy gate_weighs_provisions on provisions for select to kanaeau_gate using (true);

create policy both_sides_see_a_withdrawal on provision_withdrawals for select to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and (holder_id = (select gate.actor_body()) or receiver_id = (select gate.actor_body()))
);
create policy who_writes_for_a_holder_sees_what_it_took_back on provision_withdrawals for select to kanaeau_app using (
  (select gate.actor_role()) in ('gatherer', 'council_officer')
  and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])
);
create policy holders_withdraw on provision_withdrawals for insert to kanaeau_app with check (
  (select gate.actor_role()) in ('gatherer', 'council_officer') and holder_id = (select gate.actor_body())
);
create policy gate_weighs_withdrawals on provision_withdrawals for select to kanaeau_gate using (true);
