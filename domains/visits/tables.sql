-- Which post looks in on which household, from when to when. One that never began ends on the day before it starts.
create table household_assignments (
  id uuid primary key,
  household_id uuid not null,
  post_id uuid not null references posts,
  starts_on date not null,
  ends_on date,
  assigned_by uuid not null,
  assigned_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  check (ends_on is null or ends_on >= starts_on - 1),
  unique (id, holder_id, district_id),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index household_assignments_post on household_assignments (post_id, starts_on);
create index household_assignments_household on household_assignments (household_id);
create unique index one_open_assignment_of_a_post on household_assignments (household_id, post_id) where ends_on is null;

-- Who ended an assignment, and why. The last one counts.
create table household_assignment_endings (
  assignment_id uuid not null,
  ends_on date not null,
  why text not null check (why in ('change', 'declined', 'post_ended', 'household_closed', 'succeeded')),
  ended_by uuid not null,
  ended_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  -- The last day it had before, so that an ending that is withdrawn leaves it as it was.
  ends_on_before date,
  primary key (assignment_id, ended_at),
  foreign key (assignment_id, holder_id, district_id)
    references household_assignments (id, holder_id, district_id)
);

-- 訪問, as it stands now. Its encounter has the same id.
create table visits (
  id uuid primary key references encounters,
  household_id uuid not null,
  visited_on date not null,
  visited_at time,
  minutes integer,
  channel text not null check (channel in ('face', 'intercom', 'phone', 'letter', 'outside', 'message', 'gathering')),
  contact text not null check (contact in ('met', 'answered', 'absent', 'declined')),
  condition text check (condition in ('usual', 'concern', 'alarm')),
  next_step text,
  note text,
  -- Copied from the encounter, which refers to it.
  post_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  version integer not null default 1,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index visits_household on visits (household_id, visited_on, id);
create index visits_post on visits (post_id, visited_on, id);
create index visits_place on visits (district_id, visited_on, id);
-- The few that ask for a second look.
create index visits_worrying on visits (district_id, condition, visited_on, id) where condition in ('concern', 'alarm');

-- Others who went along. However many went, it is one visit.
create table visit_companions (
  visit_id uuid not null references visits,
  post_id uuid not null references posts,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  recorder_post_id uuid not null references posts,
  retention_class text not null default 'watching',
  primary key (visit_id, post_id)
);

-- What a visit said before a correction.
create table visit_versions (
  visit_id uuid not null references visits,
  version integer not null,
  said jsonb not null,
  reason text not null,
  corrected_by uuid not null,
  corrected_at timestamptz not null,
  post_id uuid not null references posts,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  retention_class text not null default 'watching',
  primary key (visit_id, version)
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

-- A photograph taken at a visit; no place, time or device is left in it. The deciding columns are copied from the visit's row.
create table visit_photos (
  visit_id uuid primary key references visits on delete cascade,
  bytes bytea not null,
  household_id uuid not null,
  visited_on date not null,
  post_id uuid not null,
  added_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching'
);

-- 集計票: a group's month, counted by channel, from whom, with the scanned paper. A corrected sheet is a new row.
create table tally_sheets (
  id uuid primary key,
  district_id uuid not null references districts,
  group_id uuid not null references bodies,
  month date not null check (extract(day from month) = 1),
  version integer not null,
  counted_by text not null,
  note text,
  reason text,
  entered_by uuid not null,
  entered_post_id uuid not null references posts,
  entered_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'count',
  -- 取り消し: the sheet before was taken back and none stood there before it. The month is missing again, and nothing is counted.
  withdrawn boolean not null default false,
  unique (district_id, group_id, month, version)
);
create table tally_sheet_counts (
  sheet_id uuid not null references tally_sheets,
  channel text not null check (channel in ('face', 'intercom', 'phone', 'letter', 'outside', 'message', 'gathering')),
  n integer not null check (n >= 0),
  district_id uuid not null references districts,
  holder_id uuid not null references bodies,
  primary key (sheet_id, channel)
);
create table tally_sheet_scans (
  sheet_id uuid primary key references tally_sheets,
  name text not null,
  type text not null check (type in ('image/jpeg', 'image/png', 'application/pdf')),
  bytes bytea not null,
  district_id uuid not null references districts,
  holder_id uuid not null references bodies,
  retention_class text not null default 'count'
);

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

-- 引き継ぎ: the open promises of a post that ends, in the words of who leaves it. Written anew it is a new row; the newest
-- counts until it is received.
create table handovers (
  id uuid primary key,
  post_id uuid not null references posts,
  -- The post that takes over, where one is known.
  successor_id uuid references posts,
  words text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null references bodies,
  district_id uuid references districts,
  retention_class text not null default 'watching'
);
create index handovers_of on handovers (post_id, written_at);
create index handovers_to on handovers (successor_id);
create index handovers_place on handovers (district_id, written_at);

-- What hung on the post on that day: a household of the round, a visit that was not followed up, a sheet that is missing.
create table handover_items (
  handover_id uuid not null references handovers,
  n integer not null,
  kind text not null check (kind in ('household', 'next_step', 'worry', 'sheet')),
  household_id uuid,
  visit_id uuid references visits,
  month date,
  words text,
  post_id uuid not null references posts,
  successor_id uuid references posts,
  -- Of the household, where it is about one; otherwise of the post.
  holder_id uuid not null references bodies,
  district_id uuid references districts,
  retention_class text not null default 'watching',
  primary key (handover_id, n),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index handover_items_household on handover_items (household_id);
create index handover_items_post on handover_items (post_id);
create index handover_items_visit on handover_items (visit_id) where visit_id is not null;

-- 受け取り: who took it over, and when; `received_by` may be somebody who writes it down for the successor.
create table handover_receipts (
  handover_id uuid primary key references handovers,
  received_for text not null,
  received_by uuid not null,
  received_at timestamptz not null,
  post_id uuid not null references posts,
  successor_id uuid references posts,
  holder_id uuid not null references bodies,
  district_id uuid references districts,
  retention_class text not null default 'watching'
);
