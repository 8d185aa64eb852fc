-- 支え合い推進会議: a district's table. One a district.
create table boards (
  id uuid primary key,
  district_id uuid not null unique references districts,
  name text not null,
  started_on date not null,
  -- How often and where it usually meets, in words.
  usual text,
  version integer not null default 1,
  opened_by uuid not null references posts,
  opened_at timestamptz not null,
  holder_id uuid not null references bodies,
  unique (id, district_id)
);

-- 委員: who sits at it, from which body, for which term. Forgotten some years after the term.
create table board_members (
  id uuid primary key,
  board_id uuid not null,
  name text not null,
  -- Where from: 自治会, 老人クラブ, a shop …
  belongs text not null,
  part text not null check (part in ('chair', 'deputy', 'secretary', 'member', 'coordinator')),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  forget_after date,
  written_by uuid not null references posts,
  written_at timestamptz not null,
  district_id uuid not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  foreign key (board_id, district_id) references boards (id, district_id)
);
create index board_members_of on board_members (board_id, starts_on);
create index board_members_place on board_members (district_id);
create index board_members_over on board_members (forget_after);

-- 会議と会議録: 予定 → 実施 → 記録案 → 確認済 → 共有.
create table board_meetings (
  id uuid primary key,
  board_id uuid not null,
  number integer not null,
  held_on date not null,
  from_time time not null,
  until_time time,
  place text,
  state text not null default 'planned' check (state in ('planned', 'held', 'drafted', 'confirmed', 'shared', 'cancelled')),
  -- Who was there, by where they come from: [{belongs, n}]. No names.
  attendance jsonb not null default '[]',
  -- Whether pictures that were taken may be shown.
  photos_ok boolean not null default false,
  next_on date,
  -- Who may know that it met, when, and from where people came.
  shown text not null default 'board' check (shown in ('board', 'boards', 'city', 'public')),
  version integer not null default 1,
  planned_by uuid not null references posts,
  planned_at timestamptz not null,
  confirmed_by uuid references posts,
  confirmed_at timestamptz,
  shared_by uuid references posts,
  shared_at timestamptz,
  encounter_id uuid references encounters,
  district_id uuid not null,
  holder_id uuid not null references bodies,
  foreign key (board_id, district_id) references boards (id, district_id),
  check (state = 'shared' or shown = 'board'),
  unique (board_id, number),
  unique (id, board_id)
);
create index board_meetings_place on board_meetings (district_id, held_on);

-- 日程の公開: that anybody may know on which days a table means to meet: decided by the table, and taken back at any time.
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

-- 議題, 地域の課題, 困りごと, 宝もの, 決まったこと. A voice needs no name and no meeting.
create table board_items (
  id uuid primary key,
  board_id uuid not null,
  meeting_id uuid,
  kind text not null check (kind in ('agenda', 'theme', 'trouble', 'treasure', 'decision')),
  words text not null,
  -- Who said so, where somebody wanted that written down. Stays at the table; forgotten after some years.
  said_by text,
  -- A theme of the gap register, as it was reworded and released.
  theme_id uuid references gap_themes,
  shown text not null default 'board' check (shown in ('board', 'boards', 'city', 'public')),
  version integer not null default 1,
  written_by uuid not null references posts,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  forget_after date not null,
  district_id uuid not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  foreign key (board_id, district_id) references boards (id, district_id),
  foreign key (meeting_id, board_id) references board_meetings (id, board_id),
  check ((kind = 'theme') = (theme_id is not null)),
  check (meeting_id is not null or kind in ('trouble', 'treasure'))
);
create index board_items_meeting on board_items (meeting_id);
create index board_items_board on board_items (board_id);
create index board_items_place on board_items (district_id);
create index board_items_over on board_items (forget_after);

-- 次回までに: who does what until when, as it was said at a meeting.
create table board_promises (
  id uuid primary key,
  board_id uuid not null,
  meeting_id uuid not null,
  what text not null,
  -- In the words of the table; stays there, and is forgotten after some years.
  who text,
  -- Null: until the next meeting.
  until_on date,
  shown text not null default 'board' check (shown in ('board', 'boards', 'city', 'public')),
  written_by uuid not null references posts,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  forget_after date not null,
  district_id uuid not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'draft',
  foreign key (board_id, district_id) references boards (id, district_id),
  foreign key (meeting_id, board_id) references board_meetings (id, board_id),
  unique (id, district_id)
);
create index board_promises_meeting on board_promises (meeting_id);
create index board_promises_board on board_promises (board_id);
create index board_promises_place on board_promises (district_id);
create index board_promises_over on board_promises (forget_after);

-- その後: what became of a promise. The newest holds.
create table promise_outcomes (
  id uuid primary key,
  promise_id uuid not null,
  -- The meeting at which it was told; null: between two.
  meeting_id uuid references board_meetings,
  outcome text not null check (outcome in ('done', 'going_on', 'changed', 'dropped')),
  words text,
  until_on date,
  written_by uuid not null references posts,
  written_at timestamptz not null,
  district_id uuid not null,
  holder_id uuid not null references bodies,
  foreign key (promise_id, district_id) references board_promises (id, district_id)
);
create index promise_outcomes_of on promise_outcomes (promise_id, written_at);
create index promise_outcomes_place on promise_outcomes (district_id);

