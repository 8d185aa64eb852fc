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

-- 予定表のアドレス: under it whoever has it sees the days of one post, without signing in. One a post; a new one ends the one before.
create table calendar_addresses (
  id uuid primary key,
  account_id uuid not null references accounts,
  post_id uuid not null references posts,
  token_hash bytea not null unique,
  made_at timestamptz not null,
  ended_at timestamptz,
  retention_class text not null default 'account'
);
create unique index calendar_addresses_once on calendar_addresses (post_id) where ended_at is null;
create index calendar_addresses_of on calendar_addresses (account_id);
create index calendar_addresses_post on calendar_addresses (post_id);
