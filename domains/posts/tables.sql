create table accounts (
  id uuid primary key,
  sign_in_name text not null unique check (sign_in_name = lower(sign_in_name)),
  name text not null,
  kana text not null,
  -- Order and search (parties/kana.ts); never shown.
  kana_key text collate "C" not null,
  party_id uuid references parties,
  invited_by uuid,
  created_at timestamptz not null,
  closed_at timestamptz,
  retention_class text not null default 'account'
);

-- Who closed an account, when and why.
create table account_closings (
  account_id uuid primary key references accounts,
  reason text not null,
  closed_by uuid not null,
  closed_at timestamptz not null,
  retention_class text not null default 'account'
);

-- What proves an account. Read by the gate alone. Shared secrets are sealed (platform/credentials/sealing.ts).
create table account_secrets (
  account_id uuid primary key references accounts,
  password_hash text,
  totp_secret bytea,
  -- Shown to the person and not yet confirmed with a code.
  totp_pending bytea,
  -- The last time step used, so that a code works once.
  totp_last_step bigint,
  retention_class text not null default 'account'
);

create table passkeys (
  id uuid primary key,
  account_id uuid not null references accounts,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  retention_class text not null default 'account'
);
create index passkeys_of on passkeys (account_id);

-- A challenge waits here between the two halves of a passkey ceremony; without an account until somebody signs in.
create table passkey_challenges (
  id uuid primary key,
  account_id uuid references accounts,
  challenge text not null,
  expires_at timestamptz not null,
  retention_class text not null default 'account'
);

-- 予備コード: printed codes, each of which stands once for the second factor. Read by the gate alone.
create table recovery_codes (
  id uuid primary key,
  account_id uuid not null references accounts,
  code_hash bytea not null unique,
  created_at timestamptz not null,
  used_at timestamptz,
  retention_class text not null default 'account'
);
create index recovery_codes_of on recovery_codes (account_id);

-- 役割: a role, for a body, in a district or the whole town, for a term.
create table posts (
  id uuid primary key,
  account_id uuid not null references accounts,
  role text not null check (role in ('administrator', 'planner', 'council_officer', 'gatherer', 'visitor',
    'commissioner', 'intake_worker', 'evaluator', 'auditor', 'operator', 'section_worker',
    'case_coordinator', 'convener', 'records_officer', 'community_coordinator', 'place_host', 'board_chair')),
  body_id uuid not null references bodies,
  -- Null: the whole town.
  district_id uuid references districts,
  -- The post this one stands in for while it is vacant (代理).
  acting_for uuid references posts,
  -- From the first day of the first term to the last day of the last one; null: until further notice.
  starts_on date not null,
  ends_on date,
  -- Ended at once, in the middle of its last day.
  ended_at timestamptz,
  needs_second_factor boolean not null,
  given_by uuid,
  given_at timestamptz not null,
  retention_class text not null default 'account',
  check (ends_on is null or ends_on >= starts_on)
);
create index posts_of on posts (account_id);
create index posts_in on posts (district_id);

-- 任期: who gave a post for how long. A re-appointment (再任) is one more term of the same post, from the day after.
create table post_terms (
  post_id uuid not null references posts,
  number smallint not null,
  starts_on date not null,
  ends_on date,
  given_by uuid,
  given_at timestamptz not null,
  retention_class text not null default 'account',
  primary key (post_id, number),
  check (ends_on is null or ends_on >= starts_on)
);

-- Who ended a post, when and why. The last one counts: an ending to come can be brought forward.
create table post_endings (
  post_id uuid not null references posts,
  ends_on date not null,
  reason text not null,
  ended_by uuid not null,
  ended_at timestamptz not null,
  retention_class text not null default 'account',
  primary key (post_id, ended_at)
);

-- The last period's own entries of an ended post were handed in (or need not be): from then on it opens nothing.
create table post_handins (
  post_id uuid primary key references posts,
  handed_in_at timestamptz not null,
  retention_class text not null default 'account'
);

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references accounts,
  post_id uuid references posts,
  -- The account has a second factor of its own accord or by its post: nothing opens before it is shown.
  factor_wanted boolean not null,
  second_factor_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  retention_class text not null default 'account',
  -- The last call, to the minute. Null until a minute after the session was opened.
  seen_at timestamptz,
  -- When password or second factor were shown once more, for what wants a fresh proof.
  proven_at timestamptz
);
create index sessions_of on sessions (account_id);

-- A program's key: one post, hashed, expiring.
create table tokens (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references accounts,
  post_id uuid not null references posts,
  name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  retention_class text not null default 'account'
);
create index tokens_of on tokens (account_id);

-- A one-time code with which an invited person sets a password.
create table invitations (
  id uuid primary key,
  account_id uuid not null references accounts,
  code_hash bytea not null unique,
  -- The old second factor is lost: accepting takes it away.
  forgets_factor boolean not null,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  retention_class text not null default 'account'
);
create index invitations_of on invitations (account_id);

-- Failed attempts for the lock-out: by the hash of a sign-in name, known or not, of a code's first group, of an account.
create table sign_in_failures (
  id bigint generated always as identity primary key,
  name_hash bytea not null,
  failed_at timestamptz not null
);
create index sign_in_failures_of on sign_in_failures (name_hash, failed_at);
create index sign_in_failures_at on sign_in_failures (failed_at);

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
