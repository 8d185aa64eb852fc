-- The bodies whose rows of a facet the actor's own body may see today: itself, and whoever provides it.
create function gate.holders_of_actor(facet text) returns uuid[]
  stable security definer language sql set search_path = public, pg_temp
as $$
  select array_agg(h.holder_id) from (
    select gate.actor_body() as holder_id where gate.actor_role() is not null
    union
    select p.holder_id from provisions p
      where gate.actor_role() is not null
        and p.receiver_id = gate.actor_body()
        and p.facet = holders_of_actor.facet
        and p.household_id is null
        and p.starts_on <= gate.today()
        and (p.ends_on is null or p.ends_on >= gate.today())
        and not exists (select from provision_withdrawals w where w.provision_id = p.id)
  ) h
$$;
