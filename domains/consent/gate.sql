-- The provisions of a facet that the actor's body is given today. Asked inside the gate's own functions.
create function gate.provisions_to_actor(facet text) returns table (holder_id uuid, acts_for_holder boolean)
  stable language sql as $$
  select p.holder_id, b.acts_for_holder
  from provisions p
  join lawful_bases b on b.id = p.basis_id
  where gate.actor_role() is not null
    and p.receiver_id = gate.actor_body()
    and provisions_to_actor.facet = any(p.facets)
    and p.starts_on <= gate.today()
    and (p.ends_on is null or p.ends_on >= gate.today())
    and (b.ends_on is null or b.ends_on >= gate.today())
    and not exists (select from provision_withdrawals w where w.provision_id = p.id)
$$;

-- The bodies whose rows of a facet the actor's own body may see today: itself, those it took over from, and whoever
-- provides it.
create function gate.find_holders_of_actor(facet text) returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('holders_' || facet, case when gate.actor_role() is not null
    then gate.bodies_taken_over_by(gate.actor_body()) || array(select p.holder_id from gate.provisions_to_actor(find_holders_of_actor.facet) p) end);
end $$;
create function gate.holders_of_actor(facet text) returns uuid[]
  stable language sql return coalesce(gate.known_reach('holders_' || facet), gate.find_holders_of_actor(facet));

-- The bodies in whose name the actor may write a facet today: its own, and whoever entrusted it (委託). Records are kept
-- by gatherers and officers; a visitor's own visits have policies of their own.
create function gate.find_holders_served_by_actor(facet text) returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('served_' || facet, gate.bodies_taken_over_by(gate.actor_body())
    || array(select p.holder_id from gate.provisions_to_actor(find_holders_served_by_actor.facet) p where p.acts_for_holder));
end $$;
create function gate.holders_served_by_actor(facet text) returns uuid[]
  stable language sql return case when gate.actor_role() in ('gatherer', 'council_officer')
    then coalesce(gate.known_reach('served_' || facet), gate.find_holders_served_by_actor(facet)) else '{}' end;
