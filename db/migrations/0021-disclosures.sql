-- わたしの記録 and statutory requests: codes for persons, what is held back, questions, requests with their clocks.
-- 閲覧番号: a printed code with which a person, or who may speak for the person, reads who has seen the record. Issued once
-- it was checked who asks; it opens when whoever answers for the records has looked through what it will show.
create table disclosure_keys (
  id uuid primary key,
  about text not null check (about in ('client', 'household')),
  about_id uuid not null,
  given_to text not null check (given_to in ('person', 'representative')),
  -- 本人確認: an identity card, two other papers, known to the worker. A representative has shown a mandate (委任状).
  checked text not null check (checked in ('card', 'papers', 'known')),
  issued_by uuid not null references posts,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  holder_id uuid not null references bodies,
  retention_class text not null default 'disclosure',
  unique (id, about_id, holder_id)
);
create index disclosure_keys_holder on disclosure_keys (holder_id, issued_at);
create index disclosure_keys_about on disclosure_keys (about_id);

-- What proves a code. Read by the gate alone.
create table disclosure_codes (
  key_id uuid primary key,
  code_hash bytea not null unique,
  about_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'disclosure',
  foreign key (key_id, about_id, holder_id) references disclosure_keys (id, about_id, holder_id)
);

-- Who looked through it and let it out.
create table disclosure_releases (
  key_id uuid primary key,
  released_by uuid not null references posts,
  released_at timestamptz not null,
  about_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'disclosure',
  foreign key (key_id, about_id, holder_id) references disclosure_keys (id, about_id, holder_id)
);

-- A line that is held back, with the reason; who reads the record is not told that there is one.
create table disclosure_holdbacks (
  about_id uuid not null,
  entry_id uuid not null,
  reason text not null,
  held_by uuid not null references posts,
  held_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'disclosure',
  primary key (about_id, entry_id)
);
create index disclosure_holdbacks_holder on disclosure_holdbacks (holder_id);

-- What the person asks, or objects to, and the answer.
create table disclosure_questions (
  id uuid primary key,
  key_id uuid not null,
  kind text not null check (kind in ('ask', 'object')),
  words text not null,
  asked_at timestamptz not null,
  about_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'disclosure',
  foreign key (key_id, about_id, holder_id) references disclosure_keys (id, about_id, holder_id),
  unique (id, about_id, holder_id)
);
create index disclosure_questions_about on disclosure_questions (about_id);
create index disclosure_questions_holder on disclosure_questions (holder_id);

create table disclosure_answers (
  question_id uuid primary key,
  words text not null,
  answered_by uuid not null references posts,
  answered_at timestamptz not null,
  about_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'disclosure',
  foreign key (question_id, about_id, holder_id) references disclosure_questions (id, about_id, holder_id)
);

-- Within how many days, under which law and for what fee a kind of body answers a statutory request. Dated; a town confirms it.
create table disclosure_rules (
  id uuid primary key,
  body_kind text not null check (body_kind in ('city_section', 'council', 'district_council', 'commissioner_council', 'window', 'other')),
  law text not null,
  days integer not null check (days between 1 and 365),
  extension_days integer not null check (extension_days between 0 and 365),
  fee text not null,
  starts_on date not null,
  set_by uuid not null,
  set_at timestamptz not null
);
create index disclosure_rules_of on disclosure_rules (body_kind, starts_on);

-- 開示・訂正・利用停止の請求: per holder, each with its own clock.
create table disclosure_requests (
  id uuid primary key,
  number text not null,
  kind text not null check (kind in ('disclose', 'correct', 'stop')),
  way text not null check (way in ('desk', 'letter', 'proxy')),
  requester_name text not null,
  requester_is text not null check (requester_is in ('person', 'parent', 'guardian', 'mandated')),
  checked text not null check (checked in ('card', 'papers', 'known')),
  -- What is asked for, in the requester's words.
  words text not null,
  received_on date not null,
  due_on date not null,
  law text not null,
  fee text not null,
  received_by uuid not null references posts,
  received_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'disclosure',
  unique (holder_id, number),
  unique (id, holder_id)
);
create index disclosure_requests_place on disclosure_requests (holder_id, received_on desc, id desc);

create table disclosure_request_numbers (
  holder_id uuid not null references bodies,
  fiscal_year integer not null,
  last integer not null,
  primary key (holder_id, fiscal_year)
);

-- Extended, decided, carried out, taken back: who, when, why.
create table disclosure_steps (
  id uuid primary key,
  request_id uuid not null,
  step text not null check (step in ('extended', 'decided', 'carried_out', 'taken_back')),
  outcome text check (outcome in ('whole', 'part', 'none', 'not_held', 'not_said')),
  words text not null,
  due_on date,
  taken_on date not null,
  taken_by uuid not null references posts,
  taken_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'disclosure',
  check ((step = 'decided') = (outcome is not null)),
  foreign key (request_id, holder_id) references disclosure_requests (id, holder_id)
);
create index disclosure_steps_of on disclosure_steps (request_id, taken_at);
