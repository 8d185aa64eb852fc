-- What one can be found by, as it is called today. Lists of words, for anybody.
create function gate.guide_codes() returns table (list text, sort integer, code text, label text)
  stable security definer language sql set search_path = public, pg_temp as $$
  select e.list, e.sort, e.code, (select w.label from code_wordings w where w.entry_id = e.id
    order by w.from_on <= gate.today() desc, case when w.from_on <= gate.today() then w.from_on end desc, w.from_on limit 1)
  from code_entries e
  where e.list in ('liking', 'place_access', 'place_language') and e.starts_on <= gate.today()
    and (e.ends_on is null or e.ends_on >= gate.today())
$$;

-- Public pages have to be written anew. It runs with the commit, so that nobody who writes waits for another longer than that, and
-- counts once for all rows of a transaction.
create function gate.touch_public_pages() returns trigger
  volatile security definer language plpgsql set search_path = public, pg_temp as $$
begin
  insert into public_versions as v (version, changed_in) values (1, pg_current_xact_id())
    on conflict (only_row) do update set version = v.version + 1, changed_in = excluded.changed_in
      where v.changed_in <> excluded.changed_in;
  return null;
end $$;

-- Every table that a public page reads (domains/guide/purging.test.ts). A room with public pages of its own names its tables here.
do $$
declare
  name text;
begin
  foreach name in array array['towns', 'districts', 'district_changes', 'bodies', 'code_entries', 'code_wordings', 'places', 'place_days', 'place_rules',
      'place_events', 'event_registrations', 'letter_settings', 'language_reviews', 'stories', 'story_words', 'story_people',
      'story_consents', 'story_releases', 'standard_rows', 'standard_imports', 'standard_column_choices', 'area_figures', 'boards', 'board_calendars', 'board_meetings', 'board_items',
      'board_promises', 'promise_outcomes', 'helping_groups', 'notice_publications', 'notice_texts'] loop
    execute format('create constraint trigger public_pages_change after insert or update or delete on public.%I
      deferrable initially deferred for each row execute function gate.touch_public_pages()', name);
  end loop;
end $$;
