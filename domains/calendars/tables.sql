-- 予定表のアドレス: under it whoever has it sees the days of one post, without signing in. One a post; a new one ends the one before.
create table calendar_addresses (
  id uuid primary key,
  account_id uuid not null references accounts,
  post_id uuid not null references posts,
  token_hash bytea not null unique,
  made_at timestamptz not null,
  ended_at timestamptz,
  retention_class text not null default 'account'
);
create unique index calendar_addresses_once on calendar_addresses (post_id) where ended_at is null;
create index calendar_addresses_of on calendar_addresses (account_id);
create index calendar_addresses_post on calendar_addresses (post_id);
