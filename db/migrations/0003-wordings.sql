-- The wordings of a plan get versions, and how small a figure is shown becomes a dated setting of the town.
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
