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
  retention_class text not null default 'watching',
  unique (id, holder_id)
);
create index parties_gate on parties (holder_id, district_id);

-- A text as it is searched: compatibility forms, case, spaces and the many hyphens of addresses and telephone numbers no
-- longer differ, and kana stands as in kana.ts: hiragana, without voicing and small kana, ー as the vowel before it.
-- For searching only, never for what is shown.
create function search_form(typed text) returns text
  immutable strict parallel safe language plpgsql set search_path = pg_catalog
as $$
declare
  form text := lower(regexp_replace(translate(normalize(typed, NFKC), '‐‑‒–—―−', '-------'), '[ \t・]', '', 'g'));
begin
  form := translate(regexp_replace(form, '(?<=[0-9])ー(?=[0-9])', '-', 'g'),
    'ぁぃぅぇぉがぎぐげござじずぜぞだぢっづでどばぱびぴぶぷべぺぼぽゃゅょゎゔゕゖァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバ'
    || 'パヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶヷヸヹヺ',
    'あいうえおかきくけこさしすせそたちつつてとははひひふふへへほほやゆよわうかけああいいううええおおかかききくくけけここささししすすせせそそたたちちつつつててととなにぬねのはは'
    || 'はひひひふふふへへへほほほまみむめもややゆゆよよらりるれろわわゐゑをんうかけわゐゑを');
  if position('ー' in form) = 0 then return form; end if;
  form := regexp_replace(form, '(?<=[あかさたなはまやらわ])ー', 'あ', 'g');
  form := regexp_replace(form, '(?<=[いきしちにひみりゐ])ー', 'い', 'g');
  form := regexp_replace(form, '(?<=[うくすつぬふむゆる])ー', 'う', 'g');
  form := regexp_replace(form, '(?<=[えけせてねへめれゑ])ー', 'え', 'g');
  form := regexp_replace(form, '(?<=[おこそとのほもよろを])ー', 'お', 'g');
  return replace(form, 'ー', '');
end $$;

-- Every two neighbouring characters of a line: words of two characters are the common ones.
create function search_pairs(form text) returns text[]
  immutable strict parallel safe language sql set search_path = pg_catalog
  as $$ select coalesce(array_agg(distinct substr(line, i, 2)), '{}')
    from unnest(string_to_array(form, E'\n')) line, generate_series(1, length(line) - 1) i $$;

-- 世帯: the identity and contact facet a visitor may see. Why it is watched is another table.
-- An entry belongs to one holder in one district and never changes either: who moves away is registered anew there.
create table households (
  id uuid primary key,
  number text not null,
  name text not null,
  kana text not null,
  -- ふりがな order, computed by kana.ts; never shown.
  kana_key text collate "C" not null,
  address text not null,
  phone text,
  search_text text collate "C" not null generated always as (search_form(name || E'\n' || kana || E'\n' || number
    || E'\n' || address || E'\n' || coalesce(phone || E'\n' || regexp_replace(phone, '[^0-9]', '', 'g'), ''))) stored,
  cautions text[] not null default '{}'
    check (cautions <@ array['dog', 'hearing', 'back_door', 'phone_first', 'in_pairs']),
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  registered_by uuid not null,
  registered_at timestamptz not null,
  version integer not null default 1,
  -- How it stands now; the acts behind it are household_closings and household_merges.
  closed_on date,
  merged_into uuid references households,
  -- Itself, or what it was merged into. A column, since under row-level security no index serves an expression.
  opens_as uuid not null generated always as (coalesce(merged_into, id)) stored,
  aliases integer not null default 0 check (aliases >= 0),
  retention_class text not null default 'watching',
  -- An alias keeps no aliases of its own, so that every entry is one step from the one it opens as.
  check (merged_into is null or (aliases = 0 and merged_into <> id)),
  unique (holder_id, number),
  unique (id, holder_id, district_id)
);
create index households_place on households (district_id, kana_key, id);
create index households_search on households using gin (search_pairs(search_text));
create index households_one on households (opens_as);

-- The last number given to a household by a body in a fiscal year. Whoever registers holds the row until the commit.
create table household_numbers (
  holder_id uuid not null references bodies,
  fiscal_year integer not null,
  last integer not null,
  primary key (holder_id, fiscal_year)
);

