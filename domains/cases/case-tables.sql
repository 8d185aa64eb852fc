-- スクリーニング: what was found on looking at it, and which existing schemes were tried first.
create table case_screenings (
  id uuid primary key,
  case_id uuid not null,
  result text not null check (result in ('info_only', 'referred', 'consent_pending', 'active', 'broken_off')),
  -- Codes of the list `scheme`.
  schemes text[] not null,
  words text,
  screened_on date not null,
  screened_by uuid not null,
  screened_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (case_id, holder_id) references cases (id, holder_id)
);
create index case_screenings_of on case_screenings (case_id, screened_at);

-- 緊急性: the newest row is how it stands; no kinds: not urgent, or no longer.
create table case_urgencies (
  id uuid primary key,
  case_id uuid not null,
  -- Codes of the list `urgency`.
  kinds text[] not null,
  words text,
  said_by uuid not null,
  said_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (case_id, holder_id) references cases (id, holder_id)
);
create index case_urgencies_of on case_urgencies (case_id, said_at);

-- What a note said before it was corrected.
create table case_note_versions (
  note_id uuid not null,
  version integer not null,
  said jsonb not null,
  reason text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  client_id uuid,
  holder_id uuid not null,
  retention_class text not null default 'case',
  primary key (note_id, version),
  foreign key (note_id, holder_id) references case_notes (id, holder_id)
);

-- 取り消し: a note that should not stand there stays readable, and no longer counts.
create table case_note_withdrawals (
  note_id uuid primary key,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  client_id uuid,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (note_id, holder_id) references case_notes (id, holder_id)
);

-- Who else belongs to the family and is no client of the body: for the genogram. Without a name of their own.
create table case_kin (
  id uuid primary key,
  case_id uuid not null,
  relation text not null,
  called text not null,
  sex text check (sex in ('female', 'male', 'other', 'unsaid')),
  lives_in boolean not null,
  died boolean not null,
  written_by uuid not null,
  written_at timestamptz not null,
  taken_out_at timestamptz,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (case_id, holder_id) references cases (id, holder_id)
);
create index case_kin_of on case_kin (case_id);

-- つながり: what a member, or client null the household, is tied to: for the ecomap.
create table case_ties (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid,
  kind text not null check (kind in ('body', 'place', 'neighbour', 'kin', 'work', 'school', 'medical', 'other')),
  called text not null,
  strength text not null check (strength in ('strong', 'plain', 'thin', 'strained', 'wished')),
  flow text not null check (flow in ('gives', 'receives', 'both')),
  written_by uuid not null,
  written_at timestamptz not null,
  taken_out_at timestamptz,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (case_id, holder_id) references cases (id, holder_id),
  foreign key (client_id, holder_id) references clients (id, holder_id)
);
create index case_ties_of on case_ties (case_id);
create index case_ties_client on case_ties (client_id);

-- アセスメント: what a person answers, item by item, each in its facet.
create table client_answers (
  client_id uuid not null,
  facet text not null,
  item_id uuid not null,
  part smallint not null,
  option_id uuid,
  number integer,
  day date,
  words text,
  holder_id uuid not null,
  retention_class text not null default 'case',
  primary key (client_id, item_id, part),
  foreign key (client_id, holder_id) references clients (id, holder_id),
  foreign key (item_id, facet) references items (id, facet),
  foreign key (option_id, facet) references item_options (id, facet)
);
create index client_answers_item on client_answers (item_id);

create table client_answer_versions (
  client_id uuid not null,
  facet text not null,
  version integer not null,
  said jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  primary key (client_id, facet, version),
  foreign key (client_id, holder_id) references clients (id, holder_id)
);

-- すること: a promise with a day, and who keeps it.
create table case_tasks (
  id uuid primary key,
  case_id uuid not null,
  words text not null,
  due_on date not null,
  post_id uuid not null references posts,
  set_by uuid not null,
  set_at timestamptz not null,
  done_on date,
  outcome text,
  done_by uuid,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (case_id, holder_id) references cases (id, holder_id)
);
create index case_tasks_of on case_tasks (case_id);
create index case_tasks_post on case_tasks (post_id, due_on) where done_on is null;

