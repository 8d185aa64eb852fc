-- 緊急閲覧: danger to life. Opens one person's record to one post for a short while; the holder's records officer is told and
-- reviews it afterwards.
create table emergency_views (
  id uuid primary key,
  person_id uuid not null,
  post_id uuid not null references posts,
  body_id uuid not null references bodies,
  reason text not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'provision',
  check (until > opened_at),
  foreign key (person_id, holder_id) references parties (id, holder_id),
  unique (id, holder_id, post_id),
  unique (id, holder_id)
);
-- Each try, so that names cannot be tried out.
create table emergency_tries (
  post_id uuid not null references posts,
  tried_at timestamptz not null,
  retention_class text not null default 'provision'
);
create index emergency_tries_by on emergency_tries (post_id, tried_at);

-- 事後の確かめ: one that was not justified closes at once.
create table emergency_reviews (
  view_id uuid primary key,
  justified boolean not null,
  words text not null,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  holder_id uuid not null,
  post_id uuid not null,
  retention_class text not null default 'provision',
  foreign key (view_id, holder_id, post_id) references emergency_views (id, holder_id, post_id)
);

-- 本人への知らせ: that the person was told of an emergency view, by whom and how; or why not yet, and when to weigh it again.
create table emergency_tellings (
  id uuid primary key,
  view_id uuid not null,
  -- Null: not yet.
  told_on date,
  way text check (way in ('met', 'phone', 'letter', 'proxy')),
  told_post_id uuid references posts,
  -- Why telling would endanger somebody now, and the day on which it is weighed again.
  why_not_yet text,
  weigh_again_on date,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'provision',
  check ((told_on is null) = (way is null) and (told_on is null) = (told_post_id is null)),
  check ((told_on is null) = (why_not_yet is not null) and (told_on is null) = (weigh_again_on is not null)),
  foreign key (view_id, holder_id) references emergency_views (id, holder_id)
);
create unique index emergency_tellings_once on emergency_tellings (view_id) where told_on is not null;
create index emergency_tellings_of on emergency_tellings (view_id, written_at);
create index emergency_tellings_holder on emergency_tellings (holder_id);

-- What was printed or written to a file during a view that was found not justified, as the trail says: it is asked back.
create table emergency_copies (
  id uuid primary key,
  view_id uuid not null,
  taken_at timestamptz not null,
  role text not null,
  operation text not null,
  holder_id uuid not null,
  post_id uuid not null,
  retention_class text not null default 'provision',
  foreign key (view_id, holder_id, post_id) references emergency_views (id, holder_id, post_id)
);
create index emergency_copies_of on emergency_copies (view_id);
create index emergency_copies_holder on emergency_copies (holder_id);
create index emergency_copies_by on emergency_copies (post_id);

-- Who opened says what became of them.
create table emergency_return_notes (
  view_id uuid primary key,
  outcome text not null check (outcome in ('none', 'returned', 'destroyed', 'kept')),
  words text,
  noted_by uuid not null,
  noted_at timestamptz not null,
  holder_id uuid not null,
  post_id uuid not null,
  retention_class text not null default 'provision',
  foreign key (view_id, holder_id, post_id) references emergency_views (id, holder_id, post_id)
);
create index emergency_return_notes_holder on emergency_return_notes (holder_id);
create index emergency_return_notes_by on emergency_return_notes (post_id);

create index emergency_views_by on emergency_views (post_id, until);
create index emergency_views_of on emergency_views (holder_id, opened_at);
