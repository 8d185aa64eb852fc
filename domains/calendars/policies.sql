-- Whose address it is sees that there is one, and ends it; what opens it is read by the gate alone.
grant select (id, account_id, post_id, made_at, ended_at), insert, update (ended_at) on calendar_addresses to kanaeau_app;
create policy everyone_sees_their_own_calendar_addresses on calendar_addresses for select to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy everyone_makes_their_own_calendar_addresses on calendar_addresses for insert to kanaeau_app with check (
  account_id = (select gate.actor_account()) and post_id = (select gate.actor_post())
);
create policy everyone_ends_their_own_calendar_addresses on calendar_addresses for update to kanaeau_app using (
  account_id = (select gate.actor_account())
);
create policy gate_keeps_calendar_addresses on calendar_addresses for all to kanaeau_gate using (true) with check (true);
