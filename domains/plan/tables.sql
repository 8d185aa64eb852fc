create table plans (
  id uuid primary key,
  code text not null unique,
  name text not null,
  vision text not null,
  first_year integer not null,
  last_year integer not null,
  created_at timestamptz not null,
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
  unique (plan_id, number)
);
create table measure_groups (
  id uuid primary key,
  plan_id uuid not null references plans,
  number integer not null,
  name text not null,
  unique (plan_id, number)
);
create table measures (
  id uuid primary key,
  plan_id uuid not null references plans,
  group_id uuid references measure_groups,
  number integer not null,
  name text not null,
  unique (plan_id, number)
);
-- The book words or places an item in another way elsewhere; both are kept with their place.
create table measure_wordings (
  id uuid primary key,
  measure_id uuid not null references measures,
  place text not null,
  wording text not null,
  group_id uuid references measure_groups
);
-- Challenge → measure and measure → the next plan's measure, each with author, day, and draft or decided.
create table plan_links (
  id uuid primary key,
  challenge_id uuid references challenges,
  measure_id uuid not null references measures,
  next_measure_id uuid references measures,
  state text not null check (state in ('draft', 'decided')),
  note text,
  drawn_by uuid not null,
  drawn_on date not null,
  replaced_by uuid references plan_links,
  check ((challenge_id is null) <> (next_measure_id is null))
);
create index plan_links_measure on plan_links (measure_id);

create table survey_waves (
  id uuid primary key,
  name text not null,
  fiscal_year integer not null,
  sent integer,
  returned integer,
  method text,
  -- Answers before this wave cannot be compared with it: a break in the line.
  breaks boolean not null default false
);
create table indicators (
  id uuid primary key,
  plan_id uuid not null references plans,
  code text not null,
  group_id uuid references measure_groups,
  number integer not null,
  wording text not null,
  unit text not null,
  decimals smallint not null,
  polarity text not null check (polarity in ('up', 'down', 'range', 'context')),
  source text not null check (source in ('encounters', 'survey', 'statistic', 'typed')),
  unique (plan_id, code)
);
-- What is counted, as data: versioned and dated.
create table indicator_definitions (
  indicator_id uuid not null references indicators,
  version integer not null,
  starts_on date not null,
  rule jsonb not null,
  wording text not null,
  defined_by uuid not null,
  defined_at timestamptz not null,
  primary key (indicator_id, version)
);
-- kind: 'baseline' or 'target'. The newest row of a year holds; older ones stay readable.
create table indicator_targets (
  id uuid primary key,
  indicator_id uuid not null references indicators,
  kind text not null check (kind in ('baseline', 'target')),
  fiscal_year integer not null,
  value numeric,
  note text,
  set_by uuid not null,
  set_at timestamptz not null
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
  brought_by uuid not null,
  brought_at timestamptz not null
);
create index indicator_values_of on indicator_values (indicator_id, fiscal_year, brought_at);
-- 評価 and 第2期につなげよう: texts per group or for the whole (group null); every version stays.
create table evaluations (
  id uuid primary key,
  plan_id uuid not null references plans,
  group_id uuid references measure_groups,
  kind text not null check (kind in ('evaluation', 'carry_on')),
  version integer not null,
  body text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  unique nulls not distinct (plan_id, group_id, kind, version)
);
-- The figures of a fixed year, cell by cell. They do not move any more.
create table figure_snapshots (
  fiscal_year integer not null references period_fixings,
  indicator_id uuid not null references indicators,
  definition_version integer not null,
  district_id uuid references districts,
  month date,
  channel text,
  value numeric not null,
  unique nulls not distinct (fiscal_year, indicator_id, district_id, month, channel)
);
