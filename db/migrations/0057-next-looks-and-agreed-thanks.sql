-- 参加支援: when somebody looks again at how it goes at the place.
alter table joinings add column next_look_on date;
create index joinings_place on joinings (place_id);
create index joinings_next_look on joinings (holder_id, next_look_on);
-- お礼: who said that these words may be passed on, and when. Null: written before this was kept.
alter table thanks
  add column agreed_by text,
  add column agreed_on date,
  add check ((agreed_by is null) = (agreed_on is null));
