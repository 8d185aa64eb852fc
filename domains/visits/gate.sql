-- The households assigned today to the actor's post or to the one it stands in for, with the entries that are one household
-- with them. A household of another body is among them only as long as that body provides it.
create function gate.households_of_actor() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp
as $$
  with assigned as (
    select h.opens_as as id
    from household_assignments a
    join households h on h.id = a.household_id
    where a.post_id = any((select gate.posts_of_actor())::uuid[])
      and gate.actor_role() is not null and gate.actor_role() <> 'finishing'
      and a.starts_on <= gate.today()
      and (a.ends_on is null or a.ends_on >= gate.today())
      and a.holder_id = any((select gate.holders_of_actor('household'))::uuid[])
  )
  select array_agg(h.id) from households h where h.opens_as in (select id from assigned)
$$;

-- The households a post that has ended still reaches to finish its last month: those it was assigned in that month, and
-- those it visited.
create function gate.households_while_finishing() returns uuid[]
  stable security definer language sql set search_path = public, pg_temp
as $$
  select array_agg(f.household_id) from (
    select a.household_id
    from household_assignments a
    join posts p on p.id = a.post_id
    where gate.actor_role() = 'finishing' and p.id = gate.actor_post()
      and a.starts_on <= p.ends_on and (a.ends_on is null or a.ends_on >= gate.own_entries_from())
      and a.holder_id = any((select gate.holders_of_actor('household'))::uuid[])
    union
    select v.household_id from visits v
    where gate.actor_role() = 'finishing' and v.post_id = gate.actor_post()
      and v.visited_on >= gate.own_entries_from()
  ) f
$$;
