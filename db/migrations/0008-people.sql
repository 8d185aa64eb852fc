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
  -- The last day it gave, and the one there was before.
  ends_on date,
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

-- 引き継ぎ: the open promises of a post that ends, in the words of who leaves it. Written anew it is a new row; the newest
-- counts until it is received.
create table handovers (
  id uuid primary key,
  post_id uuid not null references posts,
  -- The post that takes over, where one is known.
  successor_id uuid references posts,
  words text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null references bodies,
  district_id uuid references districts,
  retention_class text not null default 'watching'
);
create index handovers_of on handovers (post_id, written_at);
create index handovers_to on handovers (successor_id);
create index handovers_place on handovers (district_id, written_at);

-- What hung on the post on that day: a household of the round, a visit that was not followed up, a sheet that is missing.
create table handover_items (
  handover_id uuid not null references handovers,
  n integer not null,
  kind text not null check (kind in ('household', 'next_step', 'worry', 'sheet')),
  household_id uuid,
  visit_id uuid references visits,
  month date,
  words text,
  post_id uuid not null references posts,
  successor_id uuid references posts,
  -- Of the household, where it is about one; otherwise of the post.
  holder_id uuid not null references bodies,
  district_id uuid references districts,
  retention_class text not null default 'watching',
  primary key (handover_id, n),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index handover_items_household on handover_items (household_id);
create index handover_items_post on handover_items (post_id);

-- 受け取り: who took it over, and when; `received_by` may be somebody who writes it down for the successor.
create table handover_receipts (
  handover_id uuid primary key references handovers,
  received_for text not null,
  received_by uuid not null,
  received_at timestamptz not null,
  post_id uuid not null references posts,
  successor_id uuid references posts,
  holder_id uuid not null references bodies,
  district_id uuid references districts,
  retention_class text not null default 'watching'
);

-- 校区の統合・分割・改称. A merged or split district ends the day before; a renamed one is called otherwise from that day on.
create table district_changes (
  id uuid primary key,
  kind text not null check (kind in ('merged', 'split', 'renamed')),
  district_id uuid not null references districts,
  -- What it became, or one part of it; null where only the name changed.
  into_id uuid references districts,
  starts_on date not null,
  -- What it was called until then, where only the name changed.
  name_before text,
  kana_before text,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  check ((kind = 'renamed') = (into_id is null)),
  check ((kind = 'renamed') = (name_before is not null and kana_before is not null)),
  check (into_id <> district_id)
);
create index district_changes_of on district_changes (district_id, starts_on);

-- 承継: what a district that ended kept, with its group's records and posts, passes to the district it became.
create table district_takeovers (
  district_id uuid primary key references districts,
  into_district_id uuid not null references districts,
  body_id uuid references bodies,
  into_body_id uuid references bodies,
  -- From this day on the one's posts cover the other, and the one's body holds the other's records as its own.
  starts_on date not null,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  check (district_id <> into_district_id),
  check ((body_id is null) = (into_body_id is null))
);
create index district_takeovers_into on district_takeovers (into_district_id);
create index district_takeovers_body on district_takeovers (into_body_id);
