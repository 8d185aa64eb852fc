-- Members (会員) of a group that was taken over go on in the other group, and their entry there says whose it continues.
alter table group_members add column continues uuid references group_members;

-- What a visitor was called before a correction (訂正). Ledgers taken in by it stay as they are, and one that still says it finds
-- the visitor, as long as nobody else has been given the number since.
create table visitor_number_versions (
  id uuid primary key,
  post_id uuid not null references posts,
  number text not null,
  reason text not null,
  corrected_by uuid not null,
  corrected_at timestamptz not null,
  holder_id uuid not null references bodies,
  district_id uuid references districts,
  retention_class text not null default 'account'
);
create index visitor_number_versions_of on visitor_number_versions (post_id, corrected_at);
