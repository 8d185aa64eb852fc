-- 法的根拠: on what ground a kind of body may be given records by another kind, for a purpose. Dated; a town confirms it.
create table lawful_bases (
  id uuid primary key,
  code text not null,
  from_kind text not null,
  to_kind text not null,
  purpose text not null,
  law text not null,
  told text not null check (told in ('now', 'after_decision', 'never')),
  starts_on date not null,
  ends_on date
);

-- 情報提供: whose facets go from which body to which, on which basis, until when. No provision, no access.
create table provisions (
  id uuid primary key,
  holder_id uuid not null references bodies,
  receiver_id uuid not null references bodies,
  -- Null: every household the holder keeps; otherwise this one alone.
  household_id uuid references households,
  facet text not null check (facet in ('household', 'watching', 'visit')),
  purpose text not null,
  basis_id uuid not null references lawful_bases,
  starts_on date not null,
  ends_on date,
  decided_by uuid,
  decided_at timestamptz not null,
  retention_class text not null default 'provision'
);
create index provisions_to on provisions (receiver_id, facet);
create index provisions_from on provisions (holder_id);

create table provision_withdrawals (
  provision_id uuid primary key references provisions,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  retention_class text not null default 'provision'
);
