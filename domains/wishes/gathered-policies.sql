-- 叶え合いの数 of a year that was gathered are seen by whoever sees what was gathered.
grant select, insert on gathered_wish_figures to kanaeau_app;
create policy planners_and_committee_read_gathered_wish_figures on gathered_wish_figures for select to kanaeau_app using (
  (select gate.actor_role()) in ('planner', 'evaluator', 'operator')
);
create policy everyone_reads_gathered_wish_figures_once_fixed on gathered_wish_figures for select to kanaeau_app using (
  gathering_id = any((select gate.gatherings_fixed())::uuid[])
);
create policy planners_write_gathered_wish_figures on gathered_wish_figures for insert to kanaeau_app with check (
  (select gate.actor_role()) = 'planner'
);
