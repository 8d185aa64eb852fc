-- 参加支援: places that welcome, the ways of single persons to them, what was done with the places.
alter table encounters drop constraint encounters_check;
alter table encounters add constraint encounters_check check (district_id is not null or kind in ('intake', 'conference', 'contact', 'fulfilment', 'joining', 'place_support'));

-- 受入先: a place or a body that welcomes somebody: what one can do there, on which terms. It is no person, and names none.
create table welcoming_places (
  id uuid primary key,
  name text not null,
  kana text not null,
  kana_key text collate "C" not null,
  -- What one can do there, in words; read for matching as an offer is.
  what text not null,
  how_many smallint check (how_many between 1 and 200),
  conditions text,
  -- Whom to speak to, and how.
  contact text,
  district_id uuid references districts,
  -- The body that runs it, where the town knows it: only to a body can something of a person be provided.
  body_id uuid references bodies,
  confirmed_on date not null,
  confirmed_by uuid not null,
  closed_on date,
  closed_why text,
  version integer not null default 1,
  added_by uuid not null,
  added_on date not null,
  holder_id uuid not null references bodies,
  check ((closed_on is null) = (closed_why is null)),
  unique (id, holder_id)
);
create index welcoming_places_order on welcoming_places (kana_key, id);
create index welcoming_places_holder on welcoming_places (holder_id, added_on);

-- 受入先への支援: a visit to the place, a word on the telephone. About the place, never about somebody.
create table place_supports (
  id uuid primary key,
  place_id uuid not null references welcoming_places,
  supported_on date not null,
  way text not null check (way in ('visit', 'phone', 'meeting', 'message')),
  words text not null,
  encounter_id uuid not null references encounters,
  written_by uuid not null,
  post_id uuid not null references posts,
  written_at timestamptz not null,
  holder_id uuid not null references bodies
);
create index place_supports_of on place_supports (place_id, supported_on);
create index place_supports_holder on place_supports (holder_id, supported_on);

-- 参加支援: one person's way to one place, from what the person would like. Another try at the same place goes on here.
create table joinings (
  id uuid primary key,
  case_id uuid not null,
  client_id uuid not null,
  place_id uuid not null references welcoming_places,
  -- Of which plan it is part, if of any.
  plan_id uuid,
  -- The wish or the goal, in the person's words.
  wish text not null,
  begun_on date not null,
  begun_by uuid not null,
  post_id uuid not null references posts,
  begun_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (case_id, client_id) references case_members (case_id, client_id),
  foreign key (case_id, holder_id) references cases (id, holder_id),
  foreign key (client_id, holder_id) references clients (id, holder_id),
  foreign key (plan_id, client_id, holder_id) references support_plans (id, client_id, holder_id),
  unique (id, client_id, holder_id)
);
create index joinings_case on joinings (case_id);
create index joinings_client on joinings (client_id);
create index joinings_holder on joinings (holder_id, begun_on);
create index joinings_plan on joinings (plan_id);

-- 見学, 試し, 定着, 様子うかがい, お休み, 終わり: how it stands is what came last.
create table joining_steps (
  id uuid primary key,
  joining_id uuid not null,
  step text not null check (step in ('look', 'trial', 'settled', 'kept_up', 'paused', 'ended')),
  taken_on date not null,
  -- Who went along; null: nobody, or nobody said.
  went_along text,
  -- What the person said, word for word.
  said text,
  -- What was seen, and what comes next.
  words text,
  encounter_id uuid references encounters,
  taken_by uuid not null,
  post_id uuid not null references posts,
  taken_at timestamptz not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (joining_id, client_id, holder_id) references joinings (id, client_id, holder_id)
);
create index joining_steps_of on joining_steps (joining_id, taken_on, taken_at);
create index joining_steps_client on joining_steps (client_id);
create index joining_steps_holder on joining_steps (holder_id, taken_on);

