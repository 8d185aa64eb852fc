-- 数え方の定義: what a return counts, by version; in force from a fiscal year on.
create table return_definitions (
  id uuid primary key,
  code text not null,
  version integer not null,
  starts_year integer not null,
  -- [{code, wording, rows, columns: [{code, wording, unit, source, show, where}]}]
  tables jsonb not null,
  note text,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  constraint return_definitions_version unique (code, version)
);

-- 提出した実績報告: as it was sent; it does not move. Body null: the whole town's.
create table submitted_returns (
  id uuid primary key,
  code text not null,
  fiscal_year integer not null,
  body_id uuid references bodies,
  definition_version integer not null,
  content jsonb not null,
  sent_to text not null,
  sent_on date not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  constraint submitted_returns_year unique nulls not distinct (code, fiscal_year, body_id)
);
create index submitted_returns_body on submitted_returns (body_id);

-- 提出後の訂正: beside what was sent, with its reason.
create table return_corrections (
  id uuid primary key,
  return_id uuid not null references submitted_returns,
  body_id uuid references bodies,
  -- Table, row (null: the sum) and column that are put right.
  table_code text not null,
  row_key text,
  column_code text not null,
  was integer,
  now integer not null,
  reason text not null,
  author_id uuid not null, author_role text not null, author_body_id uuid not null references bodies,
  written_at timestamptz not null
);
create index return_corrections_of on return_corrections (return_id);
create index return_corrections_body on return_corrections (body_id);
