-- A fulfilment can be taken back: what was recorded stays, and counts nowhere.
alter table fulfilments add column taken_back_at timestamptz;
create table fulfilment_withdrawals (
  fulfilment_id uuid primary key,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  foreign key (fulfilment_id, holder_id) references fulfilments (id, holder_id)
);

alter table safeguarding_concerns add unique (id, holder_id);

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