-- Every version of a household's entry as it was written, the present one too; nothing is overwritten.
create table household_versions (
  household_id uuid not null,
  version integer not null,
  name text not null,
  kana text not null,
  address text not null,
  phone text,
  cautions text[] not null,
  change text not null check (change in ('registered', 'corrected', 'moved')),
  changed_on date not null,
  reason text,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  primary key (household_id, version),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);

-- A household is no longer looked after here. A closing that was a mistake is followed by a reopening.
create table household_closings (
  id uuid primary key,
  household_id uuid not null,
  closed_on date not null,
  why text not null check (why in ('moved', 'died', 'facility', 'declined', 'mistake')),
  -- Where it moved to, if that is a district of this town. Its new address is not ours to keep.
  to_district_id uuid references districts,
  closed_by uuid not null,
  closed_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index household_closings_of on household_closings (household_id);

create table household_reopenings (
  closing_id uuid primary key references household_closings,
  household_id uuid not null,
  reason text not null,
  reopened_by uuid not null,
  reopened_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index household_reopenings_of on household_reopenings (household_id);

-- A person's names, as long as they live there. Visible with the household it belongs to.
create table household_members (
  id uuid primary key,
  household_id uuid not null,
  party_id uuid not null references parties,
  name text not null,
  kana text not null,
  kana_key text collate "C" not null,
  starts_on date not null,
  ends_on date,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  check (ends_on is null or ends_on >= starts_on),
  unique (id, holder_id, district_id),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index household_members_of on household_members (household_id);
create index household_members_party on household_members (party_id);

-- How a person belongs to the household. Not a visitor's to know.
create table household_relations (
  member_id uuid primary key,
  relation text not null check (relation in ('head', 'spouse', 'child', 'parent', 'grandchild', 'sibling',
    'other_relative', 'other')),
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  foreign key (member_id, holder_id, district_id) references household_members (id, holder_id, district_id)
);

-- Who said that a person no longer lives there, and why. Not a visitor's to know.
create table household_member_endings (
  member_id uuid primary key,
  ends_on date not null,
  why text not null check (why in ('moved', 'died', 'facility', 'mistake')),
  ended_by uuid not null,
  ended_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  foreign key (member_id, holder_id, district_id) references household_members (id, holder_id, district_id)
);

-- Facet "watching": why a household is watched over. Never shown to visitors. The newest counts, the others stay.
create table household_reasons (
  id uuid primary key,
  household_id uuid not null,
  reason text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index household_reasons_of on household_reasons (household_id, written_at);

-- What an entry answers to the town's own items, as it stands now. An item of the facet "watching" has that facet's gate.
create table household_answers (
  household_id uuid not null,
  item_id uuid not null,
  part smallint not null,
  option_id uuid references item_options,
  number integer,
  day date,
  words text,
  facet text not null check (facet in ('household', 'watching')),
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  primary key (household_id, item_id, part),
  check (num_nonnulls(option_id, number, day, words) = 1),
  foreign key (item_id, facet) references items (id, facet),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
    on delete cascade
);
create index household_answers_found on household_answers (district_id, item_id, option_id, household_id);

-- Every version of an entry's answers, facet by facet, as it was written.
create table household_answer_versions (
  household_id uuid not null,
  facet text not null check (facet in ('household', 'watching')),
  version integer not null,
  said jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  primary key (household_id, facet, version),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
    on delete cascade
);

-- Two entries that turned out to be one household: the alias opens as the kept one until the merge is undone.
create table household_merges (
  id uuid primary key,
  alias_id uuid not null,
  kept_id uuid not null,
  reason text not null,
  merged_by uuid not null,
  merged_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  check (alias_id <> kept_id),
  unique (id, holder_id, district_id),
  foreign key (alias_id, holder_id, district_id) references households (id, holder_id, district_id),
  foreign key (kept_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index household_merges_alias on household_merges (alias_id);
create index household_merges_kept on household_merges (kept_id);

create table household_merge_undoings (
  merge_id uuid primary key,
  reason text not null,
  undone_by uuid not null,
  undone_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  foreign key (merge_id, holder_id, district_id) references household_merges (id, holder_id, district_id)
);
