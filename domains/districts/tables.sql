-- The town this database is for: one row.
create table towns (
  code text primary key check (code ~ '^[0-9]{6}$'),
  name text not null,
  -- 見本: the town is invented and its clock stands on this day.
  sample boolean not null default false,
  sample_day date,
  opened_at timestamptz not null
);
create unique index one_town on towns ((true));

-- 校区. Merged or renamed districts end on a day; they are never deleted.
create table districts (
  id uuid primary key,
  code text not null unique,
  name text not null,
  kana text not null,
  area text not null,
  sort integer not null,
  starts_on date not null,
  ends_on date
);

-- 校区の統合・分割・改称. A merged or split district ends the day before; a renamed one is called otherwise from that day on.
create table district_changes (
  id uuid primary key,
  kind text not null check (kind in ('merged', 'split', 'renamed')),
  district_id uuid not null references districts,
  -- What it became, or one part of it; null where only the name changed.
  into_id uuid references districts,
  starts_on date not null,
  -- What it was called until then, where only the name changed.
  name_before text,
  kana_before text,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  check ((kind = 'renamed') = (into_id is null)),
  check ((kind = 'renamed') = (name_before is not null and kana_before is not null)),
  check (into_id <> district_id)
);
create index district_changes_of on district_changes (district_id, starts_on);
