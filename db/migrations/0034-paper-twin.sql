-- 不在予定, 見守り票, and what becomes of a call that meets something in the book.
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
-- 見守り票: a visitor's round on paper. Its code names the sheet and nobody on it.
create table round_sheets (
  id uuid primary key,
  code text not null generated always as (upper(right(id::text, 10))) stored,
  post_id uuid not null references posts,
  made_on date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  holder_id uuid not null references bodies,
  district_id uuid references districts,
  -- From when on nobody writes anything off it any more.
  forget_after timestamptz not null,
  retention_class text not null default 'draft'
);
create index round_sheets_code on round_sheets (code);
create index round_sheets_of on round_sheets (post_id, made_at);
create index round_sheets_place on round_sheets (district_id, made_at);
create index round_sheets_over on round_sheets (forget_after);

-- Which household stands on which line, as the round was when the sheet was made.
create table round_sheet_lines (
  sheet_id uuid not null references round_sheets on delete cascade,
  n smallint not null,
  household_id uuid not null,
  post_id uuid not null references posts,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'draft',
  primary key (sheet_id, n),
  foreign key (household_id, holder_id, district_id) references households (id, holder_id, district_id)
    on delete cascade
);
create index round_sheet_lines_household on round_sheet_lines (household_id);

-- What was written off a line: the visit it became, or the one that was there already. A line is written off once.
create table round_sheet_entries (
  sheet_id uuid not null,
  n smallint not null,
  visit_id uuid not null references visits on delete cascade,
  -- It had come before, by phone or otherwise: nothing was added.
  was_there boolean not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  household_id uuid not null,
  post_id uuid not null references posts,
  holder_id uuid not null,
  district_id uuid not null,
  retention_class text not null default 'draft',
  primary key (sheet_id, n),
  foreign key (sheet_id, n) references round_sheet_lines on delete cascade
);
create index round_sheet_entries_visit on round_sheet_entries (visit_id);

alter table late_calls drop constraint late_calls_why_check;
alter table late_calls add constraint late_calls_why_check check (why in ('post_over', 'phone_ended', 'could_not', 'same_day'));
alter table late_call_decisions drop constraint late_call_decisions_outcome_check;
alter table late_call_decisions add constraint late_call_decisions_outcome_check
  check (outcome in ('taken_in', 'taken_over', 'kept_book', 'kept_phone', 'set_aside'));
alter table late_call_decisions add column post_id uuid references posts;
update late_call_decisions d set post_id = c.post_id from late_calls c where c.id = d.call_id;
alter table late_call_decisions alter column post_id set not null;
create index late_calls_of on late_calls (post_id);
create index late_call_decisions_of on late_call_decisions (post_id);
