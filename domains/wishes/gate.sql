-- The bodies whose wishes and offers the actor brings together (生活支援コーディネーター): its own, with those it took over.
create function gate.bodies_coordinated() returns uuid[]
  stable language sql return case when gate.actor_role() = 'community_coordinator'
    then gate.bodies_of_actor() end;
