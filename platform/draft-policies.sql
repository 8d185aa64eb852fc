grant select, insert, delete on drafts to kanaeau_app;
grant update (content, saved_at) on drafts to kanaeau_app;
create policy whoever_types_reads_it_again on drafts for select to kanaeau_app using (
  post_id = (select gate.actor_post()) and account_id = (select gate.actor_account())
);
create policy whoever_types_keeps_it on drafts for insert to kanaeau_app with check (
  post_id = (select gate.actor_post()) and account_id = (select gate.actor_account())
);
create policy whoever_types_goes_on on drafts for update to kanaeau_app using (
  post_id = (select gate.actor_post()) and account_id = (select gate.actor_account())
);
create policy whoever_types_throws_it_away on drafts for delete to kanaeau_app using (
  post_id = (select gate.actor_post()) and account_id = (select gate.actor_account())
);
create policy the_sweeper_finds_old_drafts on drafts for select to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and saved_at <= (select gate.now_of_call()) - interval '30 days'
);
create policy the_sweeper_forgets_old_drafts on drafts for delete to kanaeau_app using (
  (select gate.actor_role()) = 'system_sweeper' and saved_at <= (select gate.now_of_call()) - interval '30 days'
);
