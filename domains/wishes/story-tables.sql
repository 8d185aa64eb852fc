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
