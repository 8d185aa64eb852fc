-- The tables of the first release, as they stood in the rooms (scripts/freeze.ts).
-- What every call leaves behind. Knows no word of welfare.

-- A call that arrives twice happens once: what it was asked, and the ids it made.
create table calls (
  account_id uuid not null,
  call_id uuid not null,
  operation text not null,
  input_hash bytea not null,
  result jsonb not null,
  called_at timestamptz not null,
  primary key (account_id, call_id)
);

-- Audit rows arrive here with the change they speak of, and stay until the sealer takes them into the chain.
create table audit_inbox (
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  post_id uuid,
  role text,
  body_id uuid,
  operation text not null,
  word text not null,
  outcome text not null,
  subjects uuid[] not null,
  call_id uuid,
  input_hash bytea
);
-- It fills and empties all day and should not grow with it.
alter table audit_inbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- One link of the chain: a batch of sealed rows, hashed together with the batch before (platform/audit/README.md).
create table audit_batches (
  number bigint primary key,
  sealed_at timestamptz not null,
  first_entry bigint not null,
  last_entry bigint not null,
  previous_hash bytea not null,
  hash bytea not null
);

create table audit_entries (
  number bigint primary key,
  -- Checked at the commit: the batch's hash is known when its entries are in.
  batch bigint not null references audit_batches deferrable initially deferred,
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  post_id uuid,
  role text,
  body_id uuid,
  operation text not null,
  word text not null,
  outcome text not null,
  subjects uuid[] not null,
  call_id uuid,
  input_hash bytea
);
create index audit_entries_subjects on audit_entries using gin (subjects);
create index audit_entries_account on audit_entries (account_id, at);

-- The town this database is for: one row.
create table towns (
  code text primary key check (code ~ '^[0-9]{6}$'),
  name text not null,
  -- 見本: the town is invented and its clock stands on this day.
  sample boolean not null default false,
  sample_day date,
  opened_at timestamptz not null
);
create unique index one_town on towns ((true));

-- 校区. Merged or renamed districts end on a day; they are never deleted.
create table districts (
  id uuid primary key,
  code text not null unique,
  name text not null,
  kana text not null,
  area text not null,
  sort integer not null,
  starts_on date not null,
  ends_on date
);

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

create table accounts (
  id uuid primary key,
  sign_in_name text not null unique check (sign_in_name = lower(sign_in_name)),
  name text not null,
  kana text not null,
  -- Order and search (parties/kana.ts); never shown.
  kana_key text collate "C" not null,
  party_id uuid references parties,
  invited_by uuid,
  created_at timestamptz not null,
  closed_at timestamptz,
  retention_class text not null default 'account'
);

-- Who closed an account, when and why.
create table account_closings (
  account_id uuid primary key references accounts,
  reason text not null,
  closed_by uuid not null,
  closed_at timestamptz not null,
  retention_class text not null default 'account'
);

-- What proves an account. Read by the gate alone. Shared secrets are sealed (platform/credentials/sealing.ts).
create table account_secrets (
  account_id uuid primary key references accounts,
  password_hash text,
  totp_secret bytea,
  -- Shown to the person and not yet confirmed with a code.
  totp_pending bytea,
  -- The last time step used, so that a code works once.
  totp_last_step bigint,
  retention_class text not null default 'account'
);

create table passkeys (
  id uuid primary key,
  account_id uuid not null references accounts,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  retention_class text not null default 'account'
);
create index passkeys_of on passkeys (account_id);

-- A challenge waits here between the two halves of a passkey ceremony; without an account until somebody signs in.
create table passkey_challenges (
  id uuid primary key,
  account_id uuid references accounts,
  challenge text not null,
  expires_at timestamptz not null,
  retention_class text not null default 'account'
);

