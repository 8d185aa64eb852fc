-- What somebody is typing into a form, until it is sent: the own account's, under the post it is typed for, and nobody else's.
create table drafts (
  account_id uuid not null,
  post_id uuid not null,
  form text not null,
  content jsonb not null,
  saved_at timestamptz not null,
  retention_class text not null default 'draft',
  primary key (post_id, account_id, form)
);
create index drafts_age on drafts (saved_at);
