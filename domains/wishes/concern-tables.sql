-- 心配ごと: somebody may not be safe. It has an owner and a clock, and stops the match it is about.
create table safeguarding_concerns (
  id uuid primary key,
  participant_id uuid not null,
  match_id uuid,
  words text not null,
  raised_by uuid not null,
  raised_at timestamptz not null,
  owner_post_id uuid not null references posts,
  due_at timestamptz not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  result text,
  ended_by uuid,
  ended_at timestamptz,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  unique (id, holder_id),
  foreign key (participant_id, holder_id) references participants (id, holder_id),
  foreign key (match_id, holder_id) references matches (id, holder_id)
);
create index safeguarding_concerns_open on safeguarding_concerns (holder_id, due_at) where ended_at is null;
create index safeguarding_concerns_of on safeguarding_concerns (participant_id);

-- 引き継ぎ of a concern, to another coordinator of the body, with a word why.
create table concern_handings_on (
  id uuid primary key,
  concern_id uuid not null,
  from_post_id uuid not null references posts,
  to_post_id uuid not null references posts,
  why text not null,
  handed_by uuid not null,
  handed_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  foreign key (concern_id, holder_id) references safeguarding_concerns (id, holder_id)
);
create index concern_handings_on_of on concern_handings_on (concern_id, handed_at);

-- That nobody had taken it up when it was due: one notice for each clock, to whom it was meant.
create table concern_reminders (
  concern_id uuid not null,
  due_at timestamptz not null,
  meant_for_id uuid not null references posts,
  raised_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  primary key (concern_id, due_at),
  foreign key (concern_id, holder_id) references safeguarding_concerns (id, holder_id)
);