-- 役割: a role, for a body, in a district or the whole town, for a term.
create table posts (
  id uuid primary key,
  account_id uuid not null references accounts,
  role text not null check (role in ('administrator', 'planner', 'council_officer', 'gatherer', 'visitor',
    'commissioner', 'intake_worker', 'evaluator', 'auditor', 'operator')),
  body_id uuid not null references bodies,
  -- Null: the whole town.
  district_id uuid references districts,
  -- The post this one stands in for while it is vacant (代理).
  acting_for uuid references posts,
  -- From the first day of the first term to the last day of the last one; null: until further notice.
  starts_on date not null,
  ends_on date,
  -- Ended at once, in the middle of its last day.
  ended_at timestamptz,
  needs_second_factor boolean not null,
  given_by uuid,
  given_at timestamptz not null,
  retention_class text not null default 'account',
  check (ends_on is null or ends_on >= starts_on)
);
create index posts_of on posts (account_id);
create index posts_in on posts (district_id);

-- 任期: who gave a post for how long. A re-appointment (再任) is one more term of the same post, from the day after.
create table post_terms (
  post_id uuid not null references posts,
  number smallint not null,
  starts_on date not null,
  ends_on date,
  given_by uuid,
  given_at timestamptz not null,
  retention_class text not null default 'account',
  primary key (post_id, number),
  check (ends_on is null or ends_on >= starts_on)
);

-- Who ended a post, when and why. The last one counts: an ending to come can be brought forward.
create table post_endings (
  post_id uuid not null references posts,
  ends_on date not null,
  reason text not null,
  ended_by uuid not null,
  ended_at timestamptz not null,
  retention_class text not null default 'account',
  primary key (post_id, ended_at)
);

-- The last period's own entries of an ended post were handed in (or need not be): from then on it opens nothing.
create table post_handins (
  post_id uuid primary key references posts,
  handed_in_at timestamptz not null,
  retention_class text not null default 'account'
);

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references accounts,
  post_id uuid references posts,
  -- The account has a second factor of its own accord or by its post: nothing opens before it is shown.
  factor_wanted boolean not null,
  second_factor_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  retention_class text not null default 'account'
);
create index sessions_of on sessions (account_id);

-- A program's key: one post, hashed, expiring.
create table tokens (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references accounts,
  post_id uuid not null references posts,
  name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  retention_class text not null default 'account'
);
create index tokens_of on tokens (account_id);

-- A one-time code with which an invited person sets a password.
create table invitations (
  id uuid primary key,
  account_id uuid not null references accounts,
  code_hash bytea not null unique,
  -- The old second factor is lost: accepting takes it away.
  forgets_factor boolean not null,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  retention_class text not null default 'account'
);
create index invitations_of on invitations (account_id);

-- Failed attempts for the lock-out: by the hash of a sign-in name, known or not, of a code's first group, of an account.
create table sign_in_failures (
  id bigint generated always as identity primary key,
  name_hash bytea not null,
  failed_at timestamptz not null
);
create index sign_in_failures_of on sign_in_failures (name_hash, failed_at);
create index sign_in_failures_at on sign_in_failures (failed_at);

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

-- 関わり: something that happened between parties, at a time, in a district. Holds no name and no text about a person.
create table encounters (
  id uuid primary key,
  kind text not null,
  occurred_on date not null,
  channel text,
  contact text,
  -- Null: nobody said where. Only a first word at a window may leave it open.
  district_id uuid references districts,
  -- The hat it was recorded under, and the group that hat belongs to.
  role text not null,
  post_id uuid not null references posts,
  group_id uuid not null references bodies,
  holder_id uuid not null references bodies,
  recorded_at timestamptz not null,
  -- Why it came after its period was fixed; null for what came in time.
  late_reason text,
  retention_class text not null default 'count',
  check (district_id is not null or kind = 'intake')
);
create index encounters_place on encounters (district_id, kind, occurred_on, id);
create index encounters_kind on encounters (kind, occurred_on, id);

-- Who took part. Party null: someone whose name was not taken.
create table encounter_parties (
  encounter_id uuid not null references encounters,
  position smallint not null,
  party_id uuid references parties,
  household_id uuid references households,
  gave boolean not null,
  received boolean not null,
  holder_id uuid not null references bodies,
  district_id uuid references districts,
  post_id uuid not null references posts,
  retention_class text not null default 'watching',
  primary key (encounter_id, position)
);
create index encounter_parties_party on encounter_parties (party_id) where party_id is not null;
create index encounter_parties_household on encounter_parties (household_id) where household_id is not null;

