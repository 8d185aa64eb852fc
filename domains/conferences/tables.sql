-- 会議の種類: on which law an item is held, who calls it, whether consent is needed, whether it is sealed. Dated; a town sets them.
create table conference_kinds (
  id uuid primary key,
  code text not null,
  name text not null,
  law text not null,
  called_by text[] not null check (called_by <@ array['convener', 'case_coordinator', 'intake_worker'] and cardinality(called_by) > 0),
  needs_consent boolean not null,
  sealed boolean not null,
  -- The duty of secrecy is explained, and confirmed by each person, before the item opens.
  secrecy boolean not null,
  -- Whether such an item says that a plan is fit.
  weighs_plans boolean not null,
  -- For how many days after it was held the papers stay open to the seats.
  days_open integer not null check (days_open between 0 and 366),
  starts_on date not null,
  decided_at timestamptz not null,
  check (sealed = not needs_consent),
  check (secrecy or not sealed),
  unique (code, starts_on),
  unique (id, sealed, secrecy)
);

-- 構成員: a body on the list of a kind (設置要綱の名簿), from a day until a day. Holds nothing about anybody the conference is about.
create table conference_members (
  id uuid primary key,
  kind_code text not null,
  body_id uuid not null references bodies,
  -- Which office of the body, in words.
  office text,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  named_by uuid not null,
  named_at timestamptz not null
);
create index conference_members_of on conference_members (kind_code, body_id);

-- 会合: a day and a place. Whom and what it is about hangs on its items.
create table conferences (
  id uuid primary key,
  held_on date not null,
  starts_at text not null,
  place text not null,
  called_by uuid not null,
  called_post_id uuid not null references posts,
  called_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  holder_id uuid not null references bodies,
  retention_class text not null default 'conference'
);
create index conferences_place on conferences (held_on desc, id desc);
create index conferences_holder on conferences (holder_id);

-- 議題: one matter of a sitting, with its own kind and its own seats. Holds no text: all words stand in conference_papers.
create table conference_items (
  id uuid primary key,
  conference_id uuid not null references conferences,
  kind_id uuid not null,
  sealed boolean not null,
  secrecy boolean not null,
  -- Whoever holds a post of this role in the holder's body has called it.
  caller_role text not null,
  added_by uuid not null,
  added_post_id uuid not null references posts,
  added_at timestamptz not null,
  held_on date,
  -- The last day on which the papers are open to the seats.
  open_until date,
  next_on date,
  closed_at timestamptz,
  -- The matter has been ended: the role sheet no longer stands.
  ended_at timestamptz,
  holder_id uuid not null references bodies,
  retention_class text not null default 'conference',
  foreign key (kind_id, sealed, secrecy) references conference_kinds (id, sealed, secrecy),
  unique (id, holder_id),
  unique (id, sealed)
);
create index conference_items_of on conference_items (conference_id);
create index conference_items_holder on conference_items (holder_id, caller_role);

-- Each step of an item, and who took it. The words of it stand in the minutes.
create table conference_steps (
  id uuid primary key,
  item_id uuid not null,
  step text not null check (step in ('held', 'closed', 'ended')),
  taken_by uuid not null,
  post_id uuid not null references posts,
  taken_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'conference',
  foreign key (item_id, holder_id) references conference_items (id, holder_id),
  unique (item_id, step)
);

-- Whom a consented item is about. A sealed one names nobody's record.
create table conference_subjects (
  item_id uuid not null,
  client_id uuid not null,
  sealed boolean not null default false check (not sealed),
  -- Whose record it is.
  holder_id uuid not null,
  retention_class text not null default 'conference',
  primary key (item_id, client_id),
  foreign key (item_id, sealed) references conference_items (id, sealed),
  foreign key (client_id, holder_id) references clients (id, holder_id)
);
create index conference_subjects_client on conference_subjects (client_id);

-- 席: a post that is invited to an item, or a guest who has no account.
create table conference_seats (
  id uuid primary key,
  item_id uuid not null,
  conference_id uuid not null references conferences,
  -- So that an invitation can say what it is to before it opens.
  kind_id uuid not null references conference_kinds,
  post_id uuid references posts,
  body_id uuid references bodies,
  -- Name and office as they were when invited: the attendance list is of that day.
  name text not null,
  office text not null,
  invited_by uuid not null,
  invited_at timestamptz not null,
  present boolean,
  revoked_at timestamptz,
  holder_id uuid not null,
  retention_class text not null default 'conference',
  foreign key (item_id, holder_id) references conference_items (id, holder_id),
  check ((post_id is null) = (body_id is null)),
  unique (item_id, post_id),
  unique (id, item_id),
  unique (id, item_id, post_id)
);
create index conference_seats_of on conference_seats (item_id);
create index conference_seats_post on conference_seats (post_id);

