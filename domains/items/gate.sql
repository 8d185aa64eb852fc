-- The facets whose items the actor's role may know of (docs/gate.md, own items). An answer has a gate of its own, beside
-- the record it belongs to.
create function gate.item_facets_of_actor() returns text[]
  stable language sql set search_path = pg_catalog
as $$
  select case gate.actor_role()
    when 'administrator' then array['visit', 'household', 'watching', 'tally', 'project', 'wish', 'consultation', 'family', 'living', 'economy', 'health']
    when 'planner' then array['tally', 'project']
    when 'gatherer' then array['visit', 'household', 'watching', 'tally']
    when 'council_officer' then array['visit', 'household', 'watching', 'tally']
    when 'section_worker' then array['project']
    when 'visitor' then array['visit', 'household']
    when 'commissioner' then array['visit', 'household']
    when 'intake_worker' then array['wish', 'consultation', 'family', 'living', 'economy', 'health']
    when 'case_coordinator' then array['wish', 'consultation', 'family', 'living', 'economy', 'health']
    when 'system_founder' then array['wish', 'consultation', 'family', 'living', 'economy', 'health']
    when 'finishing' then array['visit']
  end
$$;

-- The facets whose items the actor defines.
create function gate.item_facets_defined() returns text[]
  stable language sql set search_path = pg_catalog
as $$
  select case gate.actor_role()
    when 'administrator' then array['visit', 'household', 'watching', 'tally', 'project', 'wish', 'consultation', 'family', 'living', 'economy', 'health']
    -- What the standard assessment asks, a new town begins with.
    when 'system_founder' then array['wish', 'consultation', 'family', 'living', 'economy', 'health']
    when 'planner' then array['tally', 'project']
  end
$$;