-- 取り消し: what was recorded stays, and no longer counts.
create table encounter_withdrawals (
  encounter_id uuid primary key references encounters,
  -- So that whoever may see the household also sees that this did not count.
  household_id uuid references households,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  district_id uuid references districts,
  holder_id uuid not null references bodies,
  post_id uuid not null references posts,
  retention_class text not null default 'count'
);

-- What changes a count: ±n, appended in the command's transaction, so that writers never wait for one another.
-- source: 'single' rows come from encounters, 'sheet' rows from tally sheets. No index: a job folds the rows away.
create table encounter_tally (
  month date not null check (extract(day from month) = 1),
  district_id uuid references districts,
  group_id uuid not null references bodies,
  kind text not null,
  channel text,
  contact text,
  role text not null,
  source text not null check (source in ('single', 'sheet')),
  n integer not null
);

-- What the rows above came to, folded by the compactor: three times, in three grains, so that a count reads no more
-- rows than it needs. 'whole' leaves channel and contact open, 'channel' the contact; 'contact' tells both apart.
-- A count is the sum over one grain of this table and all of the table above.
create table encounter_totals (
  grain text not null check (grain in ('whole', 'channel', 'contact')),
  kind text not null,
  month date not null,
  district_id uuid references districts,
  group_id uuid not null references bodies,
  role text not null,
  source text not null,
  channel text,
  contact text,
  n integer not null,
  unique nulls not distinct (grain, kind, month, district_id, group_id, role, source, channel, contact)
);

-- Whether a group's month in a district counts single records or the tally sheet. Changing over is an act.
create table counting_modes (
  id uuid primary key,
  district_id uuid not null references districts,
  group_id uuid not null references bodies,
  kind text not null,
  from_month date not null check (extract(day from from_month) = 1),
  mode text not null check (mode in ('single', 'sheet')),
  reason text not null,
  decided_by uuid,
  decided_at timestamptz not null
);
create index counting_modes_of on counting_modes (district_id, group_id, kind, from_month);

-- A fiscal year is open until it is fixed (確定), then published (公表).
create table period_fixings (
  fiscal_year integer primary key,
  reason text not null,
  fixed_by uuid not null,
  fixed_at timestamptz not null
);
create table period_publications (
  fiscal_year integer primary key references period_fixings,
  published_by uuid not null,
  published_at timestamptz not null
);

-- 公表後の追加: what changed the count of a year after it was fixed.
create table later_additions (
  id uuid primary key,
  fiscal_year integer not null references period_fixings,
  kind text not null,
  month date not null,
  district_id uuid references districts,
  group_id uuid not null references bodies,
  channel text,
  contact text,
  role text not null,
  source text not null check (source in ('single', 'sheet')),
  n integer not null,
  reason text not null,
  added_at timestamptz not null
);
create index later_additions_of on later_additions (fiscal_year, kind);

create table plans (
  id uuid primary key,
  code text not null,
  name text not null,
  vision text not null,
  first_year integer not null,
  last_year integer not null,
  created_at timestamptz not null,
  constraint plans_code unique (code),
  check (last_year >= first_year)
);
-- One book may be the plan of two owners, each under its own name.
create table plan_owners (
  plan_id uuid not null references plans,
  body_id uuid not null references bodies,
  plan_name text not null,
  position smallint not null,
  primary key (plan_id, body_id)
);
create table challenges (
  id uuid primary key,
  plan_id uuid not null references plans,
  number integer not null,
  wording text not null,
  constraint challenges_number unique (plan_id, number)
);
create table measure_groups (
  id uuid primary key,
  plan_id uuid not null references plans,
  number integer not null,
  name text not null,
  constraint measure_groups_number unique (plan_id, number),
  unique (plan_id, id)
);
create table measures (
  id uuid primary key,
  plan_id uuid not null references plans,
  group_id uuid,
  number integer not null,
  name text not null,
  constraint measures_number unique (plan_id, number),
  foreign key (plan_id, group_id) references measure_groups (plan_id, id)
);
-- The book words or places an item in another way elsewhere; both are kept with their place.
create table measure_wordings (
  id uuid primary key,
  measure_id uuid not null references measures,
  place text not null,
  wording text not null,
  group_id uuid references measure_groups
);
create index measure_wordings_of on measure_wordings (measure_id);

