-- 独自の項目: what a town asks beside the usual fields. Definitions only: what is answered stands beside the record it is
-- answered for, in that record's room, under that record's gate. A section is a heading among the items.
create table items (
  id uuid primary key,
  record text not null check (record in ('visit', 'household', 'tally_sheet', 'project_answer', 'client', 'intake')),
  -- The part of what is known that it belongs to: who may not see that part knows nothing of the item.
  facet text not null check (facet in ('visit', 'household', 'watching', 'tally', 'project', 'family',
    'consultation', 'living', 'economy', 'health', 'wish')),
  kind text not null check (kind in ('line', 'lines', 'number', 'date', 'yes_no', 'choice', 'choices', 'section')),
  sort integer not null,
  starts_on date not null,
  -- The last day on which it is asked; the acts behind it are item_endings.
  ends_on date,
  added_by uuid not null,
  added_at timestamptz not null,
  check (ends_on is null or ends_on >= starts_on - 1),
  unique (id, facet)
);
create index items_place on items (record, facet, sort);

-- How an item is worded and asked. The newest counts; the others stay.
create table item_wordings (
  item_id uuid not null,
  version integer not null,
  label text not null,
  hint text,
  unit text,
  required boolean not null,
  written_by uuid not null,
  written_at timestamptz not null,
  facet text not null,
  primary key (item_id, version),
  foreign key (item_id, facet) references items (id, facet)
);

-- What can be answered, where it is chosen from a list.
create table item_options (
  id uuid primary key,
  item_id uuid not null,
  sort integer not null,
  starts_on date not null,
  ends_on date,
  facet text not null,
  check (ends_on is null or ends_on >= starts_on - 1),
  unique (id, facet),
  foreign key (item_id, facet) references items (id, facet)
);
create index item_options_of on item_options (item_id, sort);

create table item_option_wordings (
  option_id uuid not null,
  version integer not null,
  label text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  facet text not null,
  primary key (option_id, version),
  foreign key (option_id, facet) references item_options (id, facet)
);

-- Who decided until when an item, or one of its options, is asked. The last one counts; null: it goes on.
create table item_endings (
  id uuid primary key,
  item_id uuid not null,
  option_id uuid references item_options,
  ends_on date,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  facet text not null,
  foreign key (item_id, facet) references items (id, facet)
);
create index item_endings_of on item_endings (item_id);
