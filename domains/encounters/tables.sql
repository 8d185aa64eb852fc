-- 関わり: something that happened between parties, at a time, in a district. Holds no name and no text about a person.
create table encounters (
  id uuid primary key,
  kind text not null,
  occurred_on date not null,
  channel text,
  contact text,
  -- Null: nobody said where, or at a place of the whole town (市全体). Visits and what else belongs to a district cannot leave it open.
  -- Copied, as its holder is, from what it is written for, whose row refers to them.
  district_id uuid,
  -- The hat it was recorded under, and the group that hat belongs to.
  role text not null,
  post_id uuid not null references posts,
  -- Copied from the post, whose body it is.
  group_id uuid not null,
  holder_id uuid not null,
  recorded_at timestamptz not null,
  -- Why it came after its period was fixed; null for what came in time.
  late_reason text,
  retention_class text not null default 'count',
  -- The place where somebody came; that room stands above this one.
  place_id uuid,
  check (district_id is not null or kind in ('intake', 'conference', 'contact', 'fulfilment', 'joining', 'place_support', 'attendance', 'food_handover'))
);
create index encounters_place on encounters (district_id, kind, occurred_on, id);
create index encounters_kind on encounters (kind, occurred_on, id);
create index encounters_at on encounters (place_id, occurred_on) where place_id is not null;

-- Who took part. Party null: someone whose name was not taken.
create table encounter_parties (
  encounter_id uuid not null references encounters,
  position smallint not null,
  party_id uuid references parties,
  household_id uuid references households,
  gave boolean not null,
  received boolean not null,
  -- Copied from the encounter, which refers to them: each check would lock a row that everybody's records share.
  holder_id uuid not null,
  district_id uuid,
  post_id uuid not null,
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
create index encounter_withdrawals_household on encounter_withdrawals (household_id) where household_id is not null;

-- What changes a count: ±n, appended in the command's transaction, so that writers never wait for one another.
-- source: 'single' rows come from encounters, 'sheet' rows from tally sheets. No index: a job folds the rows away.
create table encounter_tally (
  month date not null check (extract(day from month) = 1),
  district_id uuid,
  group_id uuid not null,
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
