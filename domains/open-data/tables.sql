-- 標準の一覧のファイル: a table of one standard set that was read and waits to be looked at, sealed, since nobody knows yet what is in
-- it. Gone a day later, or when it is taken in.
create table standard_files (
  id uuid primary key,
  set text not null check (set in ('facilities', 'events', 'shelters', 'population')),
  name text not null,
  -- How its bytes were to be read: utf-8, utf-8-bom, utf-16, shift_jis, xlsx.
  form text not null,
  hash bytea not null,
  sealed bytea not null,
  rows integer not null,
  post_id uuid not null references posts,
  sent_at timestamptz not null,
  expires_at timestamptz not null
);
create index standard_files_post on standard_files (post_id, sent_at);
create index standard_files_expire on standard_files (expires_at);

-- 標準の一覧の取り込み: which list was taken in, as of which day, and what came of it.
create table standard_imports (
  id uuid primary key,
  set text not null,
  file_name text not null,
  file_form text not null,
  file_hash bytea not null,
  -- 時点: the day for which the list holds.
  as_of date not null,
  rows_read integer not null,
  rows_new integer not null,
  rows_changed integer not null,
  rows_gone integer not null,
  repairs integer not null,
  post_id uuid not null references posts,
  imported_at timestamptz not null
);
create index standard_imports_set on standard_imports (set, imported_at);

-- 標準の一覧の行: what the town's list of a set says now, by the id of their column (standard-columns.json).
create table standard_rows (
  set text not null,
  key text collate "C" not null,
  contents jsonb not null,
  import_id uuid not null references standard_imports,
  primary key (set, key)
);
create index standard_rows_import on standard_rows (import_id);

-- 載せない列: which of the columns that are not confirmed in the standard a town leaves out of a set. The newest holds.
create table standard_column_choices (
  id uuid primary key,
  set text not null,
  left_out text[] not null,
  chosen_by uuid not null references posts,
  chosen_at timestamptz not null
);
create index standard_column_choices_set on standard_column_choices (set, chosen_at desc);
