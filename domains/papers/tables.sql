-- 見守り票: a visitor's round on paper. Its code names the sheet and nobody on it.
create table round_sheets (
  id uuid primary key,
  code text not null generated always as (upper(right(id::text, 10))) stored,
  post_id uuid not null references posts,
  made_on date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  holder_id uuid not null references bodies,
  district_id uuid references districts,
  -- From when on nobody writes anything off it any more.
  forget_after timestamptz not null,
  retention_class text not null default 'draft'
);
create index round_sheets_code on round_sheets (code);
create index round_sheets_of on round_sheets (post_id, made_at);
create index round_sheets_place on round_sheets (district_id, made_at);
create index round_sheets_over on round_sheets (forget_after);

-- Which household stands on which line, as the round was when the sheet was made.
create table round_sheet_lines (
  sheet_id uuid not null references round_sheets on delete cascade,
  n smallint not null,
  household_id uuid not null,
  post_id uuid not null references posts,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'draft',
  primary key (sheet_id, n),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
    on delete cascade
);
create index round_sheet_lines_household on round_sheet_lines (household_id);

-- What was written off a line: the visit it became, or the one that was there already. A line is written off once.
create table round_sheet_entries (
  sheet_id uuid not null,
  n smallint not null,
  visit_id uuid not null references visits on delete cascade,
  -- It had come before, by phone or otherwise: nothing was added.
  was_there boolean not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  household_id uuid not null,
  post_id uuid not null references posts,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'draft',
  primary key (sheet_id, n),
  foreign key (sheet_id, n) references round_sheet_lines on delete cascade
);
create index round_sheet_entries_visit on round_sheet_entries (visit_id);
