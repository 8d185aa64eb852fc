-- An own answer has the gate of its answer.
grant select, insert on project_own_answers, gathered_own_items, gathered_own_answers to kanaeau_app;
create policy planners_read_own_answers on project_own_answers for select to kanaeau_app using (
  (select gate.actor_role()) = 'planner'
);
create policy owners_read_their_own_answers on project_own_answers for select to kanaeau_app using (
  (select gate.actor_role()) = 'section_worker' and body_id = (select gate.actor_body())
);
create policy planners_write_own_answers on project_own_answers for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy owners_answer_own_items on project_own_answers for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'section_worker' and body_id = (select gate.actor_body())
);
create policy planners_and_committee_read_gathered_own_items on gathered_own_items for select to kanaeau_app using (
  (select gate.actor_role()) in ('planner', 'evaluator', 'operator')
);
create policy everyone_reads_gathered_own_items_once_fixed on gathered_own_items for select to kanaeau_app using (
  gathering_id = any((select gate.gatherings_fixed())::uuid[])
);
create policy planners_write_gathered_own_items on gathered_own_items for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
create policy planners_and_committee_read_gathered_own_answers on gathered_own_answers for select to kanaeau_app using (
  (select gate.actor_role()) in ('planner', 'evaluator', 'operator')
);
create policy everyone_reads_gathered_own_answers_once_fixed on gathered_own_answers for select to kanaeau_app using (
  gathering_id = any((select gate.gatherings_fixed())::uuid[])
);
create policy planners_write_gathered_own_answers on gathered_own_answers for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
