-- 受入先への支援: a visit to the place, a word on the telephone. About the place, never about somebody.
create table place_supports (
  id uuid primary key,
  place_id uuid not null references places,
  supported_on date not null,
  way text not null check (way in ('visit', 'phone', 'meeting', 'message')),
  words text not null,
  encounter_id uuid not null references encounters,
  written_by uuid not null,
  post_id uuid not null references posts,
  written_at timestamptz not null,
  holder_id uuid not null references bodies
);
create index place_supports_of on place_supports (place_id, supported_on);
create index place_supports_holder on place_supports (holder_id, supported_on);

-- 参加支援: one person's way to one place, from what the person would like. Another try at the same place goes on here.
create table joinings (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  place_id uuid not null references places,
  -- Of which plan it is part, if of any.
  plan_id uuid,
  -- The wish or the goal, in the person's words.
  wish text not null,
  begun_on date not null,
  begun_by uuid not null,
  post_id uuid not null references posts,
  begun_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  next_look_on date, -- when somebody looks again at how it goes; null: nobody has said
  foreign key (case_id, client_id) references case_members (case_id, client_id),
  foreign key (case_id, holder_id) references cases (id, holder_id),
  foreign key (client_id, holder_id) references clients (id, holder_id),
  foreign key (plan_id, client_id, holder_id) references support_plans (id, client_id, holder_id),
  unique (id, client_id, holder_id)
);
create index joinings_case on joinings (case_id);
create index joinings_client on joinings (client_id);
create index joinings_holder on joinings (holder_id, begun_on);
create index joinings_plan on joinings (plan_id);
create index joinings_place on joinings (place_id);
create index joinings_next_look on joinings (holder_id, next_look_on);

-- 見学, 試し, 定着, 様子うかがい, お休み, 終わり: how it stands is what came last.
create table joining_steps (
  id uuid primary key,
  joining_id uuid not null,
  step text not null check (step in ('look', 'trial', 'settled', 'kept_up', 'paused', 'ended')),
  taken_on date not null,
  -- Who went along; null: nobody, or nobody said.
  went_along text,
  -- What the person said, word for word.
  said text,
  -- What was seen, and what comes next.
  words text,
  encounter_id uuid references encounters,
  taken_by uuid not null,
  post_id uuid not null references posts,
  taken_at timestamptz not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (joining_id, client_id, holder_id) references joinings (id, client_id, holder_id)
);
create index joining_steps_of on joining_steps (joining_id, taken_on, taken_at);
create index joining_steps_client on joining_steps (client_id);
create index joining_steps_holder on joining_steps (holder_id, taken_on);

-- 受入先に伝えたこと: the words that the person agreed to, as they were said to the place, and the provision they stand on.
create table joining_tellings (
  id uuid primary key,
  joining_id uuid not null,
  words text not null,
  told_on date not null,
  provision_id uuid not null,
  told_by uuid not null,
  post_id uuid not null references posts,
  told_at timestamptz not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (joining_id, client_id, holder_id) references joinings (id, client_id, holder_id)
);
create index joining_tellings_of on joining_tellings (joining_id);
create index joining_tellings_client on joining_tellings (client_id);
