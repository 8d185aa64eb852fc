-- What the access and the languages of a place are called today, for whoever reads what is published of places.
create function gate.place_codes_named() returns table (list text, code text, label text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select distinct on (e.list, e.code) e.list, e.code, w.label
  from code_entries e join code_wordings w on w.entry_id = e.id and w.from_on <= gate.today()
  where e.list in ('place_access', 'place_language')
  order by e.list, e.code, w.from_on desc
$$;
