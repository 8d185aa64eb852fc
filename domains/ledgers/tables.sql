-- 訪問者番号: how a paper ledger names a visitor. Counted per body and fiscal year, and seen inside that body only.
create table visitor_numbers (
  post_id uuid primary key references posts,
  number text not null,
  holder_id uuid not null references bodies,
  district_id uuid references districts,
  given_by uuid not null,
  given_at timestamptz not null,
  retention_class text not null default 'account',
  unique (holder_id, number)
);
-- What a visitor was called before a correction (訂正). Ledgers taken in by it stay as they are, and one that still says it finds
-- the visitor, as long as nobody else has been given the number since.
create table visitor_number_versions (
  id uuid primary key,
  post_id uuid not null references posts,
  number text not null,
  reason text not null,
  corrected_by uuid not null,
  corrected_at timestamptz not null,
  holder_id uuid not null references bodies,
  district_id uuid references districts,
  retention_class text not null default 'account'
);
create index visitor_number_versions_of on visitor_number_versions (post_id, corrected_at);
create table visitor_number_counters (
  holder_id uuid not null references bodies,
  fiscal_year integer not null,
  last integer not null,
  primary key (holder_id, fiscal_year)
);

-- A ledger that was sent and is not yet taken in: the table that was read from it, sealed. It goes with the import, when it
-- is thrown away, or a day later.
create table ledger_files (
  id uuid primary key,
  kind text not null check (kind in ('visits', 'tally', 'households')),
  name text not null,
  form text not null,
  bytes integer not null,
  hash bytea not null,
  -- 何月分; null: several months.
  month date check (extract(day from month) = 1),
  headings text[] not null,
  rows integer not null,
  -- Which heading stands for which field; null until somebody has said so.
  columns jsonb,
  sealed bytea not null,
  body_id uuid not null references bodies,
  post_id uuid not null references posts,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  expires_at timestamptz not null,
  retention_class text not null default 'draft'
);
create index ledger_files_post on ledger_files (post_id, uploaded_at);
create index ledger_files_expire on ledger_files (expires_at);

-- What a body said of columns with these headings the last time.
create table ledger_columns (
  body_id uuid not null references bodies,
  kind text not null,
  headings text[] not null,
  columns jsonb not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (body_id, kind, headings)
);

-- A ledger that was taken in: which file, who, when, for whom, and what came of it. Its rows lead to what they became.
create table ledger_imports (
  id uuid primary key,
  kind text not null check (kind in ('visits', 'tally', 'households')),
  file_name text not null,
  file_form text not null,
  file_bytes integer not null,
  file_hash bytea not null,
  received_from text not null,
  reason text,
  rows_read integer not null,
  rows_new integer not null,
  rows_known integer not null,
  -- What the new rows count: visits, the difference the sheets make, or households registered.
  counted integer not null,
  -- Null: a list of households is of no month.
  first_month date,
  last_month date,
  district_ids uuid[] not null,
  body_id uuid not null references bodies,
  post_id uuid not null references posts,
  imported_by uuid not null,
  imported_at timestamptz not null,
  retention_class text not null default 'count'
);
create index ledger_imports_body on ledger_imports (body_id, imported_at, id);

-- Taken back as a whole, with a reason. The import and its rows stay.
create table ledger_import_withdrawals (
  import_id uuid primary key references ledger_imports,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  body_id uuid not null references bodies,
  district_ids uuid[] not null,
  retention_class text not null default 'count'
);

-- By its key a row is known again: a hash over what the ledger says and how often it says it. Null once the import was
-- taken back. The visit may be destroyed in time; that the row was there stays, so it is no foreign key. Holder and district
-- are the household's.
create table ledger_rows (
  import_id uuid not null references ledger_imports,
  row integer not null,
  key uuid,
  visit_id uuid not null,
  -- False: the visit had been recorded one by one before.
  made boolean not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  primary key (import_id, row)
);
create unique index ledger_rows_known on ledger_rows (key) where key is not null;
create index ledger_rows_visit on ledger_rows (visit_id);

-- The tally sheets that an import made, each a version of its own.
create table ledger_sheets (
  import_id uuid not null references ledger_imports,
  sheet_id uuid not null references tally_sheets,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  primary key (import_id, sheet_id)
);

-- What each row of a household ledger became. By its key, a hash that only this house can make, a row is known again; null once the
-- import was taken back. The household may be destroyed in time; that the row was there stays, so it is no foreign key.
create table ledger_households (
  import_id uuid not null references ledger_imports,
  row integer not null,
  key uuid,
  household_id uuid not null,
  -- False: it was registered before.
  made boolean not null,
  -- The version of the entry, and of its answers, that the row made; null where it changed nothing.
  version integer,
  answered_household integer,
  answered_watching integer,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  primary key (import_id, row)
);
create unique index ledger_households_known on ledger_households (key) where key is not null;
