-- 不在予定: from when to when a household said beforehand that it would be away, and on which of three grounds; never in words.
create table household_absences (
  id uuid primary key,
  household_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  why text not null check (why in ('hospital', 'family', 'trip')),
  told_by uuid not null,
  told_at timestamptz not null,
  post_id uuid not null references posts,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  check (ends_on >= starts_on and ends_on <= starts_on + 366),
  unique (id, household_id, holder_id, district_id),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
);
create index household_absences_of on household_absences (household_id, ends_on);
create index household_absences_place on household_absences (district_id);

-- It was taken back: a mistake, or they are home again.
create table household_absence_endings (
  absence_id uuid primary key,
  household_id uuid not null,
  ended_by uuid not null,
  ended_at timestamptz not null,
  post_id uuid not null references posts,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'watching',
  foreign key (absence_id, household_id, holder_id, district_id)
    references household_absences (id, household_id, holder_id, district_id)
);
create index household_absence_endings_of on household_absence_endings (household_id);
