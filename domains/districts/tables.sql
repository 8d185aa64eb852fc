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
