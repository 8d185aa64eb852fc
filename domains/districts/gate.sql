-- The district that stands in the place of another on a day: what it was merged into, and that again. One that was split
-- has no single one in its place, and stays itself.
create function gate.district_on(district uuid, day date) returns uuid
  stable security definer language sql set search_path = public, pg_temp
as $$
  with recursive steps as (
    select district_on.district as id, 0 as n
    union all
    select c.into_id, s.n + 1 from steps s join district_changes c on c.district_id = s.id
      where c.kind = 'merged' and c.starts_on <= district_on.day and s.n < 20)
  select id from steps order by n desc limit 1
$$;
