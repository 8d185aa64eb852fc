-- What the access and the languages of a place are called today, for whoever reads what is published of places.
create function gate.place_codes_named() returns table (list text, code text, label text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select distinct on (e.list, e.code) e.list, e.code, w.label
  from code_entries e join code_wordings w on w.entry_id = e.id and w.from_on <= gate.today()
  where e.list in ('place_access', 'place_language')
  order by e.list, e.code, w.from_on desc
$$;

-- 校区の人口, as the town gives it: of each district the newest day, and of a day what was entered last. It is the town's own statistics.
create function gate.area_figures_published() returns table (code text, name text, as_of date, source text, population integer,
    households integer)
  stable security definer language sql set search_path = public, pg_temp as $$
  select distinct on (f.district_id) d.code, d.name, f.as_of, f.source, f.population, f.households
  from area_figures f join districts d on d.id = f.district_id
  order by f.district_id, f.as_of desc, f.entered_at desc, f.id desc
$$;