-- 守秘の確認: who was told of the duty of secrecy and undertook it, in which version of the text. It outlives the seat.
create table secrecy_undertakings (
  id uuid primary key,
  seat_id uuid not null,
  item_id uuid not null,
  post_id uuid,
  -- Null: a guest, whose signed paper was noted by who called.
  account_id uuid,
  text_version text not null,
  way text not null check (way in ('screen', 'paper')),
  noted_by uuid not null,
  confirmed_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'conference',
  foreign key (seat_id, item_id) references conference_seats (id, item_id),
  foreign key (seat_id, item_id, post_id) references conference_seats (id, item_id, post_id),
  foreign key (item_id, holder_id) references conference_items (id, holder_id),
  check ((account_id is null) = (post_id is null)),
  unique nulls not distinct (seat_id, account_id)
);
create index secrecy_undertakings_of on secrecy_undertakings (item_id);
create index secrecy_undertakings_by on secrecy_undertakings (account_id);

-- All words of an item: its matter, the papers brought to it, its minutes, what was missing. The item decides who reads them.
create table conference_papers (
  id uuid primary key,
  item_id uuid not null,
  piece text not null check (piece in ('matter', 'paper', 'minutes', 'resource')),
  title text not null,
  words text not null,
  -- The body it comes from.
  body_id uuid not null references bodies,
  post_id uuid not null references posts,
  written_by uuid not null,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  version integer not null default 1,
  holder_id uuid not null,
  retention_class text not null default 'conference',
  -- A photograph or a PDF that was brought.
  file_name text,
  file_type text check (file_type in ('image/jpeg', 'image/png', 'application/pdf')),
  -- Bytes.
  file_size integer check (file_size > 0),
  bytes bytea,
  foreign key (item_id, holder_id) references conference_items (id, holder_id),
  unique (id, item_id),
  check (num_nulls(file_name, file_type, file_size, bytes) in (0, 4)),
  check (file_name is null or piece = 'paper')
);
create index conference_papers_of on conference_papers (item_id);
create unique index conference_papers_one on conference_papers (item_id, piece) where piece in ('matter', 'minutes');

-- 役割票: who watches what, tells whom, until when. It lives on after the papers are closed.
create table role_lines (
  id uuid primary key,
  item_id uuid not null,
  -- The post it names; null for somebody without an account, who is named in words.
  post_id uuid references posts,
  name text not null,
  watches text not null,
  tells text not null,
  until date,
  written_by uuid not null,
  written_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  holder_id uuid not null,
  retention_class text not null default 'conference',
  foreign key (item_id, holder_id) references conference_items (id, holder_id)
);
create index role_lines_of on role_lines (item_id);
create index role_lines_post on role_lines (post_id);

-- 申し送り: one fact that may cross to the record of somebody who has agreed, in the words the body it came from agrees to.
create table crossing_facts (
  id uuid primary key,
  item_id uuid not null references conference_items,
  words text not null,
  from_body_id uuid not null references bodies,
  client_id uuid not null,
  proposed_by uuid not null,
  proposed_post_id uuid not null references posts,
  proposed_at timestamptz not null,
  -- The note it became.
  note_id uuid,
  holder_id uuid not null,
  retention_class text not null default 'conference',
  foreign key (client_id, holder_id) references clients (id, holder_id),
  foreign key (note_id, holder_id) references case_notes (id, holder_id),
  unique (id, item_id, from_body_id, proposed_post_id)
);
create index crossing_facts_of on crossing_facts (item_id);
create index crossing_facts_from on crossing_facts (from_body_id);
create index crossing_facts_by on crossing_facts (proposed_post_id);

create table crossing_decisions (
  fact_id uuid primary key,
  item_id uuid not null,
  from_body_id uuid not null,
  proposed_post_id uuid not null,
  agreed boolean not null,
  decided_by uuid not null,
  post_id uuid not null references posts,
  decided_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'conference',
  foreign key (fact_id, item_id, from_body_id, proposed_post_id)
    references crossing_facts (id, item_id, from_body_id, proposed_post_id)
);
create index crossing_decisions_from on crossing_decisions (from_body_id);
create index crossing_decisions_by on crossing_decisions (proposed_post_id);
