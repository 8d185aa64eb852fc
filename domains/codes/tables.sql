-- コード: one entry of a list, in force from a day until a day. A code never changes its meaning and is never used again.
create table code_entries (
  id uuid primary key,
  list text not null check (list in ('worry', 'route', 'background', 'screening', 'change', 'ending', 'way', 'service', 'work',
    'housing', 'insurance', 'attribute', 'pension', 'place_access', 'place_language',
    'allergen', 'helping_work', 'liking', 'intake_channel', 'with_whom', 'scheme', 'urgency', 'consent_way')),
  code text not null check (code ~ '^[a-z0-9_]{1,40}$'),
  sort integer not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  added_at timestamptz not null,
  unique (list, code)
);

-- What an entry is called, from a day on.
create table code_wordings (
  entry_id uuid not null references code_entries,
  from_on date not null,
  label text not null,
  written_at timestamptz not null,
  primary key (entry_id, from_on)
);
