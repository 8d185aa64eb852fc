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

-- 同意書の版: what is explained and signed. A version is never changed; those before stay readable and printable.
create table consent_texts (
  id uuid primary key,
  version text not null unique,
  -- From this day on it is the one that is explained.
  starts_on date not null,
  title text not null,
  -- Paragraphs, one a line.
  content text not null,
  -- Null: the text a new town begins with.
  written_by uuid,
  written_at timestamptz not null
);

-- 同意: what a person has agreed to, or has declined: per person, never per household. Version of the text, way, who heard it.
create table consents (
  id uuid primary key,
  person_id uuid not null,
  decision text not null check (decision in ('given', 'refused')),
  -- The version of the printed text that was explained (同意書の版).
  text_version text not null,
  -- What may be passed on, and to which bodies; empty where it was refused.
  facets text[] not null,
  receivers uuid[] not null,
  -- A code of the list `consent_way`.
  way text not null,
  -- Who said it: the person, or whoever may speak for the person.
  said_by text not null check (said_by in ('person', 'parent', 'guardian', 'curator', 'other')),
  -- Whether the person understood: clearly, with help, or it was not clear.
  capacity text not null check (capacity in ('clear', 'supported', 'unclear')),
  note text,
  heard_by uuid not null references posts,
  given_on date not null,
  ends_on date,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'consent',
  -- 働きかけ継続: when to speak of it again.
  ask_again_on date,
  check ((decision = 'given') = (cardinality(facets) > 0 and cardinality(receivers) > 0)),
  unique (id, person_id, holder_id),
  foreign key (person_id, holder_id) references parties (id, holder_id)
);
create index consents_of on consents (person_id, given_on);
create index consents_holder on consents (holder_id);

-- 同意の撤回: works from the moment it is written.
create table consent_withdrawals (
  consent_id uuid primary key,
  -- A code of the list `consent_way`.
  way text not null,
  words text,
  heard_by uuid not null references posts,
  withdrawn_at timestamptz not null,
  person_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'consent',
  foreign key (consent_id, person_id, holder_id) references consents (id, person_id, holder_id)
);

-- 個別の情報提供: whose facets go from which body to which, or to one post of it, on which basis, until when.
create table person_provisions (
  id uuid primary key,
  person_id uuid not null,
  receiver_id uuid not null references bodies,
  -- Null: those of the body who work with persons. A volunteer or a commissioner is always named.
  post_id uuid references posts,
  facets text[] not null check (facets <@ array['identity', 'contact', 'family', 'consultation', 'living', 'economy', 'health',
    'wish', 'plan', 'notes'] and cardinality(facets) > 0),
  basis_id uuid not null references lawful_bases,
  -- On consent: which one.
  consent_id uuid,
  why text not null,
  starts_on date not null,
  ends_on date not null,
  -- When the person was told of it, where the basis says so.
  told_on date,
  decided_by uuid not null,
  decided_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'provision',
  check (holder_id <> receiver_id),
  check (ends_on >= starts_on),
  unique (id, holder_id, receiver_id),
  foreign key (consent_id, person_id, holder_id) references consents (id, person_id, holder_id),
  foreign key (person_id, holder_id) references parties (id, holder_id)
);
create index person_provisions_to on person_provisions (receiver_id);
create index person_provisions_from on person_provisions (holder_id);
create index person_provisions_of on person_provisions (person_id);

create table person_provision_withdrawals (
  provision_id uuid primary key,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  holder_id uuid not null,
  receiver_id uuid not null,
  retention_class text not null default 'provision',
  foreign key (provision_id, holder_id, receiver_id) references person_provisions (id, holder_id, receiver_id)
);

-- 返却: what was given of a person and was taken back. The receiver is told, and notes what became of its copies.
create table provision_returns (
  provision_id uuid primary key,
  -- Whether the provision was withdrawn, or the consent, or whether the lawful basis it stood on ended before it.
  because text not null check (because in ('provision', 'consent', 'basis')),
  asked_at timestamptz not null,
  holder_id uuid not null,
  receiver_id uuid not null,
  -- Null: those of the receiving body who work with persons.
  post_id uuid references posts,
  retention_class text not null default 'provision',
  foreign key (provision_id, holder_id, receiver_id) references person_provisions (id, holder_id, receiver_id)
);
create index provision_returns_to on provision_returns (receiver_id);
create index provision_returns_from on provision_returns (holder_id);

-- What the receiver took along while it was given: printed or written to a file, by which post, as the trail says.
create table provision_copies (
  id uuid primary key,
  provision_id uuid not null references provision_returns,
  taken_at timestamptz not null,
  role text not null,
  operation text not null,
  holder_id uuid not null,
  receiver_id uuid not null,
  post_id uuid references posts,
  retention_class text not null default 'provision'
);
create index provision_copies_of on provision_copies (provision_id);

-- The receiver says what became of them.
create table provision_return_notes (
  provision_id uuid primary key references provision_returns,
  outcome text not null check (outcome in ('none', 'returned', 'destroyed', 'kept')),
  words text,
  noted_by uuid not null,
  noted_at timestamptz not null,
  holder_id uuid not null,
  receiver_id uuid not null,
  post_id uuid references posts,
  retention_class text not null default 'provision'
);

-- 支援措置: whose address nobody sees but named duty staff, each time with a reason. The mark itself is not passed on.
create table protections (
  id uuid primary key,
  person_id uuid not null,
  starts_on date not null,
  ends_on date,
  decided_by uuid not null,
  decided_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'protection',
  -- What the decision stands on; for its keepers and whoever decides.
  note text,
  check (ends_on is null or ends_on >= starts_on),
  unique (id, person_id, holder_id),
  foreign key (person_id, holder_id) references parties (id, holder_id)
);
create index protections_of on protections (person_id);
create index protections_holder on protections (holder_id);

create table protection_keepers (
  protection_id uuid not null,
  post_id uuid not null references posts,
  person_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'protection',
  primary key (protection_id, post_id),
  foreign key (protection_id, person_id, holder_id) references protections (id, person_id, holder_id)
);
create index protection_keepers_by on protection_keepers (post_id);

-- 支援措置の終わり: the address is as others' again.
create table protection_endings (
  protection_id uuid primary key,
  reason text not null,
  ended_by uuid not null,
  ended_at timestamptz not null,
  person_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'protection',
  foreign key (protection_id, person_id, holder_id) references protections (id, person_id, holder_id)
);

-- Each look at a protected address, with its reason. It opens for a quarter of an hour.
create table protected_views (
  id uuid primary key,
  person_id uuid not null,
  post_id uuid not null references posts,
  reason text not null,
  viewed_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'protection',
  foreign key (person_id, holder_id) references parties (id, holder_id)
);
create index protected_views_by on protected_views (post_id, viewed_at);
create index protected_views_of on protected_views (holder_id, viewed_at);
