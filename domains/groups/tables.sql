-- 会員: who visits for a group and gives in a paper each month, with or without an account.
create table group_members (
  id uuid primary key,
  group_id uuid not null references bodies,
  district_id uuid not null references districts,
  -- 会員番号: known inside the group only.
  number integer not null check (number between 1 and 9999),
  name text not null,
  kana text not null,
  -- Order and search (parties/kana.ts); never shown.
  kana_key text collate "C" not null,
  starts_on date not null,
  ends_on date,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_post_id uuid not null references posts,
  recorded_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'watching',
  -- Who this was in the group that was taken over (承継).
  continues uuid references group_members,
  unique (group_id, district_id, number),
  check (ends_on is null or ends_on >= starts_on)
);

-- What a member's entry said before a correction or an ending.
create table group_member_versions (
  member_id uuid not null references group_members,
  version integer not null,
  said jsonb not null,
  corrected_by uuid not null,
  corrected_at timestamptz not null,
  district_id uuid not null references districts,
  holder_id uuid not null references bodies,
  retention_class text not null default 'watching',
  primary key (member_id, version)
);

-- 会員の記録票: one member's month by channel. A corrected one is a new row.
create table member_sheets (
  id uuid primary key,
  member_id uuid not null references group_members,
  month date not null check (extract(day from month) = 1),
  version integer not null,
  entered_by uuid not null,
  entered_post_id uuid not null references posts,
  entered_at timestamptz not null,
  group_id uuid not null references bodies,
  district_id uuid not null references districts,
  holder_id uuid not null references bodies,
  retention_class text not null default 'count',
  unique (member_id, month, version)
);
create index member_sheets_of_month on member_sheets (group_id, month);
create table member_sheet_counts (
  sheet_id uuid not null references member_sheets,
  channel text not null check (channel in ('face', 'intercom', 'phone', 'letter', 'outside', 'message', 'gathering')),
  n integer not null check (n >= 0),
  district_id uuid not null references districts,
  holder_id uuid not null references bodies,
  primary key (sheet_id, channel)
);
create table member_sheet_scans (
  sheet_id uuid primary key references member_sheets,
  name text not null,
  type text not null check (type in ('image/jpeg', 'image/png', 'application/pdf')),
  bytes bytea not null,
  district_id uuid not null references districts,
  holder_id uuid not null references bodies,
  retention_class text not null default 'count'
);

-- お願い: an officer asks a group for a month that is not in yet.
create table sheet_requests (
  id uuid primary key,
  group_id uuid not null references bodies,
  district_id uuid not null references districts,
  month date not null check (extract(day from month) = 1),
  way text not null check (way in ('screen', 'letter')),
  words text,
  asked_by uuid not null,
  asked_post_id uuid not null references posts,
  asked_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'count'
);
create index sheet_requests_of_month on sheet_requests (month, group_id, asked_at);