-- Challenge → measure and measure → the next plan's measure. A decision or a removal is a new row that replaces the
-- one before; what nothing has replaced holds.
create table plan_links (
  id uuid primary key,
  challenge_id uuid references challenges,
  measure_id uuid not null references measures,
  next_measure_id uuid references measures,
  state text not null check (state in ('draft', 'decided', 'removed')),
  note text,
  replaces uuid references plan_links,
  author_id uuid not null,
  author_role text not null,
  author_body_id uuid not null references bodies,
  drawn_on date not null,
  constraint plan_links_replaces unique (replaces),
  check ((challenge_id is null) <> (next_measure_id is null)),
  check ((state = 'draft') = (replaces is null))
);
create index plan_links_measure on plan_links (measure_id);

create table survey_waves (
  id uuid primary key,
  name text not null,
  fiscal_year integer not null,
  -- Null: unknown, and said to be.
  sent integer,
  returned integer,
  method text,
  note text,
  -- Answers before this wave cannot be compared with it: a break in the line.
  breaks boolean not null default false,
  constraint survey_waves_name unique (name)
);
create table indicators (
  id uuid primary key,
  plan_id uuid not null references plans,
  code text not null,
  group_id uuid,
  number integer not null,
  wording text not null,
  unit text not null,
  decimals smallint not null check (decimals between 0 and 4),
  polarity text not null check (polarity in ('up', 'down', 'range', 'context')),
  source text not null check (source in ('encounters', 'survey', 'statistic', 'typed')),
  constraint indicators_code unique (plan_id, code),
  foreign key (plan_id, group_id) references measure_groups (plan_id, id)
);
-- What is counted, as data: versioned, and in force from the first day of a fiscal year.
create table indicator_definitions (
  indicator_id uuid not null references indicators,
  version integer not null,
  starts_on date not null,
  rule jsonb not null,
  wording text not null,
  author_id uuid not null,
  author_role text not null,
  author_body_id uuid not null references bodies,
  defined_at timestamptz not null,
  constraint indicator_definitions_version primary key (indicator_id, version)
);
-- The newest row of a kind and year holds; older ones stay readable. A baseline may be unknown in value and year.
create table indicator_targets (
  id uuid primary key,
  indicator_id uuid not null references indicators,
  kind text not null check (kind in ('baseline', 'target')),
  fiscal_year integer,
  value numeric,
  note text,
  author_id uuid not null,
  author_role text not null,
  author_body_id uuid not null references bodies,
  set_at timestamptz not null,
  check (kind = 'baseline' or (fiscal_year is not null and value is not null))
);
create index indicator_targets_of on indicator_targets (indicator_id, kind, fiscal_year, set_at);
-- A value somebody brought: from a survey (with its wave and question) or an outside statistic.
create table indicator_values (
  id uuid primary key,
  indicator_id uuid not null references indicators,
  fiscal_year integer not null,
  value numeric not null,
  wave_id uuid references survey_waves,
  question text,
  answered integer,
  source_note text,
  -- Why another value came after the year was fixed: then it stands beside the fixed one, never in its place.
  late_reason text,
  author_id uuid not null,
  author_role text not null,
  author_body_id uuid not null references bodies,
  brought_at timestamptz not null
);
create index indicator_values_of on indicator_values (indicator_id, fiscal_year, brought_at);
-- 評価 and 第2期につなげよう: texts per group or for the whole (group null); every version stays.
create table evaluations (
  id uuid primary key,
  plan_id uuid not null references plans,
  group_id uuid,
  kind text not null check (kind in ('evaluation', 'carry_on')),
  version integer not null,
  body text not null,
  author_id uuid not null,
  author_role text not null,
  author_body_id uuid not null references bodies,
  written_at timestamptz not null,
  constraint evaluations_version unique nulls not distinct (plan_id, group_id, kind, version),
  foreign key (plan_id, group_id) references measure_groups (plan_id, id)
);
-- The figures of a fixed year: the row without a month is the total, the others are its cells. A cell without a district
-- is of those whose district nobody asked.
create table figure_snapshots (
  fiscal_year integer not null references period_fixings,
  indicator_id uuid not null references indicators,
  definition_version integer not null,
  district_id uuid references districts,
  month date,
  channel text,
  value numeric not null,
  check (month is not null or (district_id is null and channel is null)),
  unique nulls not distinct (indicator_id, fiscal_year, month, district_id, channel)
);