-- 助け合いのグループ: what grew out of a table.
create table helping_groups (
  id uuid primary key,
  district_id uuid not null references districts,
  -- The promise it grew out of.
  promise_id uuid,
  name text not null,
  -- Codes of the list helping_work.
  works text[] not null,
  what text not null,
  days text,
  helpers smallint check (helpers between 0 and 500),
  insurance text,
  charge text not null check (charge in ('free', 'fee', 'ticket')),
  charge_words text,
  -- Whom to speak to. Stays inside.
  contact text,
  -- What anybody may ring, where the group is shown.
  public_contact text,
  shown text not null default 'board' check (shown in ('board', 'boards', 'city', 'public')),
  stage text not null check (stage in ('seed', 'talk', 'trial', 'start', 'own_way', 'resting', 'ended')),
  stage_since date not null,
  version integer not null default 1,
  written_by uuid not null references posts,
  written_at timestamptz not null,
  holder_id uuid not null references bodies,
  foreign key (promise_id, district_id) references board_promises (id, district_id),
  unique (id, district_id)
);
create index helping_groups_place on helping_groups (district_id);

-- 段階: each step of a group, with its day.
create table helping_group_stages (
  id uuid primary key,
  group_id uuid not null,
  stage text not null check (stage in ('seed', 'talk', 'trial', 'start', 'own_way', 'resting', 'ended')),
  since_on date not null,
  words text,
  written_by uuid not null references posts,
  written_at timestamptz not null,
  district_id uuid not null,
  foreign key (group_id, district_id) references helping_groups (id, district_id)
);
create index helping_group_stages_of on helping_group_stages (group_id, since_on);
create index helping_group_stages_place on helping_group_stages (district_id);

-- グループの収入: fees, tickets sold, grants, in yen a month. Of the group; nobody has a balance.
create table helping_group_income (
  id uuid primary key,
  group_id uuid not null,
  month date not null check (extract(day from month) = 1),
  kind text not null check (kind in ('fee', 'ticket', 'grant', 'donation')),
  amount integer not null check (amount between 0 and 100000000),
  words text,
  written_by uuid not null references posts,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  district_id uuid not null,
  foreign key (group_id, district_id) references helping_groups (id, district_id)
);
create index helping_group_income_of on helping_group_income (group_id, month);
create index helping_group_income_place on helping_group_income (district_id);

-- 支援の記録: what a coordinator did for boards, 校区コミュニティ組織, 自治会 and groups. No single person's matter.
create table board_supports (
  id uuid primary key,
  district_id uuid not null references districts,
  sort text not null check (sort in ('board', 'community', 'neighbourhood', 'helping_group', 'other')),
  -- Whom: a body or a group by its name.
  name text not null,
  kind text not null check (kind in ('consultation', 'accompaniment', 'bearers', 'paperwork', 'meeting', 'linking')),
  supported_on date not null,
  minutes smallint check (minutes between 1 and 1440),
  words text not null,
  -- What was noticed that concerns the district.
  noticed text,
  next_on date,
  post_id uuid not null references posts,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  holder_id uuid not null references bodies
);
create index board_supports_place on board_supports (district_id, supported_on);
create index board_supports_holder on board_supports (holder_id, supported_on);

-- 計画とのつながり: a promise or a group that a coordinator sees as a step of a measure.
create table board_links (
  id uuid primary key,
  district_id uuid not null references districts,
  promise_id uuid,
  group_id uuid,
  measure_id uuid not null references measures,
  words text,
  linked_by uuid not null references posts,
  linked_at timestamptz not null,
  ended_at timestamptz,
  foreign key (promise_id, district_id) references board_promises (id, district_id),
  foreign key (group_id, district_id) references helping_groups (id, district_id),
  check ((promise_id is null) <> (group_id is null))
);
create index board_links_place on board_links (district_id);
create index board_links_measure on board_links (measure_id);

-- 校区の人口: as the town gives it, with its day and source. The newest entry of a day holds.
create table area_figures (
  id uuid primary key,
  district_id uuid not null references districts,
  as_of date not null,
  source text not null,
  population integer not null check (population >= 0),
  children integer check (children >= 0),
  aged integer check (aged >= 0),
  old_aged integer check (old_aged >= 0),
  households integer check (households >= 0),
  entered_by uuid not null references posts,
  entered_at timestamptz not null
);
create index area_figures_of on area_figures (district_id, as_of desc, entered_at desc);

-- 団体どうしのつながり: which bodies of a district do something together, by their names.
create table body_ties (
  id uuid primary key,
  district_id uuid not null references districts,
  one text not null,
  other text not null,
  what text not null,
  since_on date not null,
  ended_on date,
  written_by uuid not null references posts,
  written_at timestamptz not null
);
create index body_ties_place on body_ties (district_id);
