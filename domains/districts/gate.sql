-- The district that stands in the place of another on a day: what it was merged into, and that again. One that was split
-- has no single one in its place, and stays itself.
create function gate.district_on(district uuid, day date) returns uuid
  stable security definer language plpgsql set search_path = public, pg_temp as $$
begin
  -- Nearly none was merged, and this is asked for each visit.
  if not exists (select from district_changes c
    where c.district_id = district_on.district and c.kind = 'merged' and c.starts_on <= district_on.day) then return district; end if;
  return (with recursive steps as (
      select district_on.district as id, 0 as n
      union all
      select c.into_id, s.n + 1 from steps s join district_changes c on c.district_id = s.id
        where c.kind = 'merged' and c.starts_on <= district_on.day and s.n < 20)
    select id from steps order by n desc limit 1);
end $$;