-- 受入先に伝えたこと: the words that the person agreed to, as they were said to the place, and the provision they stand on.
create table joining_tellings (
  id uuid primary key,
  joining_id uuid not null,
  words text not null,
  told_on date not null,
  provision_id uuid not null,
  told_by uuid not null,
  post_id uuid not null references posts,
  told_at timestamptz not null,
  client_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'case',
  foreign key (joining_id, client_id, holder_id) references joinings (id, client_id, holder_id)
);
create index joining_tellings_of on joining_tellings (joining_id);
create index joining_tellings_client on joining_tellings (client_id);

-- 叶え合う事例: what came true, told. Who is in it stands in its words as ①, ②, ③; what each is called there is theirs to say.
create table stories (
  id uuid primary key,
  fulfilment_id uuid not null,
  happened_on date not null,
  district_id uuid references districts,
  version integer not null default 1,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  unique (id, holder_id),
  foreign key (fulfilment_id, holder_id) references fulfilments (id, holder_id)
);
create index stories_of on stories (fulfilment_id);
create index stories_holder on stories (holder_id, id);
create index stories_district on stories (district_id);

-- The words as they stood in each version; the newest is what is read and consented to.
create table story_words (
  story_id uuid not null,
  version integer not null,
  title text not null,
  words text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  primary key (story_id, version),
  foreign key (story_id, holder_id) references stories (id, holder_id)
);

create table story_people (
  story_id uuid not null,
  place smallint not null check (place between 1 and 9),
  participant_id uuid not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  primary key (story_id, place),
  unique (story_id, participant_id),
  foreign key (story_id, holder_id) references stories (id, holder_id),
  foreign key (participant_id, holder_id) references participants (id, holder_id)
);
create index story_people_of on story_people (participant_id);

-- How far each lets it go, of which version, and what to be called. The newest of each counts; the others stay.
create table story_consents (
  id uuid primary key,
  story_id uuid not null,
  participant_id uuid not null,
  version integer not null,
  layer text not null check (layer in ('none', 'sides', 'bodies', 'report', 'public')),
  -- A name, or "a woman of eighty": as it will be read.
  shown_as text,
  heard_how text check (heard_how in ('read', 'read_aloud', 'phone', 'supporter')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  check ((layer = 'none') = (shown_as is null)),
  foreign key (story_id, participant_id) references story_people (story_id, participant_id),
  foreign key (story_id, holder_id) references stories (id, holder_id)
);
create index story_consents_of on story_consents (story_id, participant_id, recorded_at desc, id desc);

-- How far the coordinator lets it go; `none` takes it back. The newest counts.
create table story_releases (
  id uuid primary key,
  story_id uuid not null,
  version integer not null,
  layer text not null check (layer in ('none', 'sides', 'bodies', 'report', 'public')),
  released_by uuid not null,
  released_at timestamptz not null,
  holder_id uuid not null,
  retention_class text not null default 'wish',
  foreign key (story_id, holder_id) references stories (id, holder_id)
);
create index story_releases_of on story_releases (story_id, released_at desc, id desc);

-- 廃棄停止 of somebody who takes part.
alter table legal_holds drop constraint legal_holds_kind;
alter table legal_holds add constraint legal_holds_kind check (kind in ('household', 'person', 'client', 'participant', 'body', 'period'));
alter table legal_holds drop constraint legal_holds_place;
alter table legal_holds add constraint legal_holds_place check ((kind in ('household', 'person', 'client', 'participant')) = (holder_id is not null)
    and (kind in ('household', 'person')) = (district_id is not null));

-- Lists of what coordinators keep.
alter table disposals drop constraint disposals_kind;
alter table disposals add constraint disposals_kind check (kind in ('household', 'member', 'group_member', 'handover', 'scan', 'sheet', 'request',
    'receipt', 'provision', 'hold', 'account', 'post', 'transfer', 'town_hold', 'export', 'disposal', 'inquiry', 'case',
    'client', 'consent', 'person_provision', 'emergency_view', 'protection', 'disclosure_key', 'disclosure_request',
    'conference', 'match', 'wish', 'participant', 'match_proposal', 'contribution'));
