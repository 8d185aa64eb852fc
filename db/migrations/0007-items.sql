-- A town's own items, and what is answered to them on visits, households and sheets.
-- 独自の項目: what a town asks beside the usual fields. Definitions only: what is answered stands beside the record it is
-- answered for, in that record's room, under that record's gate. A section is a heading among the items.
create table items (
  id uuid primary key,
  record text not null check (record in ('visit', 'household', 'tally_sheet', 'project_answer')),
  -- The part of what is known that it belongs to: who may not see that part knows nothing of the item.
  facet text not null check (facet in ('visit', 'household', 'watching', 'tally', 'project')),
  kind text not null check (kind in ('line', 'lines', 'number', 'date', 'yes_no', 'choice', 'choices', 'section')),
  sort integer not null,
  starts_on date not null,
  -- The last day on which it is asked; the acts behind it are item_endings.
  ends_on date,
  added_by uuid not null,
  added_at timestamptz not null,
  check (ends_on is null or ends_on >= starts_on - 1),
  unique (id, facet)
);
create index items_place on items (record, facet, sort);

-- How an item is worded and asked. The newest counts; the others stay.
create table item_wordings (
  item_id uuid not null,
  version integer not null,
  label text not null,
  hint text,
  unit text,
  required boolean not null,
  written_by uuid not null,
  written_at timestamptz not null,
  facet text not null,
  primary key (item_id, version),
  foreign key (item_id, facet) references items (id, facet)
);

-- What can be answered, where it is chosen from a list.
create table item_options (
  id uuid primary key,
  item_id uuid not null,
  sort integer not null,
  starts_on date not null,
  ends_on date,
  facet text not null,
  check (ends_on is null or ends_on >= starts_on - 1),
  unique (id, facet),
  foreign key (item_id, facet) references items (id, facet)
);
create index item_options_of on item_options (item_id, sort);

create table item_option_wordings (
  option_id uuid not null,
  version integer not null,
  label text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  facet text not null,
  primary key (option_id, version),
  foreign key (option_id, facet) references item_options (id, facet)
);

-- Who decided until when an item, or one of its options, is asked. The last one counts; null: it goes on.
create table item_endings (
  id uuid primary key,
  item_id uuid not null,
  option_id uuid references item_options,
  ends_on date,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  facet text not null,
  foreign key (item_id, facet) references items (id, facet)
);
create index item_endings_of on item_endings (item_id);

-- What an entry answers to the town's own items, as it stands now. An item of the facet "watching" has that facet's gate.
create table household_answers (
  household_id uuid not null,
  item_id uuid not null,
  part smallint not null,
  option_id uuid references item_options,
  number integer,
  day date,
  words text,
  facet text not null check (facet in ('household', 'watching')),
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  primary key (household_id, item_id, part),
  check (num_nonnulls(option_id, number, day, words) = 1),
  foreign key (item_id, facet) references items (id, facet),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
    on delete cascade
);
create index household_answers_found on household_answers (district_id, item_id, option_id, household_id);

-- Every version of an entry's answers, facet by facet, as it was written.
create table household_answer_versions (
  household_id uuid not null,
  facet text not null check (facet in ('household', 'watching')),
  version integer not null,
  said jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  primary key (household_id, facet, version),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
    on delete cascade
);

-- What a visit answers to the town's own items (items), as it stands now; what it said before stands in visit_versions.
-- The deciding columns are copied from the visit's row, so that its gate is this table's too. It goes when the visit goes.
create table visit_answers (
  visit_id uuid not null references visits on delete cascade,
  item_id uuid not null references items,
  part smallint not null,
  option_id uuid references item_options,
  number integer,
  day date,
  words text,
  household_id uuid not null,
  visited_on date not null,
  post_id uuid not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  primary key (visit_id, item_id, part),
  check (num_nonnulls(option_id, number, day, words) = 1)
);
-- Lists ask for the newest visits of a district with one answer.
create index visit_answers_found on visit_answers (district_id, item_id, option_id, visited_on, visit_id);
-- Numbers and days that few visits have: found by what they are, and then put in order.
create index visit_answers_numbers on visit_answers (district_id, item_id, number) where number is not null;
create index visit_answers_days on visit_answers (district_id, item_id, day) where day is not null;

-- What a sheet answers to the town's own items. A corrected sheet brings its own answers.
create table tally_sheet_answers (
  sheet_id uuid not null references tally_sheets on delete cascade,
  item_id uuid not null references items,
  part smallint not null,
  option_id uuid references item_options,
  number integer,
  day date,
  words text,
  district_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'count',
  primary key (sheet_id, item_id, part),
  check (num_nonnulls(option_id, number, day, words) = 1)
);
create index tally_sheet_answers_gate on tally_sheet_answers (district_id, holder_id);
