-- 法的根拠: on what ground a kind of body may be given records by another kind, for a purpose. Dated; a town confirms it.
create table lawful_bases (
  id uuid primary key,
  code text not null unique,
  from_kind text not null,
  to_kind text not null,
  purpose text not null,
  -- The ground in a word, and the article it stands on.
  ground text not null check (ground in ('consent', 'entrustment', 'joint_use', 'statute', 'danger')),
  law text not null,
  told text not null check (told in ('now', 'after_decision', 'never')),
  -- Decided for each person by name; a provision of everything a body holds cannot stand on it.
  each_person boolean not null,
  -- 委託: the receiver handles the records for the holder, and so may also write them.
  acts_for_holder boolean not null,
  starts_on date not null,
  ends_on date,
  check (not (each_person and acts_for_holder))
);

-- 情報提供: whose facets go from which body to which, on which basis, until when. No provision, no access.
create table provisions (
  id uuid primary key,
  holder_id uuid not null references bodies,
  receiver_id uuid not null references bodies,
  facets text[] not null check (facets <@ array['household', 'watching', 'visit'] and cardinality(facets) > 0),
  basis_id uuid not null references lawful_bases,
  starts_on date not null,
  ends_on date,
  decided_by uuid not null,
  decided_at timestamptz not null,
  retention_class text not null default 'provision',
  check (holder_id <> receiver_id),
  check (ends_on is null or ends_on >= starts_on),
  unique (id, holder_id, receiver_id)
);
create index provisions_to on provisions (receiver_id);
create index provisions_from on provisions (holder_id);

-- A withdrawal works from the moment it is written.
create table provision_withdrawals (
  provision_id uuid primary key,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  holder_id uuid not null,
  receiver_id uuid not null,
  retention_class text not null default 'provision',
  foreign key (provision_id, holder_id, receiver_id) references provisions (id, holder_id, receiver_id)
);