-- Which post looks in on which household, from when to when. One that never began ends on the day before it starts.
create table household_assignments (
  id uuid primary key,
  household_id uuid not null,
  post_id uuid not null references posts,
  starts_on date not null,
  ends_on date,
  assigned_by uuid not null,
  assigned_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  check (ends_on is null or ends_on >= starts_on - 1),
  unique (id, holder_id, district_id),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index household_assignments_post on household_assignments (post_id, starts_on);
create index household_assignments_household on household_assignments (household_id);
create unique index one_open_assignment_of_a_post on household_assignments (household_id, post_id) where ends_on is null;

-- Who ended an assignment, and why. The last one counts.
create table household_assignment_endings (
  assignment_id uuid not null,
  ends_on date not null,
  why text not null check (why in ('change', 'declined', 'post_ended', 'household_closed')),
  ended_by uuid not null,
  ended_at timestamptz not null,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  primary key (assignment_id, ended_at),
  foreign key (assignment_id, holder_id, district_id)
    references household_assignments (id, holder_id, district_id)
);

-- 訪問, as it stands now. Its encounter has the same id.
create table visits (
  id uuid primary key references encounters,
  household_id uuid not null,
  visited_on date not null,
  visited_at time,
  minutes integer,
  channel text not null check (channel in ('face', 'intercom', 'phone', 'letter', 'outside', 'message', 'gathering')),
  contact text not null check (contact in ('met', 'answered', 'absent', 'declined')),
  condition text check (condition in ('usual', 'concern', 'alarm')),
  next_step text,
  note text,
  post_id uuid not null references posts,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  version integer not null default 1,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index visits_household on visits (household_id, visited_on, id);
create index visits_post on visits (post_id, visited_on, id);
create index visits_place on visits (district_id, visited_on, id);
-- The few that ask for a second look.
create index visits_worrying on visits (district_id, condition, visited_on, id) where condition in ('concern', 'alarm');

-- Others who went along. However many went, it is one visit.
create table visit_companions (
  visit_id uuid not null references visits,
  post_id uuid not null references posts,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  recorder_post_id uuid not null references posts,
  retention_class text not null default 'watching',
  primary key (visit_id, post_id)
);

-- What a visit said before a correction.
create table visit_versions (
  visit_id uuid not null references visits,
  version integer not null,
  said jsonb not null,
  reason text not null,
  corrected_by uuid not null,
  corrected_at timestamptz not null,
  post_id uuid not null references posts,
  holder_id uuid not null references bodies,
  district_id uuid not null references districts,
  retention_class text not null default 'watching',
  primary key (visit_id, version)
);

-- 集計票: a group's month, counted by channel, from whom, with the scanned paper. A corrected sheet is a new row.
create table tally_sheets (
  id uuid primary key,
  district_id uuid not null references districts,
  group_id uuid not null references bodies,
  month date not null check (extract(day from month) = 1),
  version integer not null,
  counted_by text not null,
  note text,
  reason text,
  entered_by uuid not null,
  entered_post_id uuid not null references posts,
  entered_at timestamptz not null,
  holder_id uuid not null references bodies,
  retention_class text not null default 'count',
  unique (district_id, group_id, month, version)
);
create table tally_sheet_counts (
  sheet_id uuid not null references tally_sheets,
  channel text not null check (channel in ('face', 'intercom', 'phone', 'letter', 'outside', 'message', 'gathering')),
  n integer not null check (n >= 0),
  district_id uuid not null references districts,
  holder_id uuid not null references bodies,
  primary key (sheet_id, channel)
);
create table tally_sheet_scans (
  sheet_id uuid primary key references tally_sheets,
  name text not null,
  type text not null check (type in ('image/jpeg', 'image/png', 'application/pdf')),
  bytes bytea not null,
  district_id uuid not null references districts,
  holder_id uuid not null references bodies,
  retention_class text not null default 'count'
);
