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

-- 仕事・住まい・健康保険・年金 as the form asks for them: each in the part of what is known that it belongs to.
create table intake_circumstances (
  intake_id uuid not null,
  matter text not null check (matter in ('work', 'housing', 'insurance', 'pension')),
  -- A code of the list of the same name.
  code text not null,
  facet text not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  primary key (intake_id, matter),
  check (facet = case matter when 'insurance' then 'health' when 'pension' then 'economy' else 'living' end),
  foreign key (intake_id, client_id, holder_id) references intakes (id, client_id, holder_id)
);
create index intake_circumstances_client on intake_circumstances (client_id);

-- What a first word answers to the town's own items.
create table intake_answers (
  intake_id uuid not null,
  facet text not null check (facet = 'consultation'),
  item_id uuid not null,
  part smallint not null,
  option_id uuid,
  number integer,
  day date,
  words text,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  primary key (intake_id, item_id, part),
  foreign key (intake_id, client_id, holder_id) references intakes (id, client_id, holder_id),
  foreign key (item_id, facet) references items (id, facet),
  foreign key (option_id, facet) references item_options (id, facet)
);
create index intake_answers_client on intake_answers (client_id);
create index intake_answers_item on intake_answers (item_id);

-- 新規相談の数え方: which receptions count as new (新規), from a day on. The others count as contacts (延べ).
create table intake_countings (
  id uuid primary key,
  version integer not null unique,
  starts_on date not null unique,
  -- Somebody comes again: counts each time; once in a fiscal year; while no case of theirs is open.
  again text not null check (again in ('each', 'once_a_year', 'when_none_open')),
  -- Whether somebody whose name is not known counts.
  unnamed boolean not null,
  -- The ways that count; null: every.
  channels text[],
  reason text not null,
  -- Null: it came with the system.
  author_id uuid, author_role text, author_body_id uuid references bodies,
  written_at timestamptz not null
);
