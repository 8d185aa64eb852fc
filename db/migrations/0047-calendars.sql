-- 日程の公開: that anybody may know on which days a table means to meet.
create table board_calendars (
  id uuid primary key,
  board_id uuid not null,
  shown_by uuid not null references posts,
  shown_at timestamptz not null,
  ended_by uuid references posts,
  ended_at timestamptz,
  district_id uuid not null,
  foreign key (board_id, district_id) references boards (id, district_id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index board_calendars_once on board_calendars (board_id) where ended_at is null;
create index board_calendars_place on board_calendars (district_id);
