create index calls_at on calls using brin (called_at);

alter table sessions add column seen_at timestamptz;

create table recovery_codes (
  id uuid primary key,
  account_id uuid not null references accounts,
  code_hash bytea not null unique,
  created_at timestamptz not null,
  used_at timestamptz,
  retention_class text not null default 'account'
);
create index recovery_codes_of on recovery_codes (account_id);
