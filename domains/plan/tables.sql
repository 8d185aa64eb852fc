create table plans (
  id uuid primary key,
  code text not null,
  name text not null,
  vision text not null,
  first_year integer not null,
  last_year integer not null,
  created_at timestamptz not null,
  constraint plans_code unique (code),
  check (last_year >= first_year)
);
-- One book may be the plan of two owners, each under its own name.
create table plan_owners (
  plan_id uuid not null references plans,
  body_id uuid not null references bodies,
  plan_name text not null,
  position smallint not null,
  primary key (plan_id, body_id)
);
create table challenges (
  id uuid primary key,
  plan_id uuid not null references plans,
  number integer not null,
  wording text not null,
  constraint challenges_number unique (plan_id, number)
);
create table measure_groups (
  id uuid primary key,
  plan_id uuid not null references plans,
  number integer not null,
  name text not null,
  constraint measure_groups_number unique (plan_id, number),
  unique (plan_id, id)
);
create table measures (
  id uuid primary key,
  plan_id uuid not null references plans,
  group_id uuid,
  number integer not null,
  name text not null,
  constraint measures_number unique (plan_id, number),
  foreign key (plan_id, group_id) references measure_groups (plan_id, id)
);
-- The book words or places an item in another way elsewhere; both are kept with their place.
create table measure_wordings (
  id uuid primary key,
  measure_id uuid not null references measures,
  place text not null,
  wording text not null,
  group_id uuid references measure_groups
);
create index measure_wordings_of on measure_wordings (measure_id);

-- Challenge → measure and measure → the next plan's measure. A decision or a removal is a new row that replaces the
-- one before; what nothing has replaced holds.
create table plan_links (
  id uuid primary key,
  challenge_id uuid references challenges,
  measure_id uuid not null references measures,
  next_measure_id uuid references measures,
  state text not null check (state in ('draft', 'decided', 'removed')),
  note text,
  replaces uuid references plan_links,
  author_id uuid not null,
  author_role text not null,
  author_body_id uuid not null references bodies,
  drawn_on date not null,
  constraint plan_links_replaces unique (replaces),
  check ((challenge_id is null) <> (next_measure_id is null)),
  check ((state = 'draft') = (replaces is null))
);
create index plan_links_measure on plan_links (measure_id);

create table survey_waves (
  id uuid primary key,
  name text not null,
  fiscal_year integer not null,
  -- Null: unknown, and said to be.
  sent integer,
  returned integer,
  method text,
  note text,
  -- Answers before this wave cannot be compared with it: a break in the line.
  breaks boolean not null default false,
  constraint survey_waves_name unique (name)
);
create table indicators (
  id uuid primary key,
  plan_id uuid not null references plans,
  code text not null,
  group_id uuid,
  number integer not null,
  wording text not null,
  unit text not null,
  decimals smallint not null check (decimals between 0 and 4),
  polarity text not null check (polarity in ('up', 'down', 'range', 'context')),
  source text not null check (source in ('encounters', 'survey', 'statistic', 'typed')),
  constraint indicators_code unique (plan_id, code),
  foreign key (plan_id, group_id) references measure_groups (plan_id, id)
);
-- What is counted, as data: versioned, and in force from the first day of a fiscal year.
create table indicator_definitions (
  indicator_id uuid not null references indicators,
  version integer not null,
  starts_on date not null,
  rule jsonb not null,
  wording text not null,
  author_id uuid not null,
  author_role text not null,
  author_body_id uuid not null references bodies,
  defined_at timestamptz not null,
  constraint indicator_definitions_version primary key (indicator_id, version)
);
-- The newest row of a kind and year holds; older ones stay readable. A baseline may be unknown in value and year.
create table indicator_targets (
  id uuid primary key,
  indicator_id uuid not null references indicators,
  kind text not null check (kind in ('baseline', 'target')),
  fiscal_year integer,
  value numeric,
  note text,
  author_id uuid not null,
  author_role text not null,
  author_body_id uuid not null references bodies,
  set_at timestamptz not null,
  check (kind = 'baseline' or (fiscal_year is not null and value is not null))
);
create index indicator_targets_of on indicator_targets (indicator_id, kind, fiscal_year, set_at);
-- A value somebody brought: from a survey (with its wave and question) or an outside statistic.
create table indicator_values (
  id uuid primary key,
  indicator_id uuid not null references indicators,
  fiscal_year integer not null,
  value numeric not null,
  wave_id uuid references survey_waves,
  question text,
  answered integer,
  source_note text,
  -- Why another value came after the year was fixed: then it stands beside the fixed one, never in its place.
  late_reason text,
  author_id uuid not null,
  author_role text not null,
  author_body_id uuid not null references bodies,
  brought_at timestamptz not null
);
create index indicator_values_of on indicator_values (indicator_id, fiscal_year, brought_at);
-- 評価 and 第2期につなげよう: texts per group or for the whole (group null); every version stays.
create table evaluations (
  id uuid primary key,
  plan_id uuid not null references plans,
  group_id uuid,
  kind text not null check (kind in ('evaluation', 'carry_on')),
  version integer not null,
  body text not null,
  author_id uuid not null,
  author_role text not null,
  author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  constraint evaluations_version unique nulls not distinct (plan_id, group_id, kind, version),
  foreign key (plan_id, group_id) references measure_groups (plan_id, id)
);
-- The figures of a fixed year: the row without a month is the total, the others are its cells. A cell without a district
-- is of those whose district nobody asked.
create table figure_snapshots (
  fiscal_year integer not null references period_fixings,
  indicator_id uuid not null references indicators,
  definition_version integer not null,
  district_id uuid references districts,
  month date,
  channel text,
  value numeric not null,
  check (month is not null or (district_id is null and channel is null)),
  unique nulls not distinct (indicator_id, fiscal_year, month, district_id, channel)
);
-- 改めた文言: the next version of a wording that the book began with (version 1 is in the part's own row). `part_id` is the
-- row that is worded, of the plan itself for its vision, of the body for its name of the plan; none is ever deleted.
create table plan_rewordings (
  id uuid primary key,
  plan_id uuid not null references plans,
  part text not null check (part in ('vision', 'owner', 'challenge', 'group', 'measure')),
  part_id uuid not null,
  version integer not null check (version >= 2),
  wording text not null,
  note text,
  author_id uuid not null,
  author_role text not null,
  author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  constraint plan_rewordings_version unique (plan_id, part, part_id, version)
);
-- From which day on counts below this are not shown to whoever reads dated figures only. Before the first row: ten.
create table smallest_shown (
  id uuid primary key,
  starts_on date not null,
  smallest integer not null check (smallest between 3 and 100),
  reason text not null,
  author_id uuid not null,
  author_role text not null,
  author_body_id uuid not null references bodies,
  set_at timestamptz not null
);
create index smallest_shown_in_force on smallest_shown (starts_on, set_at);
