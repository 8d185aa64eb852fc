-- 人数を変える: so many more wait for room beside those who have a place, since when.
alter table event_registrations
  add column more_heads smallint not null default 0 check (more_heads between 0 and 49),
  add column more_since timestamptz,
  add check ((more_heads > 0) = (more_since is not null));
