-- Bodies that hold records and fill posts: sections of the city, the council, the district councils, windows.
create table bodies (
  id uuid primary key,
  kind text not null check (kind in ('city_section', 'council', 'district_council', 'commissioner_council', 'window', 'other')),
  name text not null,
  kana text not null,
  district_id uuid references districts,
  sort integer not null default 0
);

-- One kind of party: a person or an organization. Names are a facet of their own.
create table parties (
  id uuid primary key,
  kind text not null check (kind in ('person', 'organization')),
  body_id uuid references bodies,
  holder_id uuid not null references bodies,
  district_id uuid references districts,
  retention_class text not null default 'watching'
);
create index parties_gate on parties (holder_id, district_id);

-- 世帯: the identity and contact facet a visitor may see. Why it is watched is another table.
create table households (
  id uuid primary key,
  number text not null,
  name text not null,
  kana text not null,
  kana_key text not null,
  address text not null,
  phone text,
  cautions text[] not null default '{}',
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  registered_by uuid not null,
  registered_at timestamptz not null,
  version integer not null default 1,
  retention_class text not null default 'watching',
  unique (holder_id, number)
);
create index households_gate on households (district_id, holder_id, kana_key, id);
create index households_by_name on households (holder_id, kana_key, id);

-- What a household's entry said before a change; nothing is overwritten.
create table household_versions (
  household_id uuid not null references households,
  version integer not null,
  name text not null,
  kana text not null,
  address text not null,
  phone text,
  cautions text[] not null,
  district_id uuid not null references districts,
  holder_id uuid not null references bodies,
  change text not null check (change in ('corrected', 'moved')),
  changed_on date not null,
  reason text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  retention_class text not null default 'watching',
  primary key (household_id, version)
);

-- A person's names. Visible with the household it belongs to.
create table household_members (
  id uuid primary key,
  household_id uuid not null references households,
  party_id uuid not null references parties,
  name text not null,
  kana text not null,
  kana_key text not null,
  relation text not null,
  born_on date,
  starts_on date not null,
  ends_on date,
  end_reason text,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  retention_class text not null default 'watching'
);
create index household_members_of on household_members (household_id);

-- Facet "watching": why a household is watched over. Never shown to visitors.
create table household_reasons (
  id uuid primary key,
  household_id uuid not null references households,
  reason text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  retention_class text not null default 'watching'
);
create index household_reasons_of on household_reasons (household_id);

-- Two entries that turned out to be one household: the alias points to the kept one until the merge is undone.
create table household_merges (
  id uuid primary key,
  alias_id uuid not null references households,
  kept_id uuid not null references households,
  reason text not null,
  merged_by uuid not null,
  merged_at timestamptz not null,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  retention_class text not null default 'watching',
  check (alias_id <> kept_id)
);
create index household_merges_alias on household_merges (alias_id);
create index household_merges_kept on household_merges (kept_id);

create table household_merge_undoings (
  merge_id uuid primary key references household_merges,
  reason text not null,
  undone_by uuid not null,
  undone_at timestamptz not null,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  retention_class text not null default 'watching'
);
