-- What every call leaves behind. Knows no word of welfare.

-- A call that arrives twice happens once: what it was asked, and the ids it made.
create table calls (
  account_id uuid not null,
  call_id uuid not null,
  operation text not null,
  input_hash bytea not null,
  result jsonb not null,
  called_at timestamptz not null,
  primary key (account_id, call_id)
);
-- Small, and costs a writer nothing: calls come in the order of their time and go in it (jobs/forget-calls.ts).
create index calls_at on calls using brin (called_at);

-- Audit rows arrive here with the change they speak of, and stay until the sealer takes them into the chain.
create table audit_inbox (
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  post_id uuid,
  role text,
  body_id uuid,
  operation text not null,
  word text not null,
  outcome text not null,
  subjects uuid[] not null,
  call_id uuid,
  input_hash bytea
);
-- It fills and empties all day and should not grow with it.
alter table audit_inbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- One link of the chain: a batch of sealed rows, hashed together with the batch before (platform/audit/README.md).
create table audit_batches (
  number bigint primary key,
  sealed_at timestamptz not null,
  first_entry bigint not null,
  last_entry bigint not null,
  previous_hash bytea not null,
  hash bytea not null
);

create table audit_entries (
  number bigint primary key,
  -- Checked at the commit: the batch's hash is known when its entries are in.
  batch bigint not null references audit_batches deferrable initially deferred,
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  post_id uuid,
  role text,
  body_id uuid,
  operation text not null,
  word text not null,
  outcome text not null,
  subjects uuid[] not null,
  call_id uuid,
  input_hash bytea
);
create index audit_entries_subjects on audit_entries using gin (subjects);
create index audit_entries_account on audit_entries (account_id, at);
-- What was taken along as a file or on paper stands in a list of its own (domains/consent/taken-queries.ts asks the same).
create index audit_entries_taken on audit_entries (number)
  where word ~ '(exported|printed|sheet_made|scan\.read)$|^backup\.';
