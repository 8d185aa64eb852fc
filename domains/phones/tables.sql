-- 持ち歩く電話: a phone that its owner takes along on the round. No name of a machine, no address, no place.
create table phones (
  id uuid primary key,
  account_id uuid not null references accounts,
  post_id uuid not null references posts,
  -- What its owner calls it.
  name text not null,
  -- With this it signs what it keeps until it is sent (P-256 point).
  signing_key bytea not null,
  registered_at timestamptz not null,
  -- When it was last heard of, to the minute.
  heard_at timestamptz,
  holder_id uuid not null references bodies,
  district_id uuid references districts,
  retention_class text not null default 'account'
);
create index phones_of on phones (account_id);
create index phones_place on phones (district_id, id);

-- Nothing is sent to it any more, and it wipes what it holds; what it brings is looked at by a person.
create table phone_ends (
  phone_id uuid primary key references phones on delete cascade,
  reason text not null check (reason in ('lost', 'returned', 'replaced')),
  ended_by uuid not null references posts,
  ended_at timestamptz not null,
  district_id uuid references districts,
  account_id uuid not null,
  retention_class text not null default 'account'
);
create index phone_ends_place on phone_ends (district_id);
create index phone_ends_of on phone_ends (account_id);

-- 電話から届いて、決めるのを待つ記録: made while the post ran and arrived after it was over, from a phone that had been ended,
-- handed over by its owner because it could not be done as it stood, or met by another's visit of the same day.
create table late_calls (
  -- The call's own id: however often it arrives it stands once.
  id uuid primary key,
  phone_id uuid not null,
  post_id uuid not null references posts,
  operation text not null,
  -- What was asked, as it came; gone with the decision to take it in.
  input jsonb,
  why text not null check (why in ('post_over', 'phone_ended', 'could_not', 'same_day')),
  made_at timestamptz not null,
  received_at timestamptz not null,
  -- From when on nobody needs it any more: thirty days after the decision.
  forget_after timestamptz,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  retention_class text not null default 'draft'
);
create index late_calls_waiting on late_calls (district_id, received_at, id);
create index late_calls_of on late_calls (post_id);
create index late_calls_over on late_calls (forget_after) where forget_after is not null;

-- Taken in as what it says, or to the household's new place (`taken_over`); the same visit as one in the book, of which the
-- book's words stay (`kept_book`) or the phone's are written (`kept_phone`); or set aside with the reason.
create table late_call_decisions (
  call_id uuid primary key references late_calls on delete cascade,
  outcome text not null check (outcome in ('taken_in', 'taken_over', 'kept_book', 'kept_phone', 'set_aside')),
  reason text,
  decided_by uuid not null references posts,
  decided_at timestamptz not null,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  retention_class text not null default 'draft',
  -- Whose visit it was.
  post_id uuid not null references posts,
  check ((outcome = 'set_aside') = (reason is not null))
);
create index late_call_decisions_place on late_call_decisions (district_id);
create index late_call_decisions_of on late_call_decisions (post_id);
