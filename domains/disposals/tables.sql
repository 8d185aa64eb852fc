-- 保存期間: for how many fiscal years a class is kept after the year of its event. Of the settings that have begun, the
-- one that begins last holds, a body's own before the town's. Before the first: the usual years (model.ts).
create table retention_settings (
  id uuid primary key,
  class text not null,
  -- Null: every body that has not set its own.
  body_id uuid references bodies,
  years integer not null check (years between 0 and 100),
  starts_on date not null,
  reason text not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);
create index retention_settings_in_force on retention_settings (class, starts_on, written_at);

-- 廃棄停止: what must not be destroyed until it is lifted. A household, a person of one (their membership), a person at a window,
-- all that a body holds, or everything whose event falls in a period.
create table legal_holds (
  id uuid primary key,
  kind text not null,
  subject_id uuid,
  first_day date,
  last_day date,
  reason text not null,
  -- Of the household or the person; null for a body and a period.
  holder_id uuid references bodies,
  -- Of the household; a person at a window is held wherever that person lives.
  district_id uuid references districts,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  retention_class text not null default 'disposal',
  check ((kind = 'period') = (subject_id is null)),
  check ((kind = 'period') = (first_day is not null and last_day is not null and first_day <= last_day)),
  constraint legal_holds_kind check (kind in ('household', 'person', 'client', 'participant', 'body', 'period')),
  constraint legal_holds_place check ((kind in ('household', 'person', 'client', 'participant')) = (holder_id is not null)
    and (kind in ('household', 'person')) = (district_id is not null))
);
create index legal_holds_subject on legal_holds (subject_id);
create table legal_hold_liftings (
  hold_id uuid primary key references legal_holds,
  reason text not null,
  holder_id uuid references bodies,
  district_id uuid references districts,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  retention_class text not null default 'disposal'
);

-- 廃棄候補: a list of what is due, of one kind, class and holder. It holds no name.
create table disposals (
  id uuid primary key,
  kind text not null,
  class text not null,
  years integer not null,
  -- What happened up to this day is due.
  until_day date not null,
  listed integer not null,
  holder_id uuid not null references bodies,
  -- The district of who made it; null: a post of the whole town.
  district_id uuid references districts,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  retention_class text not null default 'disposal',
  constraint disposals_kind check (kind in ('household', 'member', 'group_member', 'handover', 'scan', 'sheet', 'request',
    'receipt', 'provision', 'hold', 'account', 'post', 'transfer', 'town_hold', 'export', 'disposal', 'inquiry', 'case',
    'client', 'consent', 'person_provision', 'emergency_view', 'protection', 'disclosure_key', 'disclosure_request',
    'conference', 'match', 'wish', 'participant', 'match_proposal', 'contribution', 'activity_sheet'))
);
create index disposals_at on disposals (written_at, id);
-- One thing that is due. The row goes when the thing goes.
create table disposal_rows (
  disposal_id uuid not null references disposals,
  subject_id uuid not null,
  kind text not null,
  -- When its years began to run: closed, left, ended.
  event_on date not null,
  holder_id uuid not null,
  district_id uuid,
  retention_class text not null default 'disposal',
  primary key (disposal_id, subject_id)
);
create index disposal_rows_subject on disposal_rows (subject_id);
create table disposal_exclusions (
  disposal_id uuid not null references disposals,
  subject_id uuid not null,
  kind text not null,
  reason text not null,
  holder_id uuid not null,
  district_id uuid,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  retention_class text not null default 'disposal',
  primary key (disposal_id, subject_id)
);
-- 提出: the list as it is put before the two who approve; from then on it does not move.
create table disposal_submissions (
  disposal_id uuid primary key references disposals,
  rows integer not null,
  excluded integer not null,
  first_day date,
  last_day date,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);
create table disposal_approvals (
  disposal_id uuid not null references disposals,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  primary key (disposal_id, author_id)
);
-- 取りやめ, by who made it or by who should approve.
create table disposal_rejections (
  disposal_id uuid primary key references disposals,
  reason text not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);
-- 廃棄記録: how far it has come, and what went: {table: rows}. No name and no id of what was destroyed.
create table disposal_records (
  disposal_id uuid primary key references disposals,
  done integer not null,
  counts jsonb not null,
  -- On the list, and yet not destroyed: held in the meantime, or opened again.
  kept integer,
  began_at timestamptz not null,
  finished_at timestamptz
);

-- 持ち出しの承認: from how many persons on a file of personal records wants a second person's yes. Before the first: 100.
create table export_limits (
  id uuid primary key,
  persons integer not null check (persons between 10 and 100000),
  starts_on date not null,
  reason text not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);
create index export_limits_in_force on export_limits (starts_on, written_at);
-- What was asked for is known again by its hash; what the list was narrowed down by is not written down.
create table export_requests (
  id uuid primary key,
  operation text not null,
  input_hash bytea not null,
  persons integer not null,
  purpose text not null,
  post_id uuid not null references posts,
  expires_at timestamptz not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  retention_class text not null default 'disposal'
);
create index export_requests_of on export_requests (author_id, written_at);
create index export_requests_at on export_requests (written_at, id);
create table export_decisions (
  request_id uuid primary key references export_requests,
  approved boolean not null,
  reason text,
  expires_at timestamptz not null,
  requested_by uuid not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  check (approved or reason is not null),
  -- Nobody says yes to themselves.
  check (author_id <> requested_by)
);
create table export_fetches (
  request_id uuid primary key references export_requests,
  persons integer not null,
  requested_by uuid not null,
  fetched_at timestamptz not null
);
