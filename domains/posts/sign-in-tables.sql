-- サインインの記録: who signed in how, and who could not. A name that nobody has leaves no name; no address is kept.
create table sign_ins (
  id uuid primary key,
  -- Null: a name or a proof that belongs to nobody here.
  account_id uuid references accounts,
  at timestamptz not null,
  way text not null check (way in ('password', 'passkey', 'invitation', 'sign_on', 'code', 'recovery_code')),
  outcome text not null check (outcome in ('opened', 'shown', 'wrong', 'locked')),
  session_id uuid,
  retention_class text not null default 'account'
);
create index sign_ins_at on sign_ins (at, id);
create index sign_ins_of on sign_ins (account_id, at);
create index sign_ins_session on sign_ins (session_id);

-- Which role wants a second factor beyond those that always do, from when, decided by whom. The newest counts.
create table second_factor_rules (
  id uuid primary key,
  role text not null,
  required boolean not null,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null
);
create index second_factor_rules_of on second_factor_rules (role, decided_at);

-- Whom the town's own sign-on service (OpenID Connect) means by a subject. Never matched by name or address.
create table sign_on_links (
  account_id uuid primary key references accounts,
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null,
  retention_class text not null default 'account',
  unique (issuer, subject)
);

-- What waits while somebody is at the sign-on service: whom the answer is for, and what it has to fit.
create table sign_on_ceremonies (
  id uuid primary key,
  account_id uuid references accounts,
  invitation_id uuid references invitations,
  state text not null,
  nonce text not null,
  verifier text not null,
  expires_at timestamptz not null,
  retention_class text not null default 'account'
);
