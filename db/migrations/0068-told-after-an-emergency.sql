alter table emergency_views add unique (id, holder_id);

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