-- 引き継ぎ（他機関へ）: asked; what follows are turns. Who asks stays responsible until it is done.
create table case_handovers (
  id uuid primary key,
  case_id uuid not null,
  receiver_id uuid not null references bodies,
  -- Why, for the receiver to decide on: without names.
  words text not null,
  due_on date not null,
  asked_by uuid not null,
  post_id uuid not null references posts,
  asked_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  check (receiver_id <> holder_id),
  foreign key (case_id, holder_id) references cases (id, holder_id),
  unique (id, holder_id, receiver_id)
);
create index case_handovers_of on case_handovers (case_id);
create index case_handovers_to on case_handovers (receiver_id);

-- Which facets of whom go with it once it is accepted, and on which basis; each member by their own.
create table case_handover_people (
  handover_id uuid not null,
  client_id uuid not null,
  facets text[] not null check (cardinality(facets) > 0),
  basis_id uuid not null references lawful_bases,
  consent_id uuid,
  ends_on date not null,
  holder_id uuid not null,
  receiver_id uuid not null,
  retention_class text not null default 'case',
  primary key (handover_id, client_id),
  foreign key (handover_id, holder_id, receiver_id) references case_handovers (id, holder_id, receiver_id),
  foreign key (client_id, holder_id) references clients (id, holder_id)
);

create table case_handover_turns (
  handover_id uuid not null,
  turn text not null check (turn in ('accepted', 'declined', 'withdrawn', 'done')),
  words text,
  taken_by uuid not null,
  taken_at timestamptz not null,
  holder_id uuid not null,
  receiver_id uuid not null,
  retention_class text not null default 'case',
  primary key (handover_id, turn),
  foreign key (handover_id, holder_id, receiver_id) references case_handovers (id, holder_id, receiver_id)
);
-- Accepted, declined and withdrawn shut one another out.
create unique index case_handover_answer on case_handover_turns (handover_id) where turn <> 'done';

-- 制度の狭間: what no scheme met, as it was seen in one case.
create table case_gaps (
  id uuid primary key,
  case_id uuid not null,
  words text not null,
  would_help text,
  noted_by uuid not null,
  noted_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (case_id, holder_id) references cases (id, holder_id)
);
create index case_gaps_of on case_gaps (case_id);
create index case_gaps_holder on case_gaps (holder_id, noted_at);

-- 地域の課題: several gaps, or one, said without anybody in it. It names no case.
create table gap_themes (
  id uuid primary key,
  words text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  holder_id uuid not null references bodies,
  -- In the words of the community coordinator.
  title text,
  reworded text,
  reworded_by uuid,
  reworded_at timestamptz,
  -- By 多機関協働; only then does it leave the register.
  released_by uuid,
  released_at timestamptz,
  version integer not null default 1,
  check (released_at is null or reworded_at is not null),
  unique (id, holder_id)
);
create index gap_themes_holder on gap_themes (holder_id, proposed_at);

-- From which gaps a theme was made; that stays with the body.
create table gap_theme_sources (
  theme_id uuid not null,
  gap_id uuid not null references case_gaps,
  holder_id uuid not null,
  primary key (theme_id, gap_id),
  foreign key (theme_id, holder_id) references gap_themes (id, holder_id)
);
create index gap_theme_sources_gap on gap_theme_sources (gap_id);

-- 添付: a photograph or a paper, about one member's facet, or client null about the household.
create table case_files (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid,
  facet text not null check (facet in ('family', 'consultation', 'living', 'economy', 'health', 'wish', 'plan', 'notes')),
  name text not null,
  type text not null check (type in ('image/jpeg', 'image/png', 'application/pdf')),
  size integer not null,
  -- Null once it was taken out.
  bytes bytea,
  added_by uuid not null,
  added_at timestamptz not null,
  taken_out_at timestamptz,
  taken_out_why text,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (case_id, holder_id) references cases (id, holder_id),
  foreign key (client_id, holder_id) references clients (id, holder_id)
);
create index case_files_of on case_files (case_id);
create index case_files_client on case_files (client_id);
