-- The bodies whose wishes and offers the actor brings together (生活支援コーディネーター): its own, with those it took over.
create function gate.find_bodies_coordinated() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('bodies_coordinated', gate.bodies_taken_over_by(gate.actor_body()));
end $$;
create function gate.bodies_coordinated() returns uuid[]
  stable language sql return case when gate.actor_role() = 'community_coordinator'
    then coalesce(gate.known_reach('bodies_coordinated'), gate.find_bodies_coordinated()) end;
