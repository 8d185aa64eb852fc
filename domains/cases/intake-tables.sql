-- What a first word said before it was corrected, and by whom the next version was written.
create table intake_versions (
  intake_id uuid not null,
  version integer not null,
  content jsonb not null,
  reason text,
  replaced_by uuid not null,
  replaced_at timestamptz not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  primary key (intake_id, version),
  foreign key (intake_id, client_id, holder_id) references intakes (id, client_id, holder_id)
);

-- 名寄せ: two records of two bodies are the same person's. An act of whoever may see both, on a basis, with a reason; it opens
-- nothing by itself.
create table client_links (
  id uuid primary key,
  client_id uuid not null,
  other_id uuid not null,
  other_holder_id uuid not null,
  basis_id uuid not null references lawful_bases,
  reason text not null,
  linked_by uuid not null,
  linked_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  check (client_id <> other_id),
  foreign key (client_id, holder_id) references clients (id, holder_id),
  foreign key (other_id, other_holder_id) references clients (id, holder_id),
  unique (id, holder_id)
);
create index client_links_of on client_links (client_id);
create index client_links_other on client_links (other_id);

-- The two are two again; the link stays, with who undid it and why.
create table client_link_undoings (
  link_id uuid primary key,
  reason text not null,
  undone_by uuid not null,
  undone_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (link_id, holder_id) references client_links (id, holder_id)
);
