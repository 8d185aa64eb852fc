-- People come and go: transfers from a file, renewals of a term, vacancies, hand-overs; districts change with dates.

-- 異動: a file of endings, new terms and new posts, done all at once. The file itself is not kept.
create table post_transfers (
  id uuid primary key,
  file_name text not null,
  file_hash bytea not null,
  -- Rows that said nothing, or what stood there already.
  unchanged integer not null,
  done_by uuid not null,
  done_at timestamptz not null,
  retention_class text not null default 'account'
);
create index post_transfers_file on post_transfers (file_hash);
create index post_transfers_at on post_transfers (done_at, id);

-- What a row of it did to which post, and what stood there before.
create table post_transfer_rows (
  transfer_id uuid not null references post_transfers,
  row integer not null,
  change text not null check (change in ('ended', 'reappointed', 'given')),
  post_id uuid not null references posts,
  account_id uuid not null references accounts,
  -- The first day on which it makes a difference.
  effective_on date not null,
  ends_on_before date,
  invited boolean not null,
  retention_class text not null default 'account',
  primary key (transfer_id, row)
);

-- Who withdrew what had not yet taken effect of a transfer, and why.
create table post_transfer_withdrawals (
  transfer_id uuid primary key references post_transfers,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  retention_class text not null default 'account'
);

-- An ending that was taken back before its day: the post runs on as its last term says.
create table post_ending_withdrawals (
  post_id uuid not null,
  ended_at timestamptz not null,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  retention_class text not null default 'account',
  primary key (post_id, ended_at),
  foreign key (post_id, ended_at) references post_endings (post_id, ended_at)
);

-- 改選: what was decided for a post whose term ends: it goes on, somebody follows, it is vacant, or the decision was
-- withdrawn. The newest counts.
create table post_successions (
  id uuid primary key,
  post_id uuid not null references posts,
  decision text not null check (decision in ('reappointed', 'succeeded', 'vacant', 'withdrawn')),
  successor_id uuid references posts,
  -- The first day after the one it was held on last.
  from_day date not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  body_id uuid not null references bodies,
  district_id uuid references districts,
  retention_class text not null default 'account',
  check ((decision = 'succeeded') = (successor_id is not null))
);
create index post_successions_of on post_successions (post_id, decided_at);
create index post_successions_to on post_successions (successor_id);
create index post_successions_in on post_successions (district_id);

-- 取りやめ, 後任: what an assignment's day was before it ended, and that it ended for a successor.
alter table household_assignment_endings add column ends_on_before date;
alter table household_assignment_endings drop constraint household_assignment_endings_why_check;
alter table household_assignment_endings add constraint household_assignment_endings_why_check
  check (why in ('change', 'declined', 'post_ended', 'household_closed', 'succeeded'));
