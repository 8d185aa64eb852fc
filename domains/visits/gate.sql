-- The households assigned to the actor's post today, with the entries that were merged into them.
create function gate.households_of_actor() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp
as $$
  with assigned as (
    select a.household_id from household_assignments a
      where a.post_id = gate.actor_post()
        and gate.actor_role() is not null and gate.actor_role() <> 'finishing'
        and a.starts_on <= gate.today()
        and (a.ends_on is null or a.ends_on >= gate.today())
  )
  select array_agg(h.household_id) from (
    select household_id from assigned
    union
    select g.alias_id from household_merges g
      where g.kept_id in (select household_id from assigned)
        and not exists (select from household_merge_undoings u where u.merge_id = g.id)
    union
    select g.kept_id from household_merges g
      where g.alias_id in (select household_id from assigned)
        and not exists (select from household_merge_undoings u where u.merge_id = g.id)
  ) h
$$;
