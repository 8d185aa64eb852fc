-- The bodies in whose name the actor keeps places that welcome: of a window, or of the coordinators.
create function gate.bodies_keeping_places() returns uuid[]
  stable language sql return coalesce(gate.bodies_worked_for(), gate.bodies_coordinated());

-- The places of the ways that the actor is given to read, with the plan of the person who goes them.
create function gate.find_places_of_actor() returns uuid[]
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  return gate.keep_reach('places_of_actor', array(
    select distinct j.place_id from joinings j where j.client_id = any(gate.people_of_actor('plan'))));
end $$;
create function gate.places_of_actor() returns uuid[]
  stable language sql return coalesce(gate.known_reach('places_of_actor'), gate.find_places_of_actor());
