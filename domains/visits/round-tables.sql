-- 名前のある見守りの取り決め: whether a district's group looks in on named households. The newest that has begun counts; without one
-- nobody of the group is assigned to a household.
create table round_agreements (
  id uuid primary key,
  district_id uuid not null references districts,
  group_id uuid not null references bodies,
  agreed boolean not null,
  starts_on date not null,
  -- Where and by whom it was agreed.
  words text not null,
  -- Null: rounds went on before agreements were kept.
  set_by uuid,
  set_at timestamptz not null
);
create index round_agreements_of on round_agreements (district_id, starts_on, set_at);

-- 訪問の希望: whether a household wishes to be looked in on, how often and in which way. The newest counts.
create table visit_wishes (
  household_id uuid not null,
  heard_at timestamptz not null,
  wished boolean not null,
  every text check (every in ('weekly', 'two_weeks', 'monthly', 'two_months', 'as_needed')),
  channel text check (channel in ('face', 'intercom', 'phone', 'letter', 'outside', 'message', 'gathering')),
  words text,
  heard_on date not null,
  heard_by uuid not null,
  post_id uuid not null references posts,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  primary key (household_id, heard_at),
  check (wished = (every is not null)),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index visit_wishes_place on visit_wishes (district_id, household_id);
