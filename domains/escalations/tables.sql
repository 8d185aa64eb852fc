-- 知らせ: what asks for somebody, raised by a visit (気になる, 異変) or because nobody was met for long. Holds no word of its own
-- about anybody: what was seen stands with the visit.
create table escalations (
  id uuid primary key,
  level text not null check (level in ('alarm', 'concern', 'unmet')),
  household_id uuid not null,
  -- Null: not met for so many days; no visit says it. Of what waits for a decision (phones) that visit does not stand yet, or never will.
  visit_id uuid,
  -- Whose round it is about: who raised it, or who looks in there.
  post_id uuid not null references posts,
  raised_at timestamptz not null,
  -- By then somebody should have taken it.
  due_at timestamptz not null,
  -- Whether the office was watching when it came.
  in_hours boolean not null,
  -- For whom it was meant at first, as the roster said that day.
  meant_for_id uuid references posts,
  meant_for text,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  unique (id, holder_id, district_id),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index escalations_place on escalations (district_id, raised_at desc, id);
create index escalations_post on escalations (post_id, raised_at desc, id);
create index escalations_household on escalations (household_id, raised_at);
create index escalations_visit on escalations (visit_id) where visit_id is not null;

-- What was done about it, step by step: taken, acted on, closed. How it stands is what the last step says.
create table escalation_steps (
  escalation_id uuid not null,
  n smallint not null,
  step text not null check (step in ('taken', 'acting', 'closed')),
  by_account_id uuid not null,
  by_post_id uuid not null references posts,
  -- As it was said to whoever raised it.
  by_name text not null,
  -- For whoever raised it.
  told text,
  stepped_at timestamptz not null,
  -- Copied from the escalation: whose round it is about.
  post_id uuid not null references posts,
  household_id uuid not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  primary key (escalation_id, n),
  foreign key (escalation_id, holder_id, district_id) references escalations (id, holder_id, district_id)
);

-- Words among those who act. Never shown to a visitor.
create table escalation_words (
  escalation_id uuid not null,
  n smallint not null,
  words text not null,
  household_id uuid not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  primary key (escalation_id, n),
  foreign key (escalation_id, n) references escalation_steps (escalation_id, n)
);

-- 勤務時間: when the office watches, from a day on. Until the town sets it, model.ts says it.
create table office_hours (
  id uuid primary key,
  starts_on date not null,
  -- 1 Monday … 7 Sunday
  weekdays smallint[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(weekdays) > 0),
  opens time not null,
  closes time not null,
  -- Within so many minutes somebody should have taken an 異変.
  alarm_minutes smallint not null check (alarm_minutes between 5 and 240),
  set_by uuid not null,
  set_at timestamptz not null,
  check (opens < closes)
);
create index office_hours_from on office_hours (starts_on, set_at);

-- 休みの日: national holidays and the town's own. The newest row of a day counts.
create table closed_days (
  day date not null,
  set_at timestamptz not null,
  name text not null,
  -- False: the office is open on that day after all.
  closed boolean not null,
  set_by uuid not null,
  primary key (day, set_at)
);

-- 当番: who answers, by telephone, in the office's hours or outside of them.
create table duties (
  id uuid primary key,
  -- Null: for the whole town.
  district_id uuid references districts,
  hours text not null check (hours in ('office', 'outside')),
  name text not null,
  phone text not null,
  words text,
  -- Whose 今日 what is raised meanwhile is meant for.
  post_id uuid references posts,
  starts_on date not null,
  ends_on date,
  set_by uuid not null,
  set_at timestamptz not null,
  ended_by uuid,
  -- Forgotten a year after its end.
  retention_class text not null default 'account',
  check (ends_on is null or ends_on >= starts_on - 1)
);
create index duties_in on duties (district_id, starts_on);

-- From when nobody being met becomes a gentle 知らせ. The newest row of a rule counts, a district's own before the town's.
create table unmet_rules (
  id uuid primary key,
  rule text not null check (rule in ('times', 'days')),
  district_id uuid references districts,
  -- So many times in a row, so many days; null: switched off.
  n smallint check (n between 2 and 365),
  set_by uuid not null,
  set_at timestamptz not null
);
create index unmet_rules_of on unmet_rules (rule, district_id, set_at);

-- A household of which such 知らせ are not wanted. The newest row counts.
create table unmet_switches (
  household_id uuid not null,
  set_at timestamptz not null,
  quiet boolean not null,
  why text not null,
  set_by uuid not null,
  post_id uuid not null references posts,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  primary key (household_id, set_at),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index unmet_switches_place on unmet_switches (district_id, household_id);
